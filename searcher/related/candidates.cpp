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

std::vector<const StoryWord*> most_telling(const Story& story) {
  std::vector<const StoryWord*> words;
  for (const StoryWord& word : story.words)
    if (word.documents > 0 && word.weight > 0) words.push_back(&word);
  std::stable_sort(words.begin(), words.end(),
                   [](const StoryWord* x, const StoryWord* y) { return x->weight > y->weight; });
  if (words.size() > most_words) words.resize(most_words);
  return words;
}

}  // namespace

std::optional<std::int64_t> date_of(const Xapian::Document& document) {
  const std::string value = document.get_value(schema::slot_date);
  if (value.empty()) return std::nullopt;
  return static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
}

std::vector<Candidate> find_candidates(const Xapian::Database& database, const Story& story,
                                       const Query& filter, const CandidateLimits& limits) {
  std::vector<Query> words;
  const double all = database.get_doccount();
  for (const StoryWord* word : most_telling(story)) {
    const std::string term = schema::bounded_term(schema::prefix::surface, word->surface);
    words.push_back(Query(Query::OP_SCALE_WEIGHT, Query(term),
                          word->weight / bm25_rarity(database.get_termfreq(term), all)));
  }
  if (words.empty()) return {};
  Query query(Query::OP_OR, words.begin(), words.end());
  if (!filter.empty()) query = Query(Query::OP_FILTER, query, filter);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(k1, 0, 1, b, 0.5));
  enquire.set_collapse_key(schema::slot_language, static_cast<Xapian::doccount>(limits.of_a_language));
  const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(limits.in_all));
  std::vector<Candidate> candidates;
  for (auto match = matches.begin(); match != matches.end(); ++match)
    candidates.push_back({*match, match.get_collapse_key(), date_of(match.get_document())});
  return candidates;
}

}  // namespace nsearch::searcher
