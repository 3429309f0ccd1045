// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner_translations.h"

#include <algorithm>
#include <cmath>

#include "query/planner_words.h"
#include "query/weights.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

using Xapian::Query;
namespace prefix = schema::prefix;

namespace {

Query either(const std::vector<Query>& queries) {
  return Query(Query::OP_OR, queries.begin(), queries.end());
}

/// Where the stems of translations are looked for, and what they weigh there.
struct StemPlace {
  std::string_view prefix;
  double weight;
};
constexpr StemPlace anywhere[] = {{prefix::stem, 1},
                                  {prefix::title_stem, weights::title},
                                  {prefix::lead, weights::lead},
                                  {prefix::compound_part, weights::translated_part}};
constexpr StemPlace title_only[] = {{prefix::title_stem, 1}};

}  // namespace

Query TranslationPlanner::stem(const std::string& language, const std::string& stem, const char* role,
                               Out& out) {
  const Xapian::doccount of_language = vocabulary_.frequency(std::string(prefix::language) + language);
  std::vector<Query> held;
  const auto look = [&](const StemPlace& place) {
    const std::string name = schema::language_term(place.prefix, language, stem);
    const Xapian::doccount frequency = vocabulary_.frequency(name);
    if (place.weight == 1) out.explained.terms.push_back({role, language, stem, frequency});
    if (frequency == 0) return;
    out.word.documents = std::max(out.word.documents, frequency);
    held.push_back(scaled(Query(name), place.weight * vocabulary_.share_of_weight(frequency, of_language)));
  };
  if (out.in_title) {
    for (const StemPlace& place : title_only) look(place);
  } else {
    for (const StemPlace& place : anywhere) look(place);
  }
  if (held.empty()) return Query();
  out.word.stems.emplace_back(language, stem);
  return either(held);
}

Query TranslationPlanner::phrase(const std::vector<std::string>& surfaces, const std::string& language,
                                 Out& out) {
  std::vector<Query> words;
  std::string text;
  Xapian::doccount rarest = vocabulary_.database().get_doccount();
  for (const std::string& surface : surfaces) {
    const std::string name = schema::bounded_term(prefix::surface, surface);
    rarest = std::min(rarest, vocabulary_.frequency(name));
    words.emplace_back(name);
    text += (text.empty() ? "" : " ") + surface;
  }
  out.explained.terms.push_back({"translation, at most", language, text, rarest});
  if (rarest == 0) return Query();
  out.word.documents = std::max(out.word.documents, rarest);
  out.word.phrases.push_back(surfaces);
  return Query(Query::OP_PHRASE, words.begin(), words.end(), static_cast<Xapian::termcount>(words.size()));
}

