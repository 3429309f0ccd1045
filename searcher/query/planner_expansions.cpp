// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/fuzzy.h"
#include "query/planner_words.h"
#include "query/weights.h"
#include "query/wildcard.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

using Xapian::Query;
namespace prefix = schema::prefix;

namespace {

std::string_view place_of(const QueryNode& node) {
  return node.field == "title" ? prefix::title : prefix::surface;
}

std::string counted(std::size_t number, const char* what) {
  return std::to_string(number) + " " + what;
}

}  // namespace

/// In a part of an index a word stands for what it stands for in all of it, bounds included.
Expansion WordPlanner::expansion_of(std::size_t most, const Walk& walk) {
  Expansion found(most);
  walk(vocabulary_.database(), found);
  // Where synonyms are at hand they hang on whether it stands for anything.
  if (!vocabulary_.is_part() || (found.total() == 0 && !options_.synonyms)) return found;
  Expansion in_whole(most);
  walk(vocabulary_.whole(), in_whole);
  return in_whole;
}

/// The forms as one word, and written down.
Query WordPlanner::expanded(const std::vector<ExpandedForm>& forms, const QueryNode& node,
                            PlannedWord& planned, ExplainedWord& explained) {
  std::vector<std::string> by_edits[3];
  for (const ExpandedForm& form : forms) {
    const std::string role =
        node.pattern ? "wildcard" : "fuzzy, " + counted(form.edits, form.edits == 1 ? "edit" : "edits");
    if (options_.explain) explained.terms.push_back({role, {}, form.form, form.documents});
    planned.documents = std::max(planned.documents, form.documents);
    planned.variants.push_back(form.form);
    by_edits[form.edits].push_back(std::string(place_of(node)) + form.form);
  }
  std::vector<Query> parts;
  double weight = 1;
  for (const std::vector<std::string>& terms : by_edits) {
    if (!terms.empty()) parts.push_back(scaled(vocabulary_.alternatives(terms), weight));
    weight *= weights::edit;
  }
  return Query(Query::OP_OR, parts.begin(), parts.end());
}

PlannedWildcard WordPlanner::wildcard(const WildcardPattern& pattern, const QueryNode& node,
                                      ExplainedWord& explained) {
  Expansion expansion =
      expansion_of(most_wildcard_forms, [&](const Xapian::Database& database, Expansion& out) {
        const bool whole = &database == &vocabulary_.whole();
        expand(pattern, database, place_of(node), out, whole ? vocabulary_.whole_where_it_lies() : nullptr);
      });
  PlannedWord planned;
  PlannedWildcard made;
  made.query = expanded(expansion.take(), node, planned, explained);
  if (planned.variants.size() > weights::ranked_forms) made.query = scaled(made.query, 0);
  made.forms = std::move(planned.variants);
  made.documents = planned.documents;
  made.total = expansion.total();
  made.left_out = expansion.left_out();
  return made;
}

/// The same, known from before where that can be.
PlannedWildcard WordPlanner::known_wildcard(const QueryNode& node, ExplainedWord& explained) {
  const WildcardPattern pattern(node.text, neutral_);
  if (pattern.everything()) return {Query::MatchAll, {}, 0, 1, 0};
  // What is explained has each form's documents; a part of an index stays the same for one plan only.
  if (options_.explain || options_.remote || vocabulary_.is_part()) return wildcard(pattern, node, explained);
  std::string key = std::string(place_of(node)) + '*' + node.text;
  if (const PlannedWildcard* known = memory_.wildcards.find(key)) return *known;
  return memory_.wildcards.add(std::move(key), wildcard(pattern, node, explained));
}

std::vector<PlannedWord> WordPlanner::pattern(const QueryNode& node) {
  ExplainedWord explained = explained_word(node);
  PlannedWildcard made = known_wildcard(node, explained);
  PlannedWord planned;
  planned.exact = true;
  planned.by_surface = std::move(made.query);
  planned.documents = made.documents;
  planned.variants = std::move(made.forms);
  if (made.total == 0) hint_unknown(node, node.text);
  if (made.left_out > 0) {
    hint(node, "“" + node.text + "” stands for " + counted(made.total, "forms, of which the ") +
                   counted(most_wildcard_forms, "most frequent are searched; ") +
                   counted(made.left_out, "are left out"));
  }
  explain(std::move(explained));
  return {planned};
}

void WordPlanner::add_similar(const std::string& form, const QueryNode& node, PlannedWord& planned,
                              ExplainedWord& explained) {
  Expansion expansion = expansion_of(most_fuzzy_forms, [&](const Xapian::Database& database, Expansion& out) {
    expand(form, std::min(node.edits, most_edits), database, place_of(node), out);
  });
  const Query similar = expanded(expansion.take(), node, planned, explained);
  planned.by_surface = Query(Query::OP_OR, planned.by_surface, similar);
  if (expansion.left_out() > 0) {
    hint(node, "“" + node.text + "~” stands for " + counted(expansion.total(), "forms, of which the ") +
                   counted(most_fuzzy_forms, "nearest are searched; ") +
                   counted(expansion.left_out(), "are left out"));
  }
}

}  // namespace nsearch::searcher
