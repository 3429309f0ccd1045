// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <numeric>

#include "query/planner_positions.h"
#include "query/tree.h"
#include "verify/spans.h"

namespace nsearch::searcher {

using Xapian::Query;

namespace {

constexpr std::size_t most_permuted = 3;
constexpr std::uint32_t widest = 1000000000;  // positions are 32 bits wide

PlaceQuery::Kind place_kind(QueryKind kind) {
  switch (kind) {
    case QueryKind::adjacent:
      return PlaceQuery::Kind::adjacent;
    case QueryKind::not_near:
      return PlaceQuery::Kind::not_near;
    case QueryKind::sentence:
      return PlaceQuery::Kind::sentence;
    case QueryKind::paragraph:
      return PlaceQuery::Kind::paragraph;
    default:
      return PlaceQuery::Kind::near;
  }
}

using Words = std::vector<std::vector<std::string>>;

/// All words of the operands in this order, the first and the last operand at most `within` apart.
Query in_order(const std::vector<const Words*>& operands, std::uint32_t within) {
  std::vector<Query> words;
  for (const Words* operand : operands) {
    for (const std::vector<std::string>& word : *operand)
      words.push_back(Query(Query::OP_OR, word.begin(), word.end()));
  }
  const std::size_t window = operands.front()->size() + within - 1 + operands.back()->size();
  if (window < words.size()) return Query();
  return Query(Query::OP_PHRASE, words.begin(), words.end(), static_cast<Xapian::termcount>(window));
}

}  // namespace

/// Where every operand is words side by side, Xapian finds those within the window; `exact`: no others, which
/// holds of single words. An operand that is a phrase may have its words further apart there, so the query of
/// the phrase comes on top.
Query PositionPlanner::within_window(const QueryNode& node, const std::vector<Operand>& operands,
                                     bool& exact) const {
  std::vector<Query> whole;
  std::vector<const Words*> words;
  exact = true;
  bool side_by_side = true;
  for (const Operand& operand : operands) {
    if (operand.query.empty()) return Query();
    side_by_side = side_by_side && !operand.words.empty();
    const bool single = operand.words.size() == 1 && operand.exact;
    exact = exact && single;
    if (!single) whole.push_back(operand.query);
    words.push_back(&operand.words);
  }
  const bool any_order = node.kind == QueryKind::near;
  if (!side_by_side || (any_order && operands.size() > most_permuted)) {
    exact = false;
    whole.clear();
    for (const Operand& operand : operands) whole.push_back(operand.query);
    return Query(Query::OP_AND, whole.begin(), whole.end());
  }
  std::vector<Query> orders;
  std::vector<std::size_t> order(words.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  do {
    std::vector<const Words*> in_this_order;
    for (const std::size_t i : order) in_this_order.push_back(words[i]);
    orders.push_back(in_order(in_this_order, std::min(node.number, widest)));
  } while (any_order && std::next_permutation(order.begin(), order.end()));
  whole.push_back(Query(Query::OP_OR, orders.begin(), orders.end()));
  return Query(Query::OP_AND, whole.begin(), whole.end());
}

PositionPlanner::Operand PositionPlanner::refused(const QueryNode& node, const QueryNode& within) {
  Operand out;
  out.vanished = true;
  if (out_.diagnostic) return out;
  QueryDiagnostic diagnostic;
  diagnostic.begin = node.begin;
  diagnostic.end = node.end;
  const std::string name(proximity_name(within.kind));
  diagnostic.expected = "words, phrases, groups of them with OR, or NEAR, ADJ and the like";
  switch (node.kind) {
    case QueryKind::negation:
    case QueryKind::excluded:
      diagnostic.message = name + " can't look for what is not there";
      diagnostic.suggestion = "write a NOTNEAR/n b, or NOT outside of " + name;
      break;
    case QueryKind::field:
      diagnostic.message = node.field + ": is no place in the text, where " + name + " could look";
      diagnostic.suggestion = "join it by AND: (a " + name + " b) AND " + node.field + ":…";
      break;
    case QueryKind::at_least:
      diagnostic.message = "atleast counts in the whole text, and can't stand within " + name;
      diagnostic.suggestion = "join it by AND";
      break;
    default:
      diagnostic.message = "AND names no place in the text, where " + name + " could look";
      diagnostic.suggestion = "put the words in quotes, or OR between them";
  }
  out_.diagnostic = std::move(diagnostic);
  return out;
}

/// `within`: the operator; the node itself where there is none.
PositionPlanner::Operand PositionPlanner::operand(const QueryNode& node, const QueryNode& within,
                                                  bool wanted) {
  Operand out = operand_at_par(node, within, wanted);
  if (node.boost == 1 || &node == &within) return out;
  for (Query& rank : out.ranks) {
    if (!rank.empty()) rank = Query(Query::OP_SCALE_WEIGHT, rank, node.boost);
  }
  return out;
}

PositionPlanner::Operand PositionPlanner::operand_at_par(const QueryNode& node, const QueryNode& within,
                                                         bool wanted) {
  switch (node.kind) {
    case QueryKind::word:
      return word(node, wanted);
    case QueryKind::phrase:
      return phrase(node, wanted);
    case QueryKind::required:
      return operand(node.children.front(), within, wanted);
    case QueryKind::any_of:
      return any_of(node, within, wanted);
    case QueryKind::bag:
      if (options_.implicit == ImplicitOperator::or_) return any_of(node, within, wanted);
      return refused(node, within);
    case QueryKind::near:
    case QueryKind::adjacent:
    case QueryKind::not_near:
    case QueryKind::sentence:
    case QueryKind::paragraph:
      if (const QueryNode& only = worth(node); &only != &node) return operand(only, within, wanted);
      return combined(node, wanted);
    case QueryKind::none: {
      Operand nothing;
      nothing.vanished = true;
      return nothing;
    }
    default:
      return refused(node, within);
  }
}

/// Whether a tree holds a word or a filter: a lone dash is as if it had not been written.
bool PositionPlanner::holds_words(const QueryNode& node) {
  if (node.kind == QueryKind::field || node.pattern) return true;
  if (node.kind == QueryKind::word || node.kind == QueryKind::phrase)
    return !analyse_words(node.text, {}, neutral_).words.empty();
  if (node.kind == QueryKind::not_near) return holds_words(node.children.front());
  return std::any_of(node.children.begin(), node.children.end(),
                     [this](const QueryNode& child) { return holds_words(child); });
}

const QueryNode& PositionPlanner::worth(const QueryNode& node) {
  if (!is_proximity(node.kind) || !holds_words(node)) return node;
  const QueryNode* only = nullptr;
  for (const QueryNode& child : node.children) {
    if (!holds_words(child)) continue;
    if (only != nullptr) return node;
    only = &child;
  }
  for (const QueryNode& child : node.children)
    if (&child != only) operand(child, node, false);  // says that it is left out
  return worth(*only);
}

PositionPlanner::Operand PositionPlanner::any_of(const QueryNode& node, const QueryNode& within,
                                                 bool wanted) {
  Operand out;
  out.places.kind = PlaceQuery::Kind::any_of;
  out.exact = true;
  std::vector<Query> queries;
  Terms terms;
  bool single = true;
  for (const QueryNode& child : node.children) {
    Operand part = operand(child, within, wanted);
    if (part.vanished) continue;
    out.exact = out.exact && part.exact;
    single = single && part.exact && part.words.size() == 1;
    if (single) terms.insert(terms.end(), part.words.front().begin(), part.words.front().end());
    queries.push_back(part.query);
    out.places.operands.push_back(std::move(part.places));
    out.ranks.insert(out.ranks.end(), part.ranks.begin(), part.ranks.end());
  }
  out.vanished = out.places.operands.empty();
  out.query = Query(Query::OP_OR, queries.begin(), queries.end());
  if (!single || out.vanished) return out;
  // A group of words is one word with more forms.
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  Operand word = one_word(std::move(terms), Place::anywhere);
  word.ranks = std::move(out.ranks);
  return word;
}

PositionPlanner::Operand PositionPlanner::combined(const QueryNode& node, bool wanted) {
  const bool not_near = node.kind == QueryKind::not_near;
  std::vector<Operand> operands;
  for (const QueryNode& child : node.children) {
    const bool second = not_near && &child != &node.children.front();
    Operand part = operand(child, node, second ? !wanted : wanted);
    if (part.vanished && second) break;
    if (part.vanished && not_near) return part;
    if (!part.vanished) operands.push_back(std::move(part));
  }
  Operand out;
  out.vanished = operands.empty();
  if (out.vanished) return out;
  if (operands.size() == 1) return std::move(operands.front());
  const bool window = node.kind == QueryKind::near || node.kind == QueryKind::adjacent;
  if (window) {
    out.query = within_window(node, operands, out.exact);
  } else if (not_near) {
    out.query = operands.front().query;
    out.exact = operands.front().exact && operands.back().query.empty();
  } else {
    std::vector<Query> queries;
    for (const Operand& operand : operands) queries.push_back(operand.query);
    out.query = Query(Query::OP_AND, queries.begin(), queries.end());
  }
  if (node.kind == QueryKind::near && operands.size() > most_near && !out_.diagnostic) {
    QueryDiagnostic diagnostic;
    diagnostic.begin = node.begin;
    diagnostic.end = node.end;
    diagnostic.message = "NEAR has " + std::to_string(operands.size()) + " operands";
    diagnostic.expected = "at most " + std::to_string(most_near);
    out_.diagnostic = std::move(diagnostic);
  }
  out.places.kind = place_kind(node.kind);
  out.places.within = std::min(node.number, widest);
  for (Operand& operand : operands) {
    const bool ranks = !not_near || &operand == &operands.front();
    if (ranks) out.ranks.insert(out.ranks.end(), operand.ranks.begin(), operand.ranks.end());
    out.places.operands.push_back(std::move(operand.places));
  }
  return out;
}

Planned PositionPlanner::at_least(const QueryNode& node, bool wanted) {
  return ranked(operand(node.children.front(), node, wanted), std::max<std::uint32_t>(node.number, 1));
}

}  // namespace nsearch::searcher
