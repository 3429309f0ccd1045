// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "byte_scan.h"
#include "detection/evidence_languages.h"
#include "detection/letters.h"

// Which lists hold a word: the table of the quick look, compiled from words/*.txt by make_tables at build time.
namespace nsearch::detection {

/// No listed word has more letters: fewer than a Block holds, so that of a longer word its first letters do.
constexpr std::size_t kLongestListed = block_bytes - 1;

/// A word's letters, as many as a Block holds.
inline Block letters_of(std::span<const Letter> word) {
  std::array<char, block_bytes> padded{};
  std::copy_n(word.begin(), std::min(word.size(), padded.size()), padded.begin());
  return load_block(padded.data(), padded.size());
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
constexpr std::uint64_t listed_word_hash(Block letters) {
  return mix(letters.low, letters.high);
}
constexpr std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace nsearch::detection
