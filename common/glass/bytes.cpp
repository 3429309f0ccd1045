// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/bytes.h"

#include <algorithm>

namespace nsearch::glass {

void append_sortable(std::string& out, std::uint32_t value) {
  if (value < 0x8000) {
    out += static_cast<char>(value >> 8);
    out += static_cast<char>(value);
    return;
  }
  // n bytes hold 7n + 1 bits; the first byte tells n by its leading ones.
  unsigned bytes = 3;
  while (bytes < 5 && value >> (7 * bytes + 1) != 0) ++bytes;
  const unsigned first = 0xffu & (0xffu << (10 - bytes));
  const std::uint64_t wide = value;
  out += static_cast<char>(first | (wide >> (8 * (bytes - 1))));
  for (unsigned i = bytes - 1; i-- > 0;) out += static_cast<char>(wide >> (8 * i));
}

bool take_sortable(const Byte*& at, const Byte* end, std::uint32_t& value) {
  if (end - at < 2) return false;
  unsigned bytes = 2;
  Byte rest = *at;
  for (; (rest & 0x80) != 0; rest = static_cast<Byte>(rest << 1)) ++bytes;
  if (bytes > 5 || end - at < static_cast<std::ptrdiff_t>(bytes)) return false;
  std::uint64_t sum = bytes == 2 ? *at : *at & (0xffu >> (bytes - 1));
  for (unsigned i = 1; i < bytes; ++i) sum = sum << 8 | at[i];
  at += bytes;
  value = static_cast<std::uint32_t>(sum);
  return value == sum;
}

void append_sortable_text(std::string& out, std::string_view text, bool closed) {
  for (const char c : text) {
    out += c;
    if (c == '\0') out += '\xff';
  }
  if (closed) out += '\0';
}

void take_sortable_text(const Byte*& at, const Byte* end, std::string& text) {
  text.clear();
  for (;;) {
    const Byte* const zero = std::find(at, end, Byte{0});
    text.append(reinterpret_cast<const char*>(at), static_cast<std::size_t>(zero - at));
    at = zero;
    if (at == end || ++at == end || *at != 0xff) return;
    ++at;
    text += '\0';
  }
}

}  // namespace nsearch::glass
