// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "detection/evidence_languages.h"
#include "detection/letters.h"

namespace nsearch::detection {

/// How probable a letter is after the two before it, in each language: trigrams learned from the word lists,
/// interpolated with bigrams and single letters by Witten-Bell smoothing (Witten and Bell 1991, "The
/// zero-frequency problem", IEEE Transactions on Information Theory 37(4)). It speaks for words that no list
/// holds, by their beginnings and endings above all: -heid, -ção, -ement.
class LetterModel {
 public:
  using Row = std::array<double, kEvidenceLanguages>;

  LetterModel();

  /// Counts a word once for a language, with the boundaries before and after it.
  void learn(std::size_t language, std::span<const Letter> word);

  /// P(c | a, b), interpolated; `pair` is a, b.
  Row triple(std::size_t pair, Letter c) const;
  /// P(c | b), interpolated.
  Row pair(Letter b, Letter c) const;
  /// The weight that the letters a, b leave to pair(b, c) where the triple was never seen.
  Row rest(std::size_t pair) const;
  /// Whether any language has the triple.
  bool seen(std::size_t pair, Letter c) const;

 private:
  double single(std::size_t language, Letter c) const;

  std::vector<Row> triples_;        ///< counts by a, b, c
  std::vector<Row> pairs_;          ///< counts by b, c
  std::vector<Row> contexts_;       ///< by a, b: how often a letter follows
  std::vector<Row> context_kinds_;  ///< by a, b: how many different ones
  std::array<Row, kLetters> after_{};
  std::array<Row, kLetters> kinds_{};
  std::array<Row, kLetters> single_{};
  Row total_{};
};

}  // namespace nsearch::detection
