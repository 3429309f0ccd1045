// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/// The inner loops over bytes, sixteen at a time where the processor can: words are short, and a loop that
/// ends after a number of turns nobody can foretell costs more in mispredicted branches than in work.
namespace nsearch {

inline constexpr std::size_t block_bytes = 16;

/// A stretch of ASCII letters and digits.
struct AsciiWord {
  std::size_t length = 0;
  bool letters = false;
};

constexpr bool is_ascii_letter(char byte) {
  const auto lower = static_cast<unsigned char>(byte | 0x20);
  return lower >= 'a' && lower <= 'z';
}
constexpr bool is_ascii_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

#ifdef __SSE2__
/// Each byte of `block` that is one of the `length` values from `low` on, as a byte of ones.
inline __m128i bytes_in_range(__m128i block, int low, int length) {
  // Shifted to the lowest signed values, such a byte is below the range's length.
  const __m128i shifted = _mm_sub_epi8(block, _mm_set1_epi8(static_cast<char>(low + 128)));
  return _mm_cmplt_epi8(shifted, _mm_set1_epi8(static_cast<char>(length - 128)));
}
inline __m128i ascii_letters(__m128i block) {
  return bytes_in_range(_mm_or_si128(block, _mm_set1_epi8(0x20)), 'a', 26);
}
/// A bit for each byte of ones.
inline std::uint32_t bits_of(__m128i bytes) {
  return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
}
#endif

/// The letters and digits of ASCII that `text` has from `at` on.
inline AsciiWord ascii_word(std::string_view text, std::size_t at) {
  AsciiWord word;
  const std::size_t begin = at;
#ifdef __SSE2__
  while (at + block_bytes <= text.size()) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const __m128i letters = ascii_letters(bytes);
    const __m128i all = _mm_or_si128(letters, bytes_in_range(bytes, '0', 10));
    const auto length = static_cast<std::size_t>(std::countr_one(bits_of(all)));
    word.letters |= (bits_of(letters) & ((1u << length) - 1)) != 0;
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

/// latin_length() a byte at a time.
inline std::size_t latin_length_by_bytes(const char* bytes) {
  std::size_t length = 0;
  while (length < block_bytes) {
    const auto byte = static_cast<unsigned char>(bytes[length]);
    if (is_ascii_letter(bytes[length]) || is_ascii_digit(bytes[length])) {
      ++length;
    } else if (byte >= 0xC3 && byte <= 0xC5 && length + 1 < block_bytes) {
      const auto second = static_cast<unsigned char>(bytes[length + 1]);
      if ((second & 0xC0) != 0x80 || (second | 0x20) == 0xB7) break;
      length += 2;
    } else {
      break;
    }
  }
  return length;
}

/// How many of the sixteen bytes at `bytes` begin a run of Latin letters and digits: ASCII, and the characters
/// from U+00C0 to U+017F. The signs for times and division, and the four letters that share their second bytes,
/// are left out, and a character that is not wholly in the sixteen.
inline std::size_t latin_length(const char* bytes) {
#ifdef __SSE2__
  const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  const __m128i ascii = _mm_or_si128(ascii_letters(block), bytes_in_range(block, '0', 10));
  const __m128i sign =
      _mm_cmpeq_epi8(_mm_or_si128(block, _mm_set1_epi8(0x20)), _mm_set1_epi8(static_cast<char>(0xB7)));
  const std::uint32_t second = bits_of(_mm_andnot_si128(sign, bytes_in_range(block, 0x80, 0x40)));
  const std::uint32_t leads = bits_of(bytes_in_range(block, 0xC3, 3)) & second >> 1;
  return static_cast<std::size_t>(std::countr_one(bits_of(ascii) | leads | leads << 1));
#else
  return latin_length_by_bytes(bytes);
#endif
}

/// How many of the sixteen bytes at `bytes` are small letters of ASCII, up to the first that isn't.
inline std::size_t small_letters(const char* bytes) {
#ifdef __SSE2__
  const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  return static_cast<std::size_t>(std::countr_one(bits_of(bytes_in_range(block, 'a', 26))));
#else
  return static_cast<std::size_t>(
      std::find_if(bytes, bytes + block_bytes, [](char c) { return c < 'a' || c > 'z'; }) - bytes);
#endif
}

/// The first byte of `text` from `at` on that is one of `wanted`, or its end.
template <std::size_t count>
std::size_t find_any(std::string_view text, std::size_t at, const std::array<char, count>& wanted) {
#ifdef __SSE2__
  for (; at + block_bytes <= text.size(); at += block_bytes) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    __m128i found = _mm_setzero_si128();
    for (const char one : wanted) found = _mm_or_si128(found, _mm_cmpeq_epi8(block, _mm_set1_epi8(one)));
    if (bits_of(found) != 0) return at + static_cast<std::size_t>(std::countr_zero(bits_of(found)));
  }
#endif
  return std::min(text.find_first_of({wanted.data(), count}, at), text.size());
}

/// Up to sixteen bytes as two numbers, zeros after the end.
struct Block {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  friend bool operator==(const Block& a, const Block& b) {
    return ((a.low ^ b.low) | (a.high ^ b.high)) == 0;
  }
};

/// The first `size` bytes (all sixteen where it is greater) at `bytes`, where sixteen may be read.
inline Block load_block(const char* bytes, std::size_t size) {
  static constexpr std::array<std::uint8_t, 2 * block_bytes> masks = [] {
    std::array<std::uint8_t, 2 * block_bytes> ones_then_zeros{};
    for (std::size_t i = 0; i < block_bytes; ++i) ones_then_zeros[i] = 0xFF;
    return ones_then_zeros;
  }();
  Block block;
  Block mask;
  std::memcpy(&block, bytes, block_bytes);
  std::memcpy(&mask, masks.data() + block_bytes - std::min(size, block_bytes), block_bytes);
  block.low &= mask.low;
  block.high &= mask.high;
  return block;
}

/// Both numbers' bits in all bits of one: their product's halves, folded (as in wyhash, by Wang Yi).
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = Wide{a ^ 0x9E3779B97F4A7C15u} * (b ^ 0xC2B2AE3D27D4EB4Fu);
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

}  // namespace nsearch
