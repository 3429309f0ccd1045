// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parser.h"

#include <algorithm>
#include <utility>

#include "query/tree.h"

namespace nsearch::searcher {
namespace {}  // namespace

Parser::Parser(std::string_view text, const FieldTable& fields, const ParseOptions& options, Report& report)
    : text_(text), implicit_(options.implicit), report_(report), lexer_(text, fields, options, report) {}

QueryNode Parser::parse() {
  advance();
  while (current_.kind == TokenKind::name && lexer_.take_equals_sign()) define();
  if (current_.kind == TokenKind::end) {
    fail_without_query();
    return {};
  }
  QueryNode root = any_of().node;
  if (current_.kind == TokenKind::close)
    fail(current_.span(),
         {"this parenthesis closes nothing", "an opening ( before it", "leave it out, or open one"});
  if (!report_.failed()) flatten(root);
  hint_unused_names();
  return root;
}

void Parser::advance() {
  previous_ = std::move(current_);
  current_ = lexer_.next();
}

void Parser::fail(Piece span, Remark remark) {
  report_.fail(span, std::move(remark));
  current_ = Token{TokenKind::end, text_.size(), text_.size()};
}

bool Parser::at_operand() const {
  switch (current_.kind) {
    case TokenKind::word:
    case TokenKind::phrase:
    case TokenKind::open:
    case TokenKind::not_:
    case TokenKind::plus:
    case TokenKind::minus:
    case TokenKind::exact:
    case TokenKind::inflected:
    case TokenKind::at_least:
    case TokenKind::name:
    case TokenKind::field:
      return true;
    case TokenKind::end:
    case TokenKind::close:
    case TokenKind::proximity:
    case TokenKind::and_:
    case TokenKind::or_:
      return false;
  }
  return false;
}

Parser::Part Parser::any_of() {
  Part first = all_of();
  if (current_.kind != TokenKind::or_) return first;
  const auto mixes = [&](const Part& part) {
    return part.joined == QueryKind::all_of ||
           (part.joined == QueryKind::bag && implicit_ == ImplicitOperator::and_);
  };
  bool mixed = mixes(first);
  std::vector<QueryNode> parts;
  hint_required_in_or(first.node);
  parts.push_back(std::move(first.node));
  while (current_.kind == TokenKind::or_) {
    advance();
    Part next = all_of();
    mixed = mixed || mixes(next);
    hint_required_in_or(next.node);
    parts.push_back(std::move(next.node));
  }
  if (mixed) hint_mixed(parts, " OR ");
  return {combine(QueryKind::any_of, std::move(parts)), QueryKind::any_of};
}

Parser::Part Parser::all_of() {
  Part first = side_by_side();
  if (current_.kind != TokenKind::and_) return first;
  const auto mixes = [&](const Part& part) {
    return part.joined == QueryKind::bag && implicit_ == ImplicitOperator::or_;
  };
  bool mixed = mixes(first);
  std::vector<QueryNode> parts;
  parts.push_back(std::move(first.node));
  while (current_.kind == TokenKind::and_) {
    advance();
    Part next = side_by_side();
    mixed = mixed || mixes(next);
    parts.push_back(std::move(next.node));
  }
  if (mixed) hint_mixed(parts, " AND ");
  return {combine(QueryKind::all_of, std::move(parts)), QueryKind::all_of};
}

/// `a NOT b c` is (a c) AND NOT b: under either implicit operator the NOT takes away from what the words
/// found.
Parser::Part Parser::side_by_side() {
  if (!at_operand()) {
    fail_missing_operand();
    return {};
  }
  std::vector<QueryNode> words, negations;
  std::optional<Piece> chain;
  std::optional<Lookalike> lookalike;
  while (at_operand()) {
    if (lookalike) hint_lookalike(*lookalike);
    lookalike = lookalike_at(words.empty() && negations.empty());
    const bool negated = current_.kind == TokenKind::not_;
    (negated ? negations : words).push_back(negation());
    if (!negated && at_chain_) chain = Piece{words.back().begin, words.back().end};
  }
  const bool bag = words.size() > 1;
  if (bag && chain) hint_beside_proximity(words, *chain);
  if (negations.empty())
    return {combine(QueryKind::bag, std::move(words)), bag ? QueryKind::bag : QueryKind::none};
  const bool joined = words.size() + negations.size() > 1;
  if (!words.empty()) negations.insert(negations.begin(), combine(QueryKind::bag, std::move(words)));
  return {combine(QueryKind::all_of, std::move(negations)), joined ? QueryKind::all_of : QueryKind::none};
}

QueryNode Parser::negation() {
  std::vector<std::size_t> nots;
  while (current_.kind == TokenKind::not_) {
    nots.push_back(current_.begin);
    if (!nest(nots.size(), current_.span())) return {};
    advance();
  }
  nesting_ += nots.size();
  QueryNode node = proximity();
  nesting_ -= nots.size();
  for (auto begin = nots.rbegin(); begin != nots.rend(); ++begin)
    node = wrap(QueryKind::negation, *begin, std::move(node));
  return node;
}

QueryNode Parser::signed_operand() {
  const TokenKind sign = current_.kind;
  if (sign != TokenKind::plus && sign != TokenKind::minus) return operand();
  const std::size_t begin = current_.begin;
  advance();
  return wrap(sign == TokenKind::plus ? QueryKind::required : QueryKind::excluded, begin, operand());
}

QueryNode Parser::operand() {
  if (current_.kind == TokenKind::at_least) return at_least();
  const std::size_t begin = current_.begin;
  const Field* field = field_;
  if (current_.kind == TokenKind::field) {
    field = current_.field;
    advance();
  }
  const TokenKind form = current_.kind;
  const bool formed = form == TokenKind::exact || form == TokenKind::inflected;
  if (formed) advance();
  if (current_.kind == TokenKind::word || current_.kind == TokenKind::phrase) {
    QueryNode node = leaf(field, form);
    node.begin = begin;
    return node;
  }
  if (formed)
    fail_exact();
  else if (current_.kind == TokenKind::open)
    return group(field);
  else if (current_.kind == TokenKind::name)
    return named(field);
  else
    fail_missing_operand();
  return {};
}

QueryNode Parser::leaf(const Field* field, TokenKind form) {
  const Token token = std::move(current_);
  QueryNode node;
  node.kind = token.kind == TokenKind::word ? QueryKind::word : QueryKind::phrase;
  node.text = token.text;
  node.begin = token.begin;
  node.end = token.end;
  node.boost = token.boost;
  if (field) node.field = field->name;
  current_ = token;
  advance();
  // A filter compares whole values: = says nothing more, and quotes only hold its words together.
  if (field && field->filter) {
    node.kind = QueryKind::field;
    check_filter(token, node);
    return node;
  }
  hint_wildcards(token);
  node.exact = form == TokenKind::exact;
  node.inflected = form == TokenKind::inflected;
  node.pattern = token.pattern;
  if (token.tilde == 0) return node;
  return token.kind == TokenKind::phrase ? words_within(token, std::move(node))
                                         : fuzzy(token, std::move(node));
}

QueryNode Parser::group(const Field* field) {
  const Piece open = current_.span();
  if (!nest(1, open)) return {};
  const Field* outer_field = std::exchange(field_, field);
  const bool outer_values = std::exchange(values_only_, field && field->filter);
  lexer_.set_values_only(values_only_);
  ++nesting_;
  advance();
  QueryNode node = any_of().node;
  --nesting_;
  if (current_.kind == TokenKind::end)
    fail(open, {"this parenthesis is not closed", "a closing )", "add ) where the group ends"});
  field_ = outer_field;
  values_only_ = outer_values;
  lexer_.set_values_only(values_only_);
  node.boost = std::min(node.boost * current_.boost, max_boost);
  advance();
  return node;
}

bool Parser::nest(std::size_t levels, Piece span) {
  deepest_ = std::max(deepest_, nesting_ + levels);
  if (deepest_ <= max_nesting) return true;
  fail_nesting(span);
  return false;
}

void Parser::fail_nesting(Piece span) {
  fail(span, {"the query nests too deep",
              "at most " + std::to_string(max_nesting) + " levels of parentheses and NOT"});
}

}  // namespace nsearch::searcher
