// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner_words.h"

#include <algorithm>
#include <utility>

#include "query/analysis_memo.h"
#include "query/diagnostic.h"
#include "query/weights.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

using Xapian::Query;
namespace prefix = schema::prefix;

namespace {

constexpr std::size_t most_named = 20;  // unknown words in hints

Query either(const Query& a, const Query& b) {
  return Query(Query::OP_OR, a, b);
}

bool in_title(const QueryNode& node) {
  return node.field == "title";
}

/// Languages in which every one of these words is a stop word.
std::vector<std::string> stop_in_all(const std::vector<WordForms>& words) {
  std::vector<std::string> languages = words.front().stop_in;
  for (const WordForms& word : words) {
    std::erase_if(languages, [&](const std::string& language) {
      return std::find(word.stop_in.begin(), word.stop_in.end(), language) == word.stop_in.end();
    });
  }
  return languages;
}

}  // namespace

Query scaled(const Query& query, double factor) {
  return query.empty() || factor == 1 ? query : Query(Query::OP_SCALE_WEIGHT, query, factor);
}

ExplainedWord explained_word(const QueryNode& node) {
  ExplainedWord word;
  word.text = node.text;
  word.begin = node.begin;
  word.end = node.end;
  return word;
}

Query PlannedWord::whole() const {
  const Query parts[] = {by_stem, by_surface, by_accents, by_others, by_translation};
  return Query(Query::OP_OR, std::begin(parts), std::end(parts));
}

std::vector<std::string> WordPlanner::languages() const {
  std::vector<std::string> languages;
  for (const Analyzer* analyzer : analyzers_) languages.push_back(analyzer->language());
  return languages;
}

void WordPlanner::hint(const QueryNode& node, std::string message) {
  QueryDiagnostic diagnostic;
  diagnostic.begin = node.begin;
  diagnostic.end = node.end;
  diagnostic.message = std::move(message);
  out_.hints.push_back(std::move(diagnostic));
}

void WordPlanner::hint_unknown(const QueryNode& node, const std::string& word) {
  if (++unknown_ > most_named) return;
  hint(node, "no document holds “" + shortened(word) + "”" + (in_title(node) ? " in its title" : ""));
}

void WordPlanner::hint_at_further_unknown(const QueryNode& root) {
  if (unknown_ > most_named) hint(root, "nor " + std::to_string(unknown_ - most_named) + " further words");
}

void WordPlanner::explain(ExplainedWord&& explained) {
  if (options_.explain) out_.words.push_back(std::move(explained));
}

/// The query of one term, empty where no document has it.
Query WordPlanner::term(const char* role, std::string_view term_prefix, const std::string& form,
                        ExplainedWord& explained, Xapian::doccount* documents) {
  const std::string name = schema::bounded_term(term_prefix, form);
  const Xapian::doccount frequency = vocabulary_.frequency(name);
  if (options_.explain) explained.terms.push_back({role, {}, form, frequency});
  if (documents) *documents = std::max(*documents, frequency);
  return frequency == 0 ? Query() : Query(name);
}

Query WordPlanner::stems(std::string_view term_prefix, const char* role, const WordForms& forms,
                         PlannedWord& planned, ExplainedWord& explained) {
  std::vector<std::string> held;
  std::vector<Query> weighed;
  for (const auto& [language, stem] : forms.stems) {
    std::string name = schema::language_term(term_prefix, language, stem);
    const Xapian::doccount frequency = vocabulary_.frequency(name);
    if (options_.explain) explained.terms.push_back({role, language, stem, frequency});
    planned.documents = std::max(planned.documents, frequency);
    if (frequency == 0) continue;
    if (!forms.stop_in.empty()) {
      const Xapian::doccount documents = vocabulary_.frequency(std::string(prefix::language) + language);
      weighed.push_back(scaled(Query(name), vocabulary_.share_of_weight(frequency, documents)));
    }
    held.push_back(std::move(name));
  }
  // A stop word somewhere: those documents don't have the stem, so that it seems as rare as the others'
  // languages are. One English text among thousands of Dutch ones would come first wherever a query says
  // "voor".
  if (!weighed.empty()) return Query(Query::OP_OR, weighed.begin(), weighed.end());
  return vocabulary_.alternatives(held);
}

