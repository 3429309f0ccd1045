// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/arena.h"
#include "analysis/language_profiles.h"
#include "analysis/sentence_boundaries.h"
#include "analysis/token_writer.h"
#include "analysis/word_analysis.h"
#include "analysis/word_cache.h"
#include "analysis/word_reader.h"

namespace nsearch::analysis {

/// The analysis of one language, its steps in order:
///
///     Segmenter            the text's runs of letters and digits
///     WordReader           elided articles go; OpenAI's, aujourd'hui, U.S. and 16,86 are one word each
///     WordAnalysis         a word's forms: normalised, folded, stemmed (or from WordCache, where it was met
///     before) TokenWriter          tokens and positions; connected words also as one SentenceBoundaries what
///     ends after a word
///
/// Not thread-safe.
class Chain {
 public:
  explicit Chain(const LanguageRules& rules, const ProtectedWords& protected_words = {}, bool cache = true)
      : rules_(rules), words_(rules, protected_words), cached_(cache) {}

  const LanguageRules& rules() const { return rules_; }

  /// Replaces `tokens`, whose bytes go to `arena`; returns the number of positions.
  std::uint32_t analyze(std::string_view utf8, std::vector<Token>& tokens, Arena& arena);

  /// What each step does to each word; without the cache.
  std::vector<WordSteps> explain(std::string_view utf8, Arena& arena);

 private:
  /// A word read ahead of its turn.
  struct Ahead {
    TextWord word;
    WordKey key;
  };

  struct Batch {
    std::array<Ahead, 16> words;
    std::size_t size = 0;
  };

  void read(Batch& batch);
  void prefetch_words(const Batch& batch) const;
  void add(const Ahead& ahead);
  template <typename Word>
  void write(const Word& known, const TextWord& word);
  void end_group();
  void end_before(const TextWord& word, std::uint16_t flags);

  const LanguageRules& rules_;
  std::string_view text_;
  WordReader reader_;
  WordAnalysis words_;
  bool cached_;
  WordCache cache_;
  TokenWriter writer_;
  SentenceBoundaries boundaries_;
  std::array<Batch, 2> batches_;  // the one in hand and the next
  Link group_ = Link::none;       // of the word before with the one before that
};

}  // namespace nsearch::analysis
