// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nsearch::analysis {

/// A decoded character. Malformed bytes are taken one at a time: value is then `malformed`, length 1.
struct Decoded {
  std::int32_t value;
  std::uint32_t length;
};

inline constexpr std::int32_t malformed = -1;

inline bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Decodes the character at `at`, which is below text.size(). Overlong forms, surrogates and values above
/// U+10FFFF are malformed (RFC 3629).
inline Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const std::size_t left = text.size() - at;
  const auto follows = [&](std::size_t count) {
    if (left <= count) return false;
    for (std::size_t i = 1; i <= count; ++i)
      if (!is_continuation(text[at + i])) return false;
    return true;
  };
  const std::int32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC2) return {malformed, 1};
  if (lead < 0xE0) {
    if (!follows(1)) return {malformed, 1};
    return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  }
  if (lead < 0xF0) {
    if (!follows(2)) return {malformed, 1};
    const std::int32_t value = (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    if (value < 0x800 || (value >= 0xD800 && value <= 0xDFFF)) return {malformed, 1};
    return {value, 3};
  }
  if (lead > 0xF4 || !follows(3)) return {malformed, 1};
  const std::int32_t value =
      (lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  if (value < 0x10000 || value > 0x10FFFF) return {malformed, 1};
  return {value, 4};
}

/// Decodes the character that ends at `end`, which is above 0.
inline Decoded decode_before(std::string_view text, std::size_t end) {
  for (std::size_t back = 1; back <= 4 && back <= end; ++back) {
    if (is_continuation(text[end - back])) continue;
    const Decoded found = decode(text, end - back);
    if (found.length == back) return found;
    break;
  }
  return {malformed, 1};
}

inline void append_utf8(std::int32_t value, std::string& out) {
  const auto add = [&](std::int32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) return add(value);
  if (value < 0x800) {
    add(0xC0 | value >> 6);
  } else {
    if (value < 0x10000) {
      add(0xE0 | value >> 12);
    } else {
      add(0xF0 | value >> 18);
      add(0x80 | (value >> 12 & 0x3F));
    }
    add(0x80 | (value >> 6 & 0x3F));
  }
  add(0x80 | (value & 0x3F));
}

inline bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

}  // namespace nsearch::analysis