/// The documents that the word finds when it is typed with other accents.
Query WordPlanner::accents(const WordForms& forms, const QueryNode& node, PlannedWord& planned,
                           ExplainedWord& explained) {
  std::vector<std::string> held;
  const auto add = [&](std::string_view place, const char* role) {
    for (const auto& [language, stem] : forms.accented) {
      std::string name = schema::language_term(place, language, stem);
      const Xapian::doccount frequency = vocabulary_.frequency(name);
      if (frequency == 0) continue;
      if (options_.explain) explained.terms.push_back({role, language, stem, frequency});
      planned.documents = std::max(planned.documents, frequency);
      held.push_back(std::move(name));
    }
  };
  if (in_title(node)) {
    add(prefix::title_stem, "accented title stem");
  } else {
    add(prefix::stem, "accented stem");
    if (!forms.accented.empty() && vocabulary_.has_prefix(std::string(prefix::compound_part))) {
      add(prefix::compound_part, "accented compound part");
    }
  }
  return scaled(vocabulary_.alternatives(held), weights::accent_variant);
}

bool WordPlanner::leave_to_whole() {
  out_.hangs_on_whole = out_.hangs_on_whole || vocabulary_.is_part();
  return vocabulary_.is_part();
}

/// What by_stem says of the whole index; asked of stop words only, as nothing hangs on it of others.
bool WordPlanner::has_stem_in_whole(const WordForms& forms, const QueryNode& node) {
  if (!vocabulary_.is_part() || forms.stop_in.empty()) return false;
  const auto any = [&](std::string_view place) {
    return std::any_of(forms.stems.begin(), forms.stems.end(), [&](const auto& stem) {
      return vocabulary_.frequency_in_whole(schema::language_term(place, stem.first, stem.second)) != 0;
    });
  };
  return in_title(node) ? any(prefix::title_stem) : any(prefix::stem) || any(prefix::compound_part);
}

PlannedWord WordPlanner::single(const WordForms& forms, const QueryNode& node, ExplainedWord& explained) {
  PlannedWord planned;
  planned.stop_in = forms.stop_in;
  planned.capitals = forms.capitals;
  planned.forms = {forms};
  explained.stop_in = forms.stop_in;
  if (in_title(node)) {
    planned.by_stem = stems(prefix::title_stem, "title stem", forms, planned, explained);
    planned.stem_in_whole = !planned.by_stem.empty() || has_stem_in_whole(forms, node);
    planned.by_accents = accents(forms, node, planned, explained);
    const Query surface = term("title", prefix::title, forms.surface, explained, &planned.documents);
    planned.by_surface = scaled(surface, planned.by_stem.empty() ? 1 : weights::surface);
    return planned;
  }
  planned.by_stem = stems(prefix::stem, "stem", forms, planned, explained);
  if (!planned.by_stem.empty()) {
    const Query title = stems(prefix::title_stem, "title stem", forms, planned, explained);
    planned.by_stem = either(planned.by_stem, scaled(title, weights::title));
    const Query lead = stems(prefix::lead, "lead stem", forms, planned, explained);
    planned.by_stem = either(planned.by_stem, scaled(lead, weights::lead));
  }
  if (vocabulary_.has_prefix(std::string(prefix::compound_part))) {
    const Query parts = stems(prefix::compound_part, "compound part", forms, planned, explained);
    planned.by_stem = either(planned.by_stem, scaled(parts, weights::compound_part));
  }
  planned.stem_in_whole = !planned.by_stem.empty() || has_stem_in_whole(forms, node);
  planned.by_accents = accents(forms, node, planned, explained);
  planned.by_surface = term("surface", prefix::surface, forms.surface, explained, &planned.documents);
  if (!planned.by_stem.empty()) {
    planned.by_surface = scaled(planned.by_surface, weights::surface);
  } else if (!planned.by_surface.empty()) {
    const Query title = term("title", prefix::title, forms.surface, explained);
    planned.by_surface = either(planned.by_surface, scaled(title, weights::title));
  }
  if (options_.implicit == ImplicitOperator::or_) planned.by_parts = by_parts(forms, explained);
  if (forms.exact != forms.surface) {
    const Query exact = term("exact", prefix::exact, forms.exact, explained);
    planned.by_surface = either(planned.by_surface, scaled(exact, weights::exact));
  }
  return planned;
}

