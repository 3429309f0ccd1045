// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "query/planner.h"
#include "storage/open_database.h"
#include "tiny_index.h"
#include "verify/verifier.h"

/// Asks a tiny index, through parser and planner.
class Asked {
 public:
  explicit Asked(const std::vector<nsearch::StoredDocument>& documents)
      : database_(tiny::in_memory(documents)), planner_(nsearch::languages_of(database_)) {}

  nsearch::searcher::PlanOptions options;
  bool plain = false;
  std::vector<std::string> facets;

  nsearch::searcher::QueryPlan plan(const std::string& query) {
    nsearch::ParseOptions parsing;
    parsing.implicit = options.implicit;
    parsing.plain = plain;
    parsing.fields = {"title", "body"};
    parsing.filters = {"lang", "source", "author", "url", "id", "date", "after", "before", "host"};
    parsing.filters.insert(parsing.filters.end(), facets.begin(), facets.end());
    const nsearch::ParsedQuery parsed = nsearch::parse_query(query, parsing);
    if (!parsed.ok()) throw std::runtime_error(parsed.diagnostic->message);
    return plan(parsed.root);
  }

  nsearch::searcher::QueryPlan plan(const nsearch::QueryNode& root) {
    nsearch::searcher::PlanOptions planning = options;
    planning.plain = plain;
    if (plain) planning.implicit = nsearch::ImplicitOperator::or_;
    return planner_.plan(root, database_, planning);
  }

  /// Best first, separated by spaces.
  std::string ranked(const std::string& query) { return joined(found(plan(query))); }
  std::string ranked(const nsearch::QueryNode& root) { return joined(found(plan(root))); }

  /// Ordered by id.
  std::string set(const std::string& query) { return set(plan(query)); }
  std::string set(const nsearch::QueryNode& root) { return set(plan(root)); }

  std::size_t found(const Xapian::Query& query) const { return tiny::matching(database_, query).size(); }

  /// Best first.
  std::vector<double> scores(const nsearch::searcher::QueryPlan& plan) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(plan.query);
    const Xapian::MSet matches = enquire.get_mset(0, database_.get_doccount());
    std::vector<double> weights;
    for (auto match = matches.begin(); match != matches.end(); ++match) weights.push_back(match.get_weight());
    return weights;
  }

  std::string hints(const std::string& query) {
    std::vector<std::string> messages;
    for (const nsearch::QueryDiagnostic& hint : plan(query).hints) messages.push_back(hint.message);
    return joined(messages);
  }

 private:
  /// Best first.
  std::vector<std::string> found(const nsearch::searcher::QueryPlan& plan) const {
    if (plan.diagnostic) throw std::runtime_error(plan.diagnostic->message);
    if (!plan.check) return tiny::matching(database_, plan.query);
    nsearch::searcher::Verifier verifier(database_, plan.query, plan.checked_terms, *plan.check);
    std::vector<std::string> ids;
    for (const std::string& id : tiny::matching(database_, plan.query)) {
      if (verifier.holds(*database_.postlist_begin("Q" + id))) ids.push_back(id);
    }
    return ids;
  }

  std::string set(const nsearch::searcher::QueryPlan& plan) const {
    std::vector<std::string> ids = found(plan);
    std::sort(ids.begin(), ids.end());
    return joined(ids);
  }

  static std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
  }

  Xapian::WritableDatabase database_;
  nsearch::searcher::Planner planner_;
};
