// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "related/candidates.h"
#include "related/cognates.h"
#include "related/rarity.h"
#include "related/story.h"
#include "related/translated_words.h"

namespace nsearch::searcher {

/// A word of the story that a candidate answers.
struct Answer {
  const StoryWord* word = nullptr;
  std::string term;   ///< of the candidate
  double weight = 0;  ///< what it adds
};

/// What a candidate has in common with the story.
struct Likeness {
  double score = 0;  ///< 1 for the story itself, 0 for nothing; more for a shorter text with all of its words
  std::vector<Answer> answers;
};

/// Compares candidates with a story by their term lists. A word of the story counts its weight where the candidate holds
/// it; where it doesn't and is in another language, a translation, or else its most akin word, counts a part of that, each word of the candidate once. The
/// sum is divided by the square root of the number of different words. Numbers alone tie nothing (tables share many), unless the
/// story's words are all numbers.
class Comparison {
 public:
  /// All must outlive it.
  Comparison(const Xapian::Database& database, const Story& story, Rarity& rarity,
             TranslatedWords& translated);

  /// Throws Xapian::Error.
  Likeness with(const Candidate& candidate);

 private:
  struct Akin {
    const StoryWord* word;
    WordShape shape;
  };
  void add_translated(const std::string& language, const std::unordered_set<std::string>& stems,
                      Likeness& likeness);
  void add_akin(const std::string& language, const std::vector<std::string>& terms, Likeness& likeness);

  const Xapian::Database& database_;
  const Story& story_;
  Rarity& rarity_;
  TranslatedWords& translated_;
  std::unordered_map<std::string_view, const StoryWord*> words_;  ///< those that are looked for as they are
  std::vector<Akin> akin_;                                        ///< those whose cognates are looked for
  std::vector<const StoryWord*> translatable_;                    ///< whose translations are looked for
  double whole_ = 0;                                              ///< what the story itself would score
  bool only_numbers_ = true;                                      ///< among words_
};

}  // namespace nsearch::searcher
