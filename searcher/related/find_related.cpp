// SPDX-License-Identifier: GPL-2.0-or-later
#include "related/find_related.h"

#include <algorithm>
#include <unordered_map>

#include "related/asked_article.h"
#include "related/candidates.h"
#include "related/likeness.h"
#include "related/ranking.h"
#include "related/rarity.h"
#include "related/story.h"
#include "result/hits.h"

namespace nsearch::searcher {

namespace {

/// How many articles of each language are compared, and in all: what bounds the time.
CandidateLimits limits(const RelatedRequest& request) {
  constexpr std::size_t to_be_measured_by = 18, most = 400;
  return {std::min(request.limit, most_related) / 2 + to_be_measured_by, most};
}

std::vector<Compared> compare(const Xapian::Database& database, const std::vector<Candidate>& candidates,
                              const RelatedRequest& request, const Story& story, Xapian::docid own,
                              Rarity& rarity, TranslatedWords& translated) {
  Comparison comparison(database, story, rarity, translated);
  std::vector<Compared> compared;
  for (const Candidate& candidate : candidates) {
    if (candidate.document == own) continue;
    if (request.other_languages && candidate.language == story.language) continue;
    compared.push_back({candidate, comparison.with(candidate), 0});
  }
  return compared;
}

/// The words that tie a document to the story, as both have them written.
std::vector<Tie> ties_of(Likeness likeness, const StoredDocument& document, Analyzer& neutral) {
  std::vector<Answer>& answers = likeness.answers;
  std::stable_sort(answers.begin(), answers.end(),
                   [](const Answer& a, const Answer& b) { return a.weight > b.weight; });
  double whole = 0;
  for (const Answer& answer : answers) whole += answer.weight;
  if (answers.size() > most_ties) answers.resize(most_ties);
  std::unordered_map<std::string, std::string> written;
  for (StoryWord& word : read_story(story_text(document), neutral).words)
    written.emplace(std::move(word.surface), std::move(word.written));
  std::vector<Tie> ties;
  for (const Answer& answer : answers) {
    const auto there = written.find(answer.term);
    ties.push_back({answer.word->written, there == written.end() ? answer.term : there->second,
                    answer.term != answer.word->surface, answer.weight / whole});
  }
  return ties;
}

RelatedHit hit_of(const Xapian::Database& database, const Compared& one, const RelatedRequest& request,
                  Analyzer& neutral) {
  RelatedHit related;
  Hit& hit = related.hit;
  const bool whole = request.ties || request.bodies;
  hit.document = stored_document(database.get_document(one.candidate.document),
                                 whole ? RecordPart::all : RecordPart::without_body);
  hit.id = hit.document.id;
  hit.score = one.score;
  hit.title.text = hit.document.title;
  if (request.ties) related.ties = ties_of(one.likeness, hit.document, neutral);
  if (!request.bodies) hit.document.body.clear();
  return related;
}

}  // namespace

RelatedResults find_related(OpenIndexes& indexes, const RelatedRequest& request) {
  const Xapian::Database& database = indexes.database();
  AskedArticle article = asked_article(database, request);
  const Xapian::Query filter = related_filter(request, article);
  Analyzer neutral("und", indexes.protected_words());
  const std::string text = story_text(article.document);
  Story story = read_story(text, neutral);
  story.language = article.document.language;
  std::vector<std::string> languages = indexes.languages();
  if (std::find(languages.begin(), languages.end(), story.language) == languages.end())
    languages.push_back(story.language);
  Rarity rarity(database, languages, indexes.protected_words());
  rarity.judge(text, article.number != 0, story);
  const CandidateLimits most = limits(request);
  TranslatedWords translated(indexes.dictionaries(""), story.language);
  const std::vector<Candidate> candidates = find_candidates(indexes, story, translated, filter, most);
  std::vector<Compared> compared =
      compare(database, candidates, request, story, article.number, rarity, translated);

  RelatedResults results;
  results.compared = compared.size();
  rank(compared, candidates.size() < most.in_all, article.date);
  for (const Compared& one : compared) {
    if (results.hits.size() == std::min(request.limit, most_related)) break;
    results.hits.push_back(hit_of(database, one, request, neutral));
    results.hits.back().hit.rank = results.hits.size();
  }
  article.document.body.clear();
  results.article = std::move(article.document);
  return results;
}

}  // namespace nsearch::searcher
