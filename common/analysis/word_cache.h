// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include "analysis/word_forms.h"
#include "byte_scan.h"
#include "prefetch.h"

namespace nsearch::analysis {

/// A word as the text has it, with its forms, in one cache line.
struct alignas(64) CachedWord {
  using Layout = WordLayout<std::uint8_t>;

  char text[64 - sizeof(Layout) - 2];  // the key, the forms; the parts at the very end
  std::uint8_t key_size : 7;
  std::uint8_t met_again : 1;  // since the hand last passed
  std::uint8_t forms_at;       // in text: 0 where the forms begin with the key itself
  Layout layout;

  const char* bytes() const { return text + forms_at; }
  Layout::Part part(std::size_t i) const {
    Layout::Part found;
    std::memcpy(&found, text + sizeof text - (i + 1) * sizeof found, sizeof found);
    return found;
  }
  /// How many bytes may be read from bytes() on.
  std::size_t readable() const { return sizeof text - forms_at; }
};
static_assert(sizeof(CachedWord) == 64);

/// A word as a key: its first bytes in registers.
struct WordKey {
  WordKey() = default;
  /// The word [begin, end) of a text.
  WordKey(std::string_view text, std::size_t begin, std::size_t end);

  std::string_view bytes;
  Block first;  ///< the first sixteen bytes
  std::uint64_t hash = 0;
};

/// The forms of words met before, by their bytes in the text: most words of a text take no Unicode work and
/// no stemming.
///
/// Sets of four slots, replaced by the clock algorithm (Corbató, 1968): a word met again since the hand last
/// passed stays. The words themselves lie in the order in which they came: frequent ones come first, so that most of
/// what is read lies on few pages. Nothing to clear and no locks: one cache an analyzer, made at its first word.
class WordCache {
 public:
  static constexpr std::size_t max_key = 40;

  /// nullptr: not there. The word stays valid until the next insert().
  const CachedWord* find(const WordKey& key);

  /// The table is larger than the fastest caches: asking for several words before the first is used hides the
  /// wait. First their sets, then the words.
  void prefetch_set(const WordKey& key) const {
    if (sets_) prefetch(&sets_[key.hash & mask_]);
  }
  void prefetch_word(const WordKey& key) const {
    if (!sets_) return;
    const Set& set = sets_[key.hash & mask_];
    const unsigned matches = matching_ways(set, tag_of(key.hash));
    if (matches != 0) prefetch(&word_of(set.slots[std::countr_zero(matches)]));
  }

  /// nullptr where the word is too long to be kept.
  const CachedWord* insert(const WordKey& key, const WordForms& forms);

 private:
  static constexpr std::size_t ways = 4;
  // 1,024 words in 64 KiB are enough for queries; a table too small for its text grows to four times its size,
  // and keeps its words, until it has 131,072 in 8 MiB. Measured: docs/analysis.md.
  static constexpr std::size_t first_sets = 256;
  static constexpr std::size_t most_sets = 32768;
  static constexpr std::size_t growth = 4;

  /// A slot is 0 where it is free, else the tag of a word's hash, which is never 0, above the word's number.
  static constexpr unsigned number_bits = 17;
  static_assert(most_sets * ways == std::size_t{1} << number_bits);
  struct alignas(16) Set {
    std::uint32_t slots[ways];
  };
  struct Free {
    void operator()(void* memory) const;
  };

  static std::uint32_t tag_of(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> (32 + number_bits)) | 1;
  }
  static unsigned matching_ways(const Set& set, std::uint32_t tag) {
#ifdef __SSE2__
    const __m128i slots = _mm_load_si128(reinterpret_cast<const __m128i*>(set.slots));
    const __m128i equal =
        _mm_cmpeq_epi32(_mm_srli_epi32(slots, number_bits), _mm_set1_epi32(static_cast<int>(tag)));
    return static_cast<unsigned>(_mm_movemask_ps(_mm_castsi128_ps(equal)));
#else
    unsigned matches = 0;
    for (std::size_t i = 0; i < ways; ++i)
      matches |= static_cast<unsigned>(set.slots[i] >> number_bits == tag) << i;
    return matches;
#endif
  }
  static std::uint32_t number_of(std::uint32_t slot) {
    return slot & ((1u << number_bits) - 1);
  }
  CachedWord& word_of(std::uint32_t slot) const {
    return words_[number_of(slot)];
  }
  static bool is(const CachedWord& word, const WordKey& key);
  void make(std::size_t set_count);
  void grow();
  CachedWord& place(std::uint64_t hash);
  std::uint32_t& take_slot(Set& set);

  std::size_t mask_ = 0;      // number of sets - 1
  std::size_t used_ = 0;      // of words_
  std::size_t inserted_ = 0;  // since the table was made
  std::unique_ptr<Set[], Free> sets_;
  std::unique_ptr<CachedWord[], Free> words_;
};

inline WordKey::WordKey(std::string_view text, std::size_t begin, std::size_t end)
    : bytes(text.substr(begin, end - begin)) {
  if (begin + block_bytes <= text.size()) {
    first = load_block(bytes.data(), bytes.size());
  } else {
    char padded[block_bytes] = {};
    bytes.copy(padded, block_bytes);
    first = load_block(padded, bytes.size());
  }
  hash = mix(first.low, first.high ^ bytes.size());
  for (std::size_t at = block_bytes; at < bytes.size() && at < WordCache::max_key; at += 8) {
    std::uint64_t more = 0;
    std::memcpy(&more, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
    hash = mix(hash, more);
  }
}

inline bool WordCache::is(const CachedWord& word, const WordKey& key) {
  const std::size_t size = key.bytes.size();
  if (word.key_size != size || load_block(word.text, size) != key.first) return false;
  return size <= block_bytes ||
         std::memcmp(word.text + block_bytes, key.bytes.data() + block_bytes, size - block_bytes) == 0;
}

inline const CachedWord* WordCache::find(const WordKey& key) {
  if (!sets_) return nullptr;
  const Set& set = sets_[key.hash & mask_];
  for (unsigned matches = matching_ways(set, tag_of(key.hash)); matches != 0; matches &= matches - 1) {
    CachedWord& word = word_of(set.slots[std::countr_zero(matches)]);
    if (!is(word, key)) continue;
    word.met_again = 1;
    return &word;
  }
  return nullptr;
}

}  // namespace nsearch::analysis
