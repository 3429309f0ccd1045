// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner.h"

#include <algorithm>

#include "nsearch/language.h"
#include "query/planner_bag.h"
#include "query/planner_filters.h"
#include "query/planner_unplanned.h"
#include "query/planner_words.h"
#include "query/weights.h"

namespace nsearch::searcher {

using Xapian::Query;

namespace {

/// What a node became. `vanished`: it held no word, and is as if it had not been written.
struct Planned {
  Query query;
  bool vanished = false;
  Xapian::doccount documents = 0;  ///< of the most frequent term, where that is known
};

Planned vanished() {
  return {Query(), true};
}

/// The set of all operands, ranked by the rarest of them.
Query wide_or(const std::vector<Query>& queries, std::vector<Planned> operands) {
  std::erase_if(operands, [](const Planned& operand) { return operand.query.empty(); });
  std::stable_sort(operands.begin(), operands.end(),
                   [](const Planned& a, const Planned& b) { return a.documents < b.documents; });
  std::vector<Query> rarest;
  for (const Planned& operand : operands) {
    if (rarest.size() == weights::ranked_words) break;
    rarest.push_back(operand.query);
  }
  const Query all(Query::OP_OR, queries.begin(), queries.end());
  return Query(Query::OP_AND_MAYBE, Query(Query::OP_SCALE_WEIGHT, all, 0),
               Query(Query::OP_OR, rarest.begin(), rarest.end()));
}

Query without(const Query& from, const Query& what) {
  return Query(Query::OP_AND_NOT, from, what);
}

class TreePlanner {
 public:
  TreePlanner(WordPlanner& words, Vocabulary& vocabulary, const PlanOptions& options, QueryPlan& out)
      : words_(words), vocabulary_(vocabulary), options_(options), out_(out) {}

  /// `wanted`: under an even number of negations; only then do words mark texts.
  Planned plan(const QueryNode& node, bool wanted) {
    switch (node.kind) {
      case QueryKind::near:
      case QueryKind::adjacent:
      case QueryKind::not_near:
      case QueryKind::sentence:
      case QueryKind::paragraph:
      case QueryKind::at_least:
      case QueryKind::none:
        return vanished();
      case QueryKind::word:
        return word(node, wanted);
      case QueryKind::phrase:
        return phrase(node, wanted);
      case QueryKind::field:
        return {filter_query(node, vocabulary_, options_, out_)};
      case QueryKind::all_of:
        return all_of(node, wanted);
      case QueryKind::any_of:
        return any_of(node, wanted);
      case QueryKind::bag:
        return bag(node.children, wanted);
      case QueryKind::negation:
      case QueryKind::excluded:
        return negation(node, wanted);
      case QueryKind::required:
        return plan(node.children.front(), wanted);
    }
    return vanished();
  }

  /// A word or a bag by itself: the whole query, or a group in it.
  Planned bag(const std::vector<QueryNode>& children, bool wanted) {
    Bag bag(words_, options_.implicit, wanted);
    for (const QueryNode& child : children) add_to(bag, child, wanted);
    if (bag.empty()) return vanished();
    return {bag.query()};
  }

 private:
  Planned word(const QueryNode& node, bool wanted) {
    std::vector<Query> queries;
    Xapian::doccount documents = 0;
    for (const PlannedWord& planned : words_.word(node)) {
      if (wanted) words_.mark(planned, true);
      queries.push_back(planned.whole());
      documents = std::max(documents, planned.documents);
    }
    if (queries.empty()) return vanished();
    return {Query(Query::OP_OR, queries.begin(), queries.end()), false, documents};
  }

  Planned phrase(const QueryNode& node, bool wanted) {
    bool found = false;
    const Query query = words_.phrase(node, found);
    if (!found) return vanished();
    if (wanted) words_.mark_phrase(node);
    return {query};
  }