PlannedWord WordPlanner::exact(const WordForms& forms, const QueryNode& node, ExplainedWord& explained) {
  PlannedWord planned;
  planned.forms = {forms};
  planned.exact = true;
  if (forms.exact == forms.surface) {
    planned.by_surface = term("surface", prefix::surface, forms.surface, explained, &planned.documents);
  } else {
    planned.by_surface = term("exact", prefix::exact, forms.exact, explained, &planned.documents);
  }
  if (in_title(node)) {
    const Query title = term("title", prefix::title, forms.surface, explained);
    planned.by_surface = Query(Query::OP_FILTER, planned.by_surface, title);
  }
  return planned;
}

/// The words side by side, in order. With `exact` the documents must also hold each accented form.
Query WordPlanner::same_place(const std::vector<WordForms>& words, bool exact, const QueryNode& node,
                              ExplainedWord& explained) {
  std::vector<Query> surfaces;
  std::vector<Query> conditions;
  bool missing = false;
  for (const WordForms& word : words) {
    surfaces.push_back(term("surface", prefix::surface, word.surface, explained));
    if (in_title(node)) conditions.push_back(term("title", prefix::title, word.surface, explained));
    if (exact && word.exact != word.surface) {
      conditions.push_back(term("exact", prefix::exact, word.exact, explained));
    }
    missing = missing || surfaces.back().empty() || (!conditions.empty() && conditions.back().empty());
  }
  if (missing) return Query();
  Query query = surfaces.size() == 1 ? surfaces.front()
                                     : Query(Query::OP_PHRASE, surfaces.begin(), surfaces.end(),
                                             Xapian::termcount(surfaces.size()));
  if (conditions.empty()) return query;
  return Query(Query::OP_FILTER, query, Query(Query::OP_AND, conditions.begin(), conditions.end()));
}

PlannedWord WordPlanner::connected(const AnalysedWords& words, const QueryNode& node,
                                   ExplainedWord& explained) {
  PlannedWord planned;
  planned.forms = words.words;
  planned.joined = words.joined;
  planned.exact = node.exact;
  planned.stop_in = node.exact ? std::vector<std::string>{} : stop_in_all(words.words);
  explained.stop_in = planned.stop_in;
  planned.by_surface = same_place(words.words, node.exact, node, explained);
  if (!words.joined.empty() && !node.exact) {
    const std::string_view place = in_title(node) ? prefix::title : prefix::surface;
    const Query joined = term("joined", place, words.joined, explained, &planned.documents);
    planned.by_surface = either(planned.by_surface, scaled(joined, weights::joined));
  }
  return planned;
}

std::vector<PlannedWord> WordPlanner::untranslated_word(const QueryNode& node) {
  TranslationPlanner* const translations = std::exchange(translations_, nullptr);
  std::vector<PlannedWord> words = word(node);
  translations_ = translations;
  return words;
}

std::vector<PlannedWord> WordPlanner::word(const QueryNode& node) {
  std::vector<PlannedWord> words = planned_words(node);
  for (PlannedWord& word : words) {
    word.begin = node.begin;
    word.end = node.end;
    word.in_title = in_title(node);
    add_synonyms({&word}, 1);
  }
  return words;
}

