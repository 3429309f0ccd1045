// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// The small encodings that glass tables are made of. Each appends to `out`; none fails but for want of
/// memory.
namespace nsearch::indexer::glass {

/// Groups of seven bits, lowest first; the top bit of a byte says that more follow.
inline void append_varint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

inline constexpr std::size_t longest_varint = 10;

/// The same at `to`, where longest_varint bytes have room; returns what is behind it.
inline char* put_varint(char* to, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) *to++ = static_cast<char>(value | 0x80);
  *to++ = static_cast<char>(value);
  return to;
}

/// The varint at `at`, which is moved behind it. The bytes must hold a whole one.
inline std::uint64_t take_varint(const char*& at) {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    value |= std::uint64_t{byte & 0x7fu} << shift;
    if (byte < 0x80) return value;
  }
}

/// A varint length and the bytes.
void append_sized(std::string& out, std::string_view bytes);

/// Little-endian without leading zeros, as the last thing in a key: 0 is nothing at all.
void append_tail_integer(std::string& out, std::uint64_t value);

inline constexpr std::size_t longest_sortable = 6;

/// An integer below 2^36 whose bytes compare as the integers do, at `to`, where longest_sortable bytes have room; returns
/// what is behind it. Never begins with ff.
inline char* put_sortable(char* to, std::uint64_t value) {
  unsigned bytes = 2;
  if (value >= 0x8000) {
    // n bytes begin with n - 2 set bits and a clear one, and hold 7n + 1 bits.
    bytes = 3;
    while (value >> (7 * bytes + 1) != 0) ++bytes;
    const std::uint64_t set_bits = (std::uint64_t{1} << (bytes - 2)) - 1;
    value |= set_bits << (7 * bytes + 2);
  }
  while (bytes-- > 0) *to++ = static_cast<char>(value >> (8 * bytes));
  return to;
}

inline void append_sortable(std::string& out, std::uint64_t value) {
  const std::size_t size = out.size();
  out.resize(size + longest_sortable);
  out.resize(static_cast<std::size_t>(put_sortable(out.data() + size, value) - out.data()));
}

/// Bytes that compare as the texts do, a NUL as two bytes. `closed`: something may follow that does not begin
/// with ff.
void append_sortable_text(std::string& out, std::string_view text, bool closed);

/// The lowest `bytes` bytes of `value`, highest first.
void append_big_endian(std::string& out, std::uint64_t value, unsigned bytes);

}  // namespace nsearch::indexer::glass
