// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

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

/// An integer below 2^36 whose bytes compare as the integers do. Never begins with ff.
void append_sortable(std::string& out, std::uint64_t value);

/// Bytes that compare as the texts do, a NUL as two bytes. `closed`: something may follow that does not begin
/// with ff.
void append_sortable_text(std::string& out, std::string_view text, bool closed);

/// The lowest `bytes` bytes of `value`, highest first.
void append_big_endian(std::string& out, std::uint64_t value, unsigned bytes);

}  // namespace nsearch::indexer::glass
