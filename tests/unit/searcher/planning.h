// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "query/planner.h"
#include "storage/open_database.h"
#include "tiny_index.h"

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
    parsing.filters = {"lang", "source", "author", "url", "id", "date", "host"};
    parsing.filters.insert(parsing.filters.end(), facets.begin(), facets.end());
    const nsearch::ParsedQuery parsed = nsearch::parse_query(query, parsing);
    if (!parsed.ok()) throw std::runtime_error(parsed.diagnostic->message);
    nsearch::searcher::PlanOptions planning = options;
    planning.plain = plain;
    if (plain) planning.implicit = nsearch::ImplicitOperator::or_;
    return planner_.plan(parsed.root, database_, planning);
  }

  /// Best first, separated by spaces.
  std::string ranked(const std::string& query) {
    return joined(tiny::matching(database_, plan(query).query));
  }

  /// Ordered by id.
  std::string set(const std::string& query) {
    std::vector<std::string> ids = tiny::matching(database_, plan(query).query);
    std::sort(ids.begin(), ids.end());
    return joined(ids);
  }

  std::size_t found(const Xapian::Query& query) const { return tiny::matching(database_, query).size(); }

  std::string hints(const std::string& query) {
    std::vector<std::string> messages;
    for (const nsearch::QueryDiagnostic& hint : plan(query).hints) messages.push_back(hint.message);
    return joined(messages);
  }

 private:
  static std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
  }

  Xapian::WritableDatabase database_;
  nsearch::searcher::Planner planner_;
};