/// Whether nothing but its memory_key() decides what the word becomes, as long as the index stays as it is.
bool WordPlanner::is_kept(const QueryNode& node) const {
  return !node.pattern && node.edits == 0 && node.text.size() <= WordMemory::longest && !options_.explain &&
         !options_.remote && translations_ == nullptr;
}

std::string WordPlanner::memory_key(const QueryNode& node) const {
  std::string key = joined_languages(analyzers_);
  key += node.exact ? '=' : ' ';
  key += options_.implicit == ImplicitOperator::or_ ? '|' : '&';
  key += options_.plain ? 'p' : ' ';
  return key += node.field + ':' + node.text;
}

std::vector<PlannedWord> WordPlanner::planned_words(const QueryNode& node) {
  if (!is_kept(node)) return newly_planned_words(node);
  std::string key = memory_key(node);
  if (const WordMemory::Words* known = memory_.words.find(key)) return *known;
  const std::size_t hints = out_.hints.size(), unknown = unknown_;
  std::vector<PlannedWord> planned = newly_planned_words(node);
  // What is hinted at is said each time.
  if (out_.hints.size() == hints && unknown_ == unknown) memory_.words.add(std::move(key), planned);
  return planned;
}

std::vector<PlannedWord> WordPlanner::newly_planned_words(const QueryNode& node) {
  if (node.pattern) return pattern(node);
  const AnalysedWords words = options_.memo ? options_.memo->analyse_words(node.text, analyzers_, neutral_)
                                            : memory_.analysis.analyse(node.text, analyzers_, neutral_);
  std::vector<PlannedWord> planned;
  if (words.words.empty()) {
    hint(node, "“" + shortened(node.text) + "” holds no word and is left out");
    return planned;
  }
  ExplainedWord explained = explained_word(node);
  const bool one_by_one = options_.plain && options_.implicit == ImplicitOperator::or_ && !node.exact;
  if (words.words.size() > 1 && !one_by_one) {
    planned.push_back(connected(words, node, explained));
    add_translations(node.text, node, planned.back(), explained);
  } else {
    for (const WordForms& forms : words.words) {
      planned.push_back(node.exact ? exact(forms, node, explained) : single(forms, node, explained));
      if (!node.exact) add_splits(forms, node, planned.back(), explained);
      add_translations(forms.typed, node, planned.back(), explained);
    }
    if (words.words.size() > 1 && !words.joined.empty()) {
      PlannedWord joined;
      joined.joined = words.joined;
      joined.by_surface = term("joined", prefix::surface, words.joined, explained, &joined.documents);
      if (!joined.by_surface.empty()) planned.push_back(std::move(joined));
    }
  }
  if (node.edits > 0 && !node.exact) {
    const std::string& form = words.words.size() == 1 ? words.words.front().surface : words.joined;
    if (!form.empty()) add_similar(form, node, planned.front(), explained);
  }
  const bool known = std::any_of(planned.begin(), planned.end(),
                                 [](const PlannedWord& word) { return !word.whole().empty(); });
  if (!known) hint_unknown(node, node.text);
  explain(std::move(explained));
  return planned;
}

Query WordPlanner::phrase(const QueryNode& node, bool& found) {
  const AnalysedWords words = analyse_words(node.text, {}, neutral_);
  found = !words.words.empty();
  if (!found) {
    hint(node, "the quotes hold no word and are left out");
    return Query();
  }
  ExplainedWord explained = explained_word(node);
  const Query query = same_place(words.words, node.exact, node, explained);
  const std::string_view place = in_title(node) ? prefix::title : prefix::surface;
  for (const WordForms& word : words.words) {
    if (vocabulary_.frequency(schema::bounded_term(place, word.surface)) == 0) {
      hint_unknown(node, word.surface);
    }
  }
  explain(std::move(explained));
  return query;
}

}  // namespace nsearch::searcher
