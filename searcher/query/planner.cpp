// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner.h"

#include <algorithm>

#include "nsearch/language.h"
#include "query/exclusion.h"
#include "query/planner_checked_bag.h"
#include "query/planner_filters.h"
#include "query/planner_positions.h"
#include "query/planner_words.h"
#include "query/weights.h"

namespace nsearch::searcher {

using Xapian::Query;

namespace {

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

/// Whether a part of the query is compared with the forms of the index.
bool expands_forms(const QueryNode& node) {
  return node.pattern || node.edits > 0 ||
         std::any_of(node.children.begin(), node.children.end(), expands_forms);
}

class TreePlanner {
 public:
  TreePlanner(WordPlanner& words, PositionPlanner& positions, Vocabulary& vocabulary,
              const PlanOptions& options, QueryPlan& out)
      : words_(words), positions_(positions), vocabulary_(vocabulary), options_(options), out_(out) {}

  /// `wanted`: under an even number of negations; only then do words mark texts.
  Planned plan(const QueryNode& node, bool wanted) {
    Planned planned = plan_at_par(node, wanted);
    if (node.boost != 1 && !planned.query.empty())
      planned.query = Query(Query::OP_SCALE_WEIGHT, planned.query, node.boost);
    return planned;
  }

 private:
  Planned plan_at_par(const QueryNode& node, bool wanted) {
    switch (node.kind) {
      case QueryKind::none:
        return Planned::nothing();
      case QueryKind::word:
        return positions_.takes(node) ? positions_.plan(node, wanted) : word(node, wanted);
      case QueryKind::phrase:
        return positions_.plan(node, wanted);
      case QueryKind::near:
      case QueryKind::adjacent:
      case QueryKind::not_near:
      case QueryKind::sentence:
      case QueryKind::paragraph:
        if (const QueryNode& only = positions_.worth(node); &only != &node) return plan(only, wanted);
        return positions_.plan(node, wanted);
      case QueryKind::at_least:
        return positions_.plan(node, wanted);
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
    return Planned::nothing();
  }

 public:
  /// A word or a bag by itself: the whole query, or a group in it.
  Planned bag(const std::vector<QueryNode>& children, bool wanted) {
    CheckedBag bag(words_, options_.implicit, wanted);
    for (const QueryNode& child : children) add_to(bag, child, wanted);
    return bag.planned();
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
    if (queries.empty()) return Planned::nothing();
    return {Query(Query::OP_OR, queries.begin(), queries.end()), false, documents};
  }

  Planned negation(const QueryNode& node, bool wanted) {
    const QueryNode& child = node.children.front();
    if (is_negation(child)) return plan(child.children.front(), wanted);
    const Planned inner = plan(child, !wanted);
    if (inner.vanished) return inner;
    if (!inner.check) return {excluding(Query::MatchAll, inner.query)};
    return {Query::MatchAll, false, 0, negated_check(inner)};
  }

  static bool is_negation(const QueryNode& node) {
    return node.kind == QueryKind::negation || node.kind == QueryKind::excluded;
  }

  Planned all_of(const QueryNode& node, bool wanted) {
    CheckedBag bag(words_, options_.implicit, wanted);
    for (const QueryNode& child : node.children) {
      if (is_negation(child)) {
        exclude(bag, child, wanted);
      } else {
        require(bag, child, wanted);
      }
    }
    return bag.planned();
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
    if (operands.empty()) return Planned::nothing();
    Planned any{Query(Query::OP_OR, queries.begin(), queries.end()), false, 0, any_check(operands)};
    if (operands.size() <= weights::ranked_operands) return any;
    words_.hint(node, "of " + std::to_string(operands.size()) + " operands of OR only the " +
                          std::to_string(weights::ranked_words) + " rarest count in the ranking");
    any.query = wide_or(queries, std::move(operands));
    return any;
  }

  static CheckPointer any_check(const std::vector<Planned>& operands) {
    std::vector<Query> unchecked;
    std::vector<CheckPointer> checks;
    for (const Planned& operand : operands) {
      if (operand.check) {
        checks.push_back(whole_check(operand));
      } else {
        unchecked.push_back(operand.query);
      }
    }
    if (checks.empty()) return nullptr;
    if (!unchecked.empty())
      checks.push_back(whole_check({Query(Query::OP_OR, unchecked.begin(), unchecked.end())}));
    return combined_check(Check::Kind::any_of, std::move(checks));
  }

  void require(CheckedBag& bag, const QueryNode& node, bool wanted) {
    Planned planned = plan(node, wanted);
    if (planned.vanished) return;
    if (node.kind == QueryKind::field) {
      bag.filter(planned);
    } else {
      bag.require(planned);
    }
  }

  void exclude(CheckedBag& bag, const QueryNode& node, bool wanted) {
    const QueryNode& child = node.children.front();
    if (is_negation(child)) return require(bag, child.children.front(), wanted);
    const Planned planned = plan(child, !wanted);
    if (!planned.vanished) bag.exclude(planned);
  }

  void add_to(CheckedBag& bag, const QueryNode& node, bool wanted) {
    if (const QueryNode& only = positions_.worth(node); &only != &node) return add_to(bag, only, wanted);
    if (node.kind == QueryKind::word && !positions_.takes(node)) return bag.add_word(node);
    if (node.kind == QueryKind::required) return require(bag, node.children.front(), wanted);
    if (node.kind == QueryKind::field) return require(bag, node, wanted);
    // (NOT a) among words of which any may match is one of these; -a takes away from what they find.
    const bool takes_away = node.kind == QueryKind::excluded || options_.implicit == ImplicitOperator::and_;
    if (is_negation(node) && takes_away) return exclude(bag, node, wanted);
    Planned planned = plan(node, wanted);
    if (!planned.vanished) bag.add_clause(std::move(planned));
  }

  WordPlanner& words_;
  PositionPlanner& positions_;
  Vocabulary& vocabulary_;
  const PlanOptions& options_;
  QueryPlan& out_;
};

}  // namespace

Planner::Planner(std::vector<std::string> languages, const ProtectedWords& protected_words)
    : protected_words_(protected_words), neutral_("und") {
  for (const std::string& language : languages) analyzers_.emplace_back(language, protected_words_);
}

QueryPlan Planner::plan(const QueryNode& root, const Xapian::Database& database, const PlanOptions& options) {
  // What is asked for may hang on what was answered; after so many rounds little is left to ask for one by one.
  constexpr int most_rounds = 4;
  // A wildcard would read the vocabulary in each round.
  const bool put_off = options.remote && !expands_forms(root);
  for (int round = 0; put_off && round < most_rounds; ++round) {
    const FrequencyMemory::PuttingOff putting_off(memory_.frequencies);
    QueryPlan plan = plan_once(root, database, options);
    if (!memory_.frequencies.fetch_noted(database)) return plan;
  }
  return plan_once(root, database, options);
}

QueryPlan Planner::plan_once(const QueryNode& root, const Xapian::Database& database,
                             const PlanOptions& options) {
  std::vector<std::string> wanted;
  for (const std::string& language : options.languages) wanted.push_back(primary_language(language));
  std::vector<Analyzer*> analyzers;
  for (Analyzer& analyzer : analyzers_) {
    const bool asked =
        wanted.empty() || std::find(wanted.begin(), wanted.end(), analyzer.language()) != wanted.end();
    if (asked) analyzers.push_back(&analyzer);
  }
  QueryPlan plan;
  if (options.marks) plan.matches.protected_words = protected_words_;
  Vocabulary vocabulary(database, options.local, memory_.frequencies, options.part);
  std::optional<QueryTranslator> translator;
  if (options.dictionaries) {
    std::vector<std::string> languages;
    for (const Analyzer& analyzer : analyzers_) languages.push_back(analyzer.language());
    translator.emplace(*options.dictionaries, options.translate, languages, root);
  }
  std::optional<TranslationPlanner> translations;
  if (translator)
    translations.emplace(*translator, analyzers, vocabulary, options.implicit == ImplicitOperator::or_);
  WordPlanner words(analyzers, neutral_, vocabulary, memory_, options, plan,
                    translations ? &*translations : nullptr);
  PositionPlanner positions(words, analyzers, neutral_, vocabulary, expansion_, options, plan);
  TreePlanner tree(words, positions, vocabulary, options, plan);
  // A lone word is a bag of one, so that a stop word by itself is found as any other.
  const QueryNode& whole = positions.worth(root);
  const Planned planned = whole.kind == QueryKind::word ? tree.bag({whole}, true) : tree.plan(whole, true);
  words.hint_at_further_unknown(root);
  if (expansion_.cut) words.hint(root, "the index holds too many words to find all inflected forms");
  plan.query = planned.query;
  plan.check = planned.check;
  if (!options.languages.empty() && !plan.query.empty()) {
    plan.query = Query(Query::OP_FILTER, plan.query, language_filter(options.languages));
  }
  return plan;
}

}  // namespace nsearch::searcher
