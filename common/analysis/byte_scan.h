// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/// The inner loops over bytes, sixteen at a time where the processor can: words are short, and a loop that
/// ends after a number of turns nobody can foretell costs more in mispredicted branches than in work.
namespace nsearch::analysis {

inline constexpr std::size_t block_bytes = 16;

/// A stretch of ASCII letters and digits.
struct AsciiWord {
  std::size_t length = 0;
  bool letters = false;
};

inline bool is_ascii_letter(char byte) {
  const auto lower = static_cast<unsigned char>(byte | 0x20);
  return lower >= 'a' && lower <= 'z';
}
inline bool is_ascii_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/// The letters and digits of ASCII that `text` has from `at` on.
inline AsciiWord ascii_word(std::string_view text, std::size_t at) {
  AsciiWord word;
  const std::size_t begin = at;
#ifdef __SSE2__
  while (at + block_bytes <= text.size()) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    // A byte is in a range where, shifted to the lowest signed values, it is below the range's length.
    const auto in_range = [](__m128i b, char low, char length) {
      const __m128i shifted = _mm_sub_epi8(b, _mm_set1_epi8(static_cast<char>(low + 128)));
      return _mm_cmplt_epi8(shifted, _mm_set1_epi8(static_cast<char>(length - 128)));
    };
    const __m128i letters = in_range(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 26);
    const __m128i all = _mm_or_si128(letters, in_range(bytes, '0', 10));
    const auto letter_mask = static_cast<std::uint32_t>(_mm_movemask_epi8(letters));
    const auto length =
        static_cast<std::size_t>(std::countr_one(static_cast<std::uint32_t>(_mm_movemask_epi8(all))));
    word.letters |= (letter_mask & ((1u << length) - 1)) != 0;
    at += length;
    if (length < block_bytes) {
      word.length = at - begin;
      return word;
    }
  }
#endif
  for (; at < text.size(); ++at) {
    const bool letter = is_ascii_letter(text[at]);
    if (!letter && !is_ascii_digit(text[at])) break;
    word.letters |= letter;
  }
  word.length = at - begin;
  return word;
}

/// Up to sixteen bytes as two numbers, zeros after the end.
struct Block {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  friend bool operator==(const Block&, const Block&) = default;
};

/// The first `size` bytes (at most sixteen) at `bytes`, where sixteen may be read.
inline Block load_block(const char* bytes, std::size_t size) {
  Block block;
  if constexpr (std::endian::native != std::endian::little) {
    char padded[block_bytes] = {};
    std::memcpy(padded, bytes, std::min(size, block_bytes));
    std::memcpy(&block, padded, sizeof block);
    return block;
  }
  std::memcpy(&block.low, bytes, 8);
  std::memcpy(&block.high, bytes + 8, 8);
  const auto kept = [](std::size_t count) {  // a mask of `count` bytes
    return count >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * count)) - 1;
  };
  block.low &= kept(size);
  block.high &= size > 8 ? kept(size - 8) : 0;
  return block;
}

}  // namespace nsearch::analysis
