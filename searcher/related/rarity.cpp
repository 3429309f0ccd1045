// SPDX-License-Identifier: GPL-2.0-or-later
#include "related/rarity.h"

#include <algorithm>
#include <cmath>

#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

/// Below this number of documents counts say little: those of a language are left aside, the index counts as one of so many.
constexpr Xapian::doccount enough_documents = 30;

/// What the whole index says of a word weighs as much as so many documents of a language.
constexpr double prior_documents = 5;

constexpr double stop_word_share = 0.5;

/// Words less rare than this (in natural logarithms: in more than a third of a language's documents) carry nothing.
constexpr double least_rarity = 1;

// Weight grows faster than rarity, for a story's rarest words tell it from others on its topic.
constexpr double rarity_power = 1.5;
constexpr double name_bonus = 1;
constexpr double number_bonus = 0.5;

/// Where more words within sentences are capitalised than this, not only names are.
constexpr double names_share = 0.15;

}  // namespace

Rarity::Rarity(const Xapian::Database& database, const std::vector<std::string>& languages,
               const ProtectedWords& protected_words)
    : database_(database), all_(std::max(enough_documents, database.get_doccount())) {
  for (const std::string& code : languages) {
    const Xapian::doccount documents =
        database.get_termfreq(schema::bounded_term(schema::prefix::language, code));
    languages_.push_back({code, documents, Analyzer(code, protected_words)});
  }
}

double Rarity::among(const std::string& language, const std::string& term) {
  const auto [entry, added] = frequencies_.try_emplace(term);
  if (added) entry->second = database_.get_termfreq(term);
  const auto known = std::find_if(languages_.begin(), languages_.end(),
                                  [&](const Language& one) { return one.code == language; });
  const double documents =
      known == languages_.end() ? enough_documents : std::max(enough_documents, known->documents);
  return -std::log(std::min(1.0, (entry->second + 1) / (documents + 1)));
}

void Rarity::raise_shares(Language& language, std::string_view text, const Index& index, const Story& story,
                          std::vector<double>& shares) {
  AnalyzedText analysed;
  language.analyzer.analyze(text, analysed);
  std::vector<bool> done(story.words.size());
  for (const Token& token : analysed.tokens()) {
    if (token.kind != TokenKind::word) continue;
    const auto found = index.find(token.surface);
    if (found == index.end() || done[found->second]) continue;
    done[found->second] = true;
    const double with_word = story.words[found->second].documents;
    if (with_word == 0) continue;
    double share = stop_word_share;
    if (!token.stop_word) {
      if (language.documents < enough_documents) continue;
      const double with_stem = database_.get_termfreq(
          schema::language_term(schema::prefix::stem, language.analyzer.language(), token.stem));
      share = (std::min(with_stem, with_word) + prior_documents * with_word / all_) /
              (language.documents + prior_documents);
    }
    shares[found->second] = std::max(shares[found->second], share);
  }
}

void Rarity::judge(std::string_view text, bool own, Story& story) {
  Index index;
  std::vector<double> shares(story.words.size());
  for (std::size_t i = 0; i < story.words.size(); ++i) {
    StoryWord& word = story.words[i];
    word.documents = database_.get_termfreq(schema::bounded_term(schema::prefix::surface, word.surface));
    if (own && word.documents > 0) --word.documents;
    index.emplace(word.surface, i);
    shares[i] = (word.documents + 1) / (all_ + 1);
  }
  for (Language& language : languages_) raise_shares(language, text, index, story, shares);
  for (std::size_t i = 0; i < story.words.size(); ++i)
    story.words[i].rarity = -std::log(std::min(1.0, shares[i]));
  weigh_words(story);
}

void weigh_words(Story& story) {
  const double sure = story.names_share > names_share ? names_share / story.names_share : 1;
  for (StoryWord& word : story.words) {
    if (word.rarity < least_rarity) continue;
    const double bonus = word.number ? number_bonus : word.name ? name_bonus * sure : 0;
    word.weight = std::pow(word.rarity, rarity_power) * (1 + bonus);
  }
}

}  // namespace nsearch::searcher