/// One translation. The stop words that it begins with say nothing (zich vergissen, to release).
Query TranslationPlanner::text(std::string_view translation, Analyzer& analyzer, const char* role, Out& out) {
  AnalyzedText analysed;
  analyzer.analyze(translation, analysed);
  std::vector<std::string> surfaces;
  std::string last_stem;
  for (const Token& token : analysed.tokens()) {
    if (token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
    if (token.stop_word && surfaces.empty()) continue;
    surfaces.emplace_back(token.surface);
    last_stem = token.stem;
  }
  if (surfaces.size() == 1)
    return last_stem.empty() ? Query() : stem(analyzer.language(), last_stem, role, out);
  // Words in a title have no places of their own.
  return surfaces.empty() || out.in_title ? Query() : phrase(surfaces, analyzer.language(), out);
}

Query TranslationPlanner::any_of(const std::vector<Translation>& translations, Analyzer& analyzer, Out& out) {
  std::vector<Query> any;
  for (const Translation& each : translations) {
    const Query query = text(each.text, analyzer, "translation", out);
    if (!query.empty()) any.push_back(scaled(query, std::pow(each.share, weights::translation_sharing)));
  }
  return either(any);
}

Query TranslationPlanner::by_parts(const std::string& typed, Analyzer& analyzer, Out& out) {
  std::vector<Query> parts;
  for (const std::vector<Translation>& part : translator_.parts(typed, analyzer.language()))
    parts.push_back(any_of(part, analyzer, out));
  return Query(any_part_ ? Query::OP_OR : Query::OP_AND, parts.begin(), parts.end());
}

Query TranslationPlanner::by_cognates(const std::string& typed, Analyzer& analyzer, Out& out) {
  std::vector<Query> any;
  for (const std::string& form : cognates_.of(typed, analyzer)) {
    const Query query = text(form, analyzer, "cognate", out);
    if (!query.empty()) any.push_back(scaled(query, weights::cognate));
  }
  return either(any);
}

TranslatedWord TranslationPlanner::word(const std::string& typed, bool in_title, ExplainedWord& explained) {
  TranslatedWord word;
  Out out{word, explained, in_title};
  std::vector<Query> languages;
  for (Analyzer* analyzer : analyzers_) {
    const std::string& language = analyzer->language();
    if (!translator_.wants(language)) continue;
    const std::vector<Translation> translations = translator_.whole(typed, language);
    Query query = any_of(translations, *analyzer, out);
    if (translations.empty()) query = by_parts(typed, *analyzer, out);
    const bool sure = !query.empty() && translator_.has_form(typed, language);
    if (!sure && translator_.may_be_translated(typed, language))
      query = either({query, by_cognates(typed, *analyzer, out)});
    languages.push_back(query);
  }
  word.query = scaled(either(languages), weights::translation);
  return word;
}

TranslatedWord TranslationPlanner::several(const std::string& typed, bool in_title,
                                           ExplainedWord& explained) {
  TranslatedWord word;
  Out out{word, explained, in_title};
  std::vector<Query> languages;
  for (Analyzer* analyzer : analyzers_) {
    if (translator_.wants(analyzer->language()))
      languages.push_back(any_of(translator_.several(typed, analyzer->language()), *analyzer, out));
  }
  word.query = scaled(either(languages), weights::translation);
  return word;
}

void WordPlanner::add_translations(const std::string& typed, const QueryNode& node, PlannedWord& planned,
                                   ExplainedWord& explained) {
  if (!translations_ || node.exact || node.edits > 0) return;
  add_translation(planned, translations_->word(typed, node.field == "title", explained), 1);
}

void WordPlanner::add_translation(PlannedWord& planned, const TranslatedWord& translated, double share) {
  if (translated.query.empty()) return;
  planned.by_translation = Query(Query::OP_OR, planned.by_translation, scaled(translated.query, share));
  planned.documents = std::max(planned.documents, translated.documents);
  planned.translated.insert(planned.translated.end(), translated.stems.begin(), translated.stems.end());
  planned.phrases.insert(planned.phrases.end(), translated.phrases.begin(), translated.phrases.end());
}

/// Documents with the translation count for each of the words that it stands for. Of headwords that overlap the
/// longest and first is taken.
void WordPlanner::translate_together(const std::vector<PlannedWord*>& words) {
  if (!translations_) return;
  for (std::size_t first = 0; first < words.size();) {
    std::size_t end = std::min(words.size(), first + most_key_words);
    while (end > first + 1 && !translate_run(words, first, end)) --end;
    first = std::max(first + 1, end);
  }
}

bool WordPlanner::translate_run(const std::vector<PlannedWord*>& words, std::size_t first, std::size_t end) {
  std::string text;
  for (std::size_t i = first; i < end; ++i) {
    const PlannedWord& word = *words[i];
    if (word.forms.size() != 1 || word.exact || word.in_title != words[first]->in_title) return false;
    text += (text.empty() ? "" : " ") + word.forms.front().typed;
  }
  ExplainedWord explained;
  explained.text = text;
  explained.begin = words[first]->begin;
  explained.end = words[end - 1]->end;
  const TranslatedWord translated = translations_->several(text, words[first]->in_title, explained);
  if (translated.query.empty()) return false;
  explain(std::move(explained));
  for (std::size_t i = first; i < end; ++i)
    add_translation(*words[i], translated, 1 / static_cast<double>(end - first));
  return true;
}

}  // namespace nsearch::searcher
