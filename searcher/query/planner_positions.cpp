// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner_positions.h"

#include <algorithm>

#include "query/analysis_memo.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

using Xapian::Query;
namespace prefix = schema::prefix;

namespace {

Query any_term(const std::vector<std::string>& terms) {
  if (terms.size() == 1) return Query(terms.front());
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

Query all_of(const std::vector<Query>& queries) {
  return Query(Query::OP_AND, queries.begin(), queries.end());
}

Place place_of(const QueryNode& node) {
  if (node.field == "title") return Place::title;
  return node.field == "body" ? Place::body : Place::anywhere;
}

CheckPointer places_check(PlaceQuery places, std::uint32_t number) {
  Check check;
  check.kind = Check::Kind::places;
  check.places = std::move(places);
  check.number = number;
  return std::make_shared<const Check>(std::move(check));
}

}  // namespace

CheckPointer combined_check(Check::Kind kind, std::vector<CheckPointer> children) {
  if (children.size() == 1 && kind != Check::Kind::negation) return std::move(children.front());
  Check check;
  check.kind = kind;
  check.children = std::move(children);
  return std::make_shared<const Check>(std::move(check));
}

CheckPointer whole_check(const Planned& planned) {
  if (planned.check && planned.check_suffices) return planned.check;
  Check check;
  check.kind = Check::Kind::matches;
  check.query = planned.query;
  CheckPointer matches = std::make_shared<const Check>(std::move(check));
  if (!planned.check) return matches;
  return combined_check(Check::Kind::all_of, {std::move(matches), planned.check});
}

/// A word in the title has terms of its own; several that the text connects have not.
bool PositionPlanner::takes(const QueryNode& node) {
  if (node.kind != QueryKind::word) return false;
  if (node.field == "body") return true;
  if (node.pattern) return false;
  if (node.exact) return node.edits == 0;
  return node.field == "title" && analyse_words(node.text, {}, neutral_).words.size() > 1;
}

/// The surface forms that stand for a word.
PositionPlanner::Terms PositionPlanner::forms(const WordForms& word, const QueryNode& node) {
  Terms found = held(word.surface);
  std::vector<std::pair<std::string, std::string>> stems = word.stems;
  stems.insert(stems.end(), word.accented.begin(), word.accented.end());
  for (const auto& entry : stems) {
    const std::string &language = entry.first, &stem = entry.second;
    const auto analyzer = std::find_if(analyzers_.begin(), analyzers_.end(), [&](const Analyzer* candidate) {
      return candidate->language() == language;
    });
    if (analyzer == analyzers_.end()) continue;
    // The vocabulary of a language is stemmed for it, which takes up to a second where beginnings tell nothing.
    if (vocabulary_.frequency_in_whole(schema::language_term(prefix::stem, language, stem)) == 0) continue;
    for (const std::string& form : expansion_.forms(vocabulary_.forms(), **analyzer, stem)) {
      found.push_back(schema::bounded_term(prefix::surface, form));
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  constexpr std::size_t most_forms = 1000;
  if (found.size() > most_forms && !words_.leave_to_whole()) {
    std::stable_sort(found.begin(), found.end(), [&](const std::string& a, const std::string& b) {
      return vocabulary_.frequency(a) > vocabulary_.frequency(b);
    });
    words_.hint(node, "of " + std::to_string(found.size()) + " forms of “" + word.surface + "” only the " +
                          std::to_string(most_forms) + " most frequent are looked for");
    found.resize(most_forms);
  }
  return found;
}

PositionPlanner::Terms PositionPlanner::held(const std::string& surface) {
  std::string term = schema::bounded_term(prefix::surface, surface);
  return vocabulary_.frequency(term) == 0 ? Terms{} : Terms{std::move(term)};
}

void PositionPlanner::explain_forms(const Terms& forms) {
  if (!options_.explain || out_.words.empty()) return;
  for (const std::string& form : forms)
    out_.words.back().terms.push_back({"form", {}, form, vocabulary_.frequency(form)});
}

Query PositionPlanner::rank_of(const std::vector<PlannedWord>& words, bool wanted) {
  std::vector<Query> ranks;
  for (const PlannedWord& planned : words) {
    if (wanted) words_.mark(planned, true);
    ranks.push_back(planned.whole());
  }
  return Query(Query::OP_OR, ranks.begin(), ranks.end());
}

PositionPlanner::Operand PositionPlanner::one_word(Terms terms, Place place) {
  Operand out;
  out.places.kind = PlaceQuery::Kind::word;
  out.places.place = place;
  out.query = any_term(terms);
  out.exact = place == Place::anywhere;
  if (place == Place::title) {
    Terms in_title;
    for (const std::string& term : terms) in_title.push_back(schema::bounded_term(prefix::title, term));
    out.query = Query(Query::OP_FILTER, out.query, any_term(in_title));
  }
  for (const std::string& term : terms) out.places.terms.push_back(out_.checked_terms.number(term));
  out.words = {std::move(terms)};
  return out;
}

/// A word in one spelling only.
PositionPlanner::Operand PositionPlanner::spelt(const WordForms& forms, Place place) {
  Operand out = one_word(held(forms.surface), place);
  ExactSpelling spelling;
  spelling.surface = forms.surface;
  spelling.exact = forms.exact;
  spelling.surface_term = out_.checked_terms.number(schema::bounded_term(prefix::surface, forms.surface));
  const auto exact_term = [](const std::string& form) { return schema::bounded_term(prefix::exact, form); };
  if (forms.exact != forms.surface) {
    const std::string own = exact_term(forms.exact);
    spelling.own = {out_.checked_terms.number(own)};
    if (vocabulary_.frequency(own) == 0) out.query = Query();
    if (!out.query.empty()) out.query = Query(Query::OP_FILTER, out.query, Query(own));
  } else {
    for (const std::string& other : expansion_.spellings(vocabulary_.forms(), forms.surface))
      spelling.others.push_back(out_.checked_terms.number(exact_term(other)));
  }
  out.exact = out.exact && spelling.own.empty() && spelling.others.empty();
  out.places.kind = PlaceQuery::Kind::exact;
  out.places.spelling = std::make_shared<const ExactSpelling>(std::move(spelling));
  return out;
}

PositionPlanner::Operand PositionPlanner::side_by_side(std::vector<Operand> words, Place place) {
  if (words.size() == 1) return std::move(words.front());
  Operand out;
  out.places.kind = PlaceQuery::Kind::phrase;
  out.places.place = place;
  out.exact = place == Place::anywhere;
  std::vector<Query> sets, conditions;
  for (Operand& word : words) {
    sets.push_back(any_term(word.words.front()));
    out.exact = out.exact && word.exact;
    if (!word.exact) conditions.push_back(word.query);
    out.places.operands.push_back(std::move(word.places));
    out.words.push_back(std::move(word.words.front()));
  }
  const auto nothing = [](const Query& query) { return query.empty(); };
  if (std::any_of(sets.begin(), sets.end(), nothing)) return out;
  if (std::any_of(conditions.begin(), conditions.end(), nothing)) return out;
  const auto length = static_cast<Xapian::termcount>(sets.size());
  out.query = Query(Query::OP_PHRASE, sets.begin(), sets.end(), length);
  if (!conditions.empty()) out.query = Query(Query::OP_FILTER, out.query, all_of(conditions));
  return out;
}

/// Words that the text connects (Deepseek-V3): side by side, or written as one.
PositionPlanner::Operand PositionPlanner::connected_word(const QueryNode& node, const AnalysedWords& words) {
  const Place place = place_of(node);
  std::vector<Operand> parts;
  for (const WordForms& forms : words.words)
    parts.push_back(node.exact ? spelt(forms, place) : one_word(held(forms.surface), place));
  Operand apart = side_by_side(std::move(parts), place);
  if (words.joined.empty() || node.exact) return apart;
  return either(std::move(apart), one_word(held(words.joined), place));
}

PositionPlanner::Operand PositionPlanner::either(Operand one, Operand other) {
  Operand out;
  out.places.kind = PlaceQuery::Kind::any_of;
  out.exact = one.exact && other.exact;
  out.query = Query(Query::OP_OR, one.query, other.query);
  out.places.operands = {std::move(one.places), std::move(other.places)};
  return out;
}

/// A word with wildcards, or a fuzzy one; `planned`: what it stands for.
PositionPlanner::Operand PositionPlanner::expanded_word(const QueryNode& node, const AnalysedWords& analysed,
                                                        const std::vector<PlannedWord>& planned) {
  Terms terms;
  for (const PlannedWord& word : planned) {
    for (const std::string& form : word.variants)
      terms.push_back(schema::bounded_term(prefix::surface, form));
  }
  if (!node.pattern && analysed.words.size() == 1) {
    for (std::string& term : forms(analysed.words.front(), node)) terms.push_back(std::move(term));
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  Operand expanded = one_word(std::move(terms), place_of(node));
  if (node.pattern || analysed.words.size() == 1) return expanded;
  return either(connected_word(node, analysed), std::move(expanded));
}

PositionPlanner::Operand PositionPlanner::word(const QueryNode& node, bool wanted) {
  const AnalysedWords analysed = analysed_by(options_.memo, node.text, analyzers_, neutral_);
  const std::vector<PlannedWord> planned = words_.untranslated_word(node);
  const Query rank = rank_of(planned, wanted);
  Operand out;
  if (analysed.words.empty()) {
    out.vanished = true;
    return out;
  }
  if (node.pattern || node.edits > 0) {
    out = expanded_word(node, analysed, planned);
  } else if (analysed.words.size() > 1) {
    out = connected_word(node, analysed);
  } else if (node.exact) {
    out = spelt(analysed.words.front(), place_of(node));
  } else {
    const Terms terms = forms(analysed.words.front(), node);
    explain_forms(terms);
    out = one_word(terms, place_of(node));
  }
  out.ranks = {rank};
  return out;
}

PositionPlanner::Operand PositionPlanner::phrase(const QueryNode& node, bool wanted) {
  const AnalysedWords analysed = node.inflected ? analysed_by(options_.memo, node.text, analyzers_, neutral_)
                                                : analyse_words(node.text, {}, neutral_);
  Operand out;
  if (!node.inflected) {
    bool found = false;
    const Query rank = words_.phrase(node, found);
    out.vanished = !found;
    out.ranks = {rank};
    if (found && wanted) words_.mark_phrase(node);
  } else if (analysed.words.empty()) {
    words_.hint(node, "the quotes hold no word and are left out");
    out.vanished = true;
  }
  if (out.vanished) return out;
  const Place place = place_of(node);
  std::vector<Operand> words;
  MatchSet::Phrase marks;
  for (const WordForms& forms_of_word : analysed.words) {
    Terms terms = held(forms_of_word.surface);
    if (node.inflected) {
      QueryNode single = node;
      single.kind = QueryKind::word;
      single.text = forms_of_word.exact;
      out.ranks.push_back(rank_of(words_.untranslated_word(single), false));
      terms = forms(forms_of_word, node);
      explain_forms(terms);
      marks.words.push_back(terms);
    }
    words.push_back(node.exact ? spelt(forms_of_word, place) : one_word(std::move(terms), place));
  }
  if (node.inflected && wanted) words_.mark_phrase(std::move(marks));
  Operand whole = side_by_side(std::move(words), place);
  whole.ranks = std::move(out.ranks);
  return whole;
}

Planned PositionPlanner::ranked(Operand operand, std::uint32_t number) const {
  Planned planned;
  planned.vanished = operand.vanished;
  if (operand.query.empty()) return planned;
  const Query ranks(Query::OP_OR, operand.ranks.begin(), operand.ranks.end());
  planned.query = Query(Query::OP_AND_MAYBE, Query(Query::OP_SCALE_WEIGHT, operand.query, 0), ranks);
  if (!operand.exact || number > 1) planned.check = places_check(std::move(operand.places), number);
  return planned;
}

/// The word as it is found anywhere, more often than in the title. Parts of compounds are not counted by
/// place, so they don't count.
Planned PositionPlanner::body_word(const QueryNode& node, const WordForms& forms, bool wanted) {
  QueryNode anywhere = node;
  anywhere.field.clear();
  Planned planned;
  planned.query = rank_of(words_.untranslated_word(anywhere), wanted);
  Check check;
  check.kind = Check::Kind::more_than;
  const auto add = [&](const std::string& term, const std::string& in_title) {
    check.terms.push_back(out_.checked_terms.number(term));
    check.than.push_back({out_.checked_terms.number(in_title)});
  };
  add(schema::bounded_term(prefix::surface, forms.surface),
      schema::bounded_term(prefix::title, forms.surface));
  for (const auto& stems : {forms.stems, forms.accented}) {
    for (const auto& [language, stem] : stems)
      add(schema::language_term(prefix::stem, language, stem),
          schema::language_term(prefix::title_stem, language, stem));
  }
  planned.check = std::make_shared<const Check>(std::move(check));
  return planned;
}

/// =cote: more often in all spellings than in those with accents. =côte has a term of its own.
Planned PositionPlanner::exact_word(const QueryNode& node, const WordForms& forms, bool wanted) {
  Planned planned;
  planned.query = rank_of(words_.untranslated_word(node), wanted);
  if (forms.exact != forms.surface) return planned;
  const std::vector<std::string> others = expansion_.spellings(vocabulary_.forms(), forms.surface);
  if (others.empty()) return planned;
  Check check;
  check.kind = Check::Kind::more_than;
  check.terms = {out_.checked_terms.number(schema::bounded_term(prefix::surface, forms.surface))};
  check.than.emplace_back();
  for (const std::string& other : others)
    check.than.back().push_back(out_.checked_terms.number(schema::bounded_term(prefix::exact, other)));
  planned.check = std::make_shared<const Check>(std::move(check));
  return planned;
}

Planned PositionPlanner::plan(const QueryNode& node, bool wanted) {
  if (node.kind == QueryKind::at_least) return at_least(node, wanted);
  const bool as_written = !node.pattern && node.edits == 0;
  if (node.kind == QueryKind::word && as_written) {
    const AnalysedWords analysed = analysed_by(options_.memo, node.text, analyzers_, neutral_);
    if (analysed.words.size() == 1 && node.field == "body" && !node.exact)
      return body_word(node, analysed.words.front(), wanted);
    if (analysed.words.size() == 1 && node.field.empty())
      return exact_word(node, analysed.words.front(), wanted);
  }
  Operand whole = operand(node, node, wanted);
  // A phrase is found by the very query that ranks it.
  const bool by_rank = node.kind == QueryKind::phrase && !node.inflected && !whole.vanished;
  Query phrase = by_rank ? whole.ranks.front() : Query();
  Planned planned = ranked(std::move(whole), 1);
  if (by_rank) planned.query = planned.query.empty() ? Query() : phrase;
  return planned;
}

}  // namespace nsearch::searcher
