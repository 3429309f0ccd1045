// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "detection/evidence_languages.h"
#include "detection/letters.h"

// The tables of our own evidence, compiled from words/*.txt by make_tables at build time, so that no process
// spends time on making them: they lie in the library's read-only data.
namespace nsearch::detection {

/// Costs, that is negative logarithms of probabilities, in sixteenths of a nat, one a language.
using Costs = std::array<std::uint8_t, kColumns>;
constexpr float kCostsPerNat = 16.0F;

constexpr std::size_t kLetterPairs = static_cast<std::size_t>(kLetters) * kLetters;

/// Letters a, b are followed by which letters, in any language, and where those triples' rows begin.
struct TripleIndex {
  std::uint64_t followers;  ///< bit c: the triple a, b, c has a row
  std::uint32_t first_row;  ///< of the lowest c; the others follow in order
};

/// A word of one language's list, in an open-addressing table: a word listed in n languages takes n slots of
/// one run.
struct WordSlot {
  std::uint32_t hash;     ///< 0: free
  std::uint8_t language;  ///< index in kEvidenceCodes
  std::uint8_t cost;      ///< of the word's frequency
};
constexpr std::size_t kWordSlots = 1U << 15;

extern const std::array<TripleIndex, kLetterPairs> kTripleIndex;  ///< by a, b
extern const std::span<const Costs> kTripleCosts;                 ///< by row: P(c | a, b)
extern const std::array<Costs, kLetterPairs> kPairCosts;          ///< by b, c: P(c | b)
extern const std::array<Costs, kLetterPairs> kContextCosts;       ///< by a, b: the weight left to pairs
extern const std::array<WordSlot, kWordSlots> kWordTable;

constexpr std::size_t pair_of(Letter a, Letter b) {
  return static_cast<std::size_t>(a) * kLetters + b;
}

/// FNV-1a, never 0.
constexpr std::uint32_t hash_of(std::span<const Letter> word) {
  std::uint32_t h = 0x811C9DC5U;
  for (const Letter letter : word) h = (h ^ letter) * 0x01000193U;
  return h == 0 ? 1 : h;
}

}  // namespace nsearch::detection
