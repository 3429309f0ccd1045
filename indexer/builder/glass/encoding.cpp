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
