// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "detection/evidence_languages.h"
#include "detection/letters.h"

// Which lists hold a word: the table of the quick look, compiled from words/*.txt by make_tables at build time.
namespace nsearch::detection {

/// The letters of a word as two numbers, zeros behind them.
struct WordLetters {
  static constexpr std::size_t kMost = 16;  ///< no listed word is longer

  std::uint64_t low = 0;
  std::uint64_t high = 0;
};

/// Sixteen letters from `letters` on.
inline WordLetters load_letters(const Letter* letters) {
  WordLetters word;
  std::memcpy(&word.low, letters, sizeof word.low);
  std::memcpy(&word.high, letters + sizeof word.low, sizeof word.high);
  if constexpr (std::endian::native == std::endian::big)
    word = {__builtin_bswap64(word.low), __builtin_bswap64(word.high)};
  return word;
}

/// The letters of a word that is not too long for a list.
inline WordLetters letters_of(std::span<const Letter> word) {
  std::array<Letter, WordLetters::kMost> padded{};
  std::memcpy(padded.data(), word.data(), word.size());
  return load_letters(padded.data());
}

struct ListedWordSlot {
  std::uint32_t tag;    ///< of the word's hash
  std::uint16_t lists;  ///< bit i: kEvidenceCodes[i]'s list holds it; 0: free
};
static_assert(kEvidenceLanguages <= 16);

/// Open addressing; never two taken slots of one word. Sparse, so that the first slot nearly always decides.
constexpr std::size_t kListedWordSlots = 1U << 15;
extern const std::array<ListedWordSlot, kListedWordSlots> kListedWordTable;

/// The lower bits say where a word's slots begin, the upper half is its tag.
constexpr std::uint64_t listed_word_hash(WordLetters word) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = Wide{word.low ^ 0x9E3779B97F4A7C15U} * (word.high ^ 0xC2B2AE3D27D4EB4FU);
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}
constexpr std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace nsearch::detection
