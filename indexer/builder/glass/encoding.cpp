// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/glass/encoding.h"

namespace nsearch::indexer::glass {

void append_sized(std::string& out, std::string_view bytes) {
  append_varint(out, bytes.size());
  out += bytes;
}

void append_tail_integer(std::string& out, std::uint64_t value) {
  for (; value != 0; value >>= 8) out += static_cast<char>(value);
}

void append_sortable(std::string& out, std::uint64_t value) {
  if (value < 0x8000) return append_big_endian(out, value, 2);
  // n bytes begin with n - 2 set bits and a clear one, and hold 7n + 1 bits.
  unsigned bytes = 3;
  while (value >> (7 * bytes + 1) != 0) ++bytes;
  const std::uint64_t set_bits = (std::uint64_t{1} << (bytes - 2)) - 1;
  append_big_endian(out, (set_bits << (7 * bytes + 2)) | value, bytes);
}

void append_sortable_text(std::string& out, std::string_view text, bool closed) {
  std::size_t nul = text.find('\0');
  for (; nul != std::string_view::npos; nul = text.find('\0')) {
    out.append(text, 0, nul + 1) += '\xff';
    text.remove_prefix(nul + 1);
  }
  out += text;
  if (closed) out += '\0';
}

void append_big_endian(std::string& out, std::uint64_t value, unsigned bytes) {
  while (bytes-- > 0) out += static_cast<char>(value >> (8 * bytes));
}

}  // namespace nsearch::indexer::glass
