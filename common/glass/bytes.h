// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "nsearch/export.h"

/// The small encodings of glass tables, read. What is read may be damaged or in the middle of being written: nothing here
/// looks behind `end`.
namespace nsearch::glass {

using Byte = unsigned char;

inline std::uint32_t big_endian(const Byte* at, unsigned bytes) {
  std::uint32_t value = 0;
  for (unsigned i = 0; i < bytes; ++i) value = value << 8 | at[i];
  return value;
}

/// The varint at `at`, which is moved behind it; false where the bytes hold no whole one.
template <typename Integer>
inline bool take_varint(const Byte*& at, const Byte* end, Integer& value) {
  if (at != end && *at < 0x80) {
    value = *at++;
    return true;
  }
  std::uint64_t sum = 0;
  for (unsigned shift = 0; at != end && shift < 64; shift += 7) {
    const Byte byte = *at++;
    sum |= std::uint64_t{byte & 0x7fu} << shift;
    if (byte < 0x80) {
      value = static_cast<Integer>(sum);
      return value == sum;
    }
  }
  return false;
}

/// Appends an integer so that bytes compare as the integers do.
NSEARCH_EXPORT void append_sortable(std::string& out, std::uint32_t value);
NSEARCH_EXPORT bool take_sortable(const Byte*& at, const Byte* end, std::uint32_t& value);

/// Appends a text so that bytes compare as the texts do. `closed`: something follows.
NSEARCH_EXPORT void append_sortable_text(std::string& out, std::string_view text, bool closed);

/// The text that a key begins with; `at` is moved behind it and what closes it.
NSEARCH_EXPORT void take_sortable_text(const Byte*& at, const Byte* end, std::string& text);

}  // namespace nsearch::glass