  Planned negation(const QueryNode& node, bool wanted) {
    const QueryNode& child = node.children.front();
    if (is_negation(child)) return plan(child.children.front(), wanted);
    const Planned inner = plan(child, !wanted);
    return inner.vanished ? inner : Planned{without(Query::MatchAll, inner.query)};
  }

  static bool is_negation(const QueryNode& node) {
    return node.kind == QueryKind::negation || node.kind == QueryKind::excluded;
  }

  Planned all_of(const QueryNode& node, bool wanted) {
    Bag bag(words_, options_.implicit, wanted);
    for (const QueryNode& child : node.children) {
      if (is_negation(child)) {
        add_to(bag, child, wanted);
      } else {
        require(bag, child, wanted);
      }
    }
    if (bag.empty()) return vanished();
    return {bag.query()};
  }

  Planned any_of(const QueryNode& node, bool wanted) {
    std::vector<Planned> operands;
    std::vector<Query> queries;
    for (const QueryNode& child : node.children) {
      Planned planned = plan(child, wanted);
      if (planned.vanished) continue;
      queries.push_back(planned.query);
      operands.push_back(std::move(planned));
    }
    if (operands.empty()) return vanished();
    if (operands.size() <= weights::ranked_operands)
      return {Query(Query::OP_OR, queries.begin(), queries.end())};
    words_.hint(node, "of " + std::to_string(operands.size()) + " operands of OR only the " +
                          std::to_string(weights::ranked_words) + " rarest count in the ranking");
    return {wide_or(queries, std::move(operands))};
  }

  void require(Bag& bag, const QueryNode& node, bool wanted) {
    Planned planned = plan(node, wanted);
    if (planned.vanished) return;
    if (node.kind == QueryKind::field) {
      bag.filter(std::move(planned.query));
    } else {
      bag.require(std::move(planned.query));
    }
  }

  void add_to(Bag& bag, const QueryNode& node, bool wanted) {
    if (node.kind == QueryKind::word) return bag.add_word(node);
    if (node.kind == QueryKind::required) return require(bag, node.children.front(), wanted);
    if (node.kind == QueryKind::field) return require(bag, node, wanted);
    if (is_negation(node) && !is_negation(node.children.front())) {
      Planned planned = plan(node.children.front(), !wanted);
      if (!planned.vanished) bag.exclude(std::move(planned.query));
      return;
    }
    Planned planned = plan(node, wanted);
    if (!planned.vanished) bag.add_clause(std::move(planned.query));
  }

  WordPlanner& words_;
  Vocabulary& vocabulary_;
  const PlanOptions& options_;
  QueryPlan& out_;
};

}  // namespace

Planner::Planner(std::vector<std::string> languages) : neutral_("und") {
  for (const std::string& language : languages) analyzers_.emplace_back(language);
}

QueryPlan Planner::plan(const QueryNode& root, const Xapian::Database& database, const PlanOptions& options) {
  std::vector<std::string> wanted;
  for (const std::string& language : options.languages) wanted.push_back(primary_language(language));
  std::vector<Analyzer*> analyzers;
  for (Analyzer& analyzer : analyzers_) {
    const bool asked =
        wanted.empty() || std::find(wanted.begin(), wanted.end(), analyzer.language()) != wanted.end();
    if (asked) analyzers.push_back(&analyzer);
  }
  QueryPlan plan;
  plan.diagnostic = find_unplanned(root);
  if (plan.diagnostic) return plan;
  Vocabulary vocabulary(database);
  WordPlanner words(analyzers, neutral_, vocabulary, options, plan);
  TreePlanner tree(words, vocabulary, options, plan);
  // A lone word is a bag of one, so that a stop word by itself is found as any other.
  const Planned planned = root.kind == QueryKind::word ? tree.bag({root}, true) : tree.plan(root, true);
  words.hint_at_further_unknown(root);
  plan.query = planned.query;
  if (!options.languages.empty() && !plan.query.empty()) {
    plan.query = Query(Query::OP_FILTER, plan.query, language_filter(options.languages));
  }
  return plan;
}

}  // namespace nsearch::searcher
