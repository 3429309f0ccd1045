// SPDX-License-Identifier: GPL-2.0-or-later
#include "related/candidates.h"

#include <algorithm>

#include "query/planner_vocabulary.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

using Xapian::Query;

namespace {

/// Of BM25: how often a word is repeated and how long a document is matter little here.
constexpr double k1 = 0.5, b = 0.6;

/// The words that are asked for.
constexpr std::size_t most_words = 80;

/// Likewise by their translations, so many of each into a language.
constexpr std::size_t most_translated = 20, most_translations = 2;

template <typename Condition>
std::vector<const StoryWord*> most_telling(const Story& story, std::size_t most, Condition condition) {
  std::vector<const StoryWord*> words;
  for (const StoryWord& word : story.words)
    if (word.weight > 0 && condition(word)) words.push_back(&word);
  std::stable_sort(words.begin(), words.end(),
                   [](const StoryWord* x, const StoryWord* y) { return x->weight > y->weight; });
  if (words.size() > most) words.resize(most);
  return words;
}

void add_translations(const Xapian::Database& database, const Story& story, TranslatedWords& translated,
                      std::vector<Query>& words) {
  const double all = database.get_doccount();
  const auto translatable = [](const StoryWord& word) { return !word.number && !word.name; };
  for (const std::string& language : translated.languages()) {
    for (const StoryWord* word : most_telling(story, most_translated, translatable)) {
      std::size_t added = 0;
      for (const TranslatedWords::Translated& each : translated.of(word->surface, language)) {
        const Xapian::doccount frequency = database.get_termfreq(each.term);
        if (frequency == 0) continue;
        // No more than the term is worth by itself.
        const double weight = std::min(1.0, word->weight / bm25_rarity(frequency, all));
        words.push_back(Query(Query::OP_SCALE_WEIGHT, Query(each.term), weight * translated_weight));
        if (++added == most_translations) break;
      }
    }
  }
}

}  // namespace

std::optional<std::int64_t> date_of(const Xapian::Document& document) {
  const std::string value = document.get_value(schema::slot_date);
  if (value.empty()) return std::nullopt;
  return static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
}

std::vector<Candidate> find_candidates(const OpenIndexes& indexes, const Story& story,
                                       TranslatedWords& translated, const Query& filter,
                                       const CandidateLimits& limits) {
  const Xapian::Database& database = indexes.database();
  std::vector<Query> words;
  const double all = database.get_doccount();
  const auto elsewhere = [](const StoryWord& word) { return word.documents > 0; };
  for (const StoryWord* word : most_telling(story, most_words, elsewhere)) {
    const std::string term = schema::bounded_term(schema::prefix::surface, word->surface);
    words.push_back(Query(Query::OP_SCALE_WEIGHT, Query(term),
                          word->weight / bm25_rarity(database.get_termfreq(term), all)));
  }
  add_translations(database, story, translated, words);
  if (words.empty()) return {};
  Query query(Query::OP_OR, words.begin(), words.end());
  if (!filter.empty()) query = Query(Query::OP_FILTER, query, filter);
  Xapian::Enquire enquire(database);
  enquire.set_query(indexes.living(query));
  enquire.set_weighting_scheme(Xapian::BM25Weight(k1, 0, 1, b, 0.5));
  enquire.set_collapse_key(schema::slot_language, static_cast<Xapian::doccount>(limits.of_a_language));
  const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(limits.in_all));
  std::vector<Candidate> candidates;
  for (auto match = matches.begin(); match != matches.end(); ++match)
    candidates.push_back({*match, match.get_collapse_key(), date_of(match.get_document())});
  return candidates;
}

}  // namespace nsearch::searcher
