// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner_words.h"
#include "query/weights.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

using Xapian::Query;

/// A document with that word, or with a compound that it is a part of.
Query WordPlanner::part(const std::string& language, const std::string& stem, ExplainedWord& explained) {
  std::vector<std::string> held;
  for (const std::string_view place : {schema::prefix::stem, schema::prefix::compound_part}) {
    std::string name = schema::language_term(place, language, stem);
    const Xapian::doccount documents = vocabulary_.frequency(name);
    if (documents == 0) continue;
    if (options_.explain) explained.terms.push_back({"part of it", language, stem, documents});
    held.push_back(std::move(name));
  }
  return vocabulary_.alternatives(held);
}

Query WordPlanner::by_parts(const WordForms& forms, ExplainedWord& explained) {
  std::vector<Query> languages;
  for (const auto& [language, stems] : forms.parts) {
    std::vector<Query> all;
    for (const std::string& stem : stems) all.push_back(part(language, stem, explained));
    languages.push_back(Query(Query::OP_AND, all.begin(), all.end()));
  }
  const Query query(Query::OP_OR, languages.begin(), languages.end());
  return query.empty() ? query : Query(Query::OP_SCALE_WEIGHT, query, weights::own_parts);
}

}  // namespace nsearch::searcher
