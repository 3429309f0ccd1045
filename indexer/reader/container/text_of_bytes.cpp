// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/container/text_of_bytes.h"

#include "reader/clean_text.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

void append_escaped(std::string& text, char byte) {
  constexpr const char* digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  text += '%';
  text += digits[value >> 4];
  text += digits[value & 15];
}

void append_well_formed(std::string& text, std::string_view bytes) {
  for (const char byte : bytes) {
    if (has_control({&byte, 1})) {
      append_escaped(text, byte);
    } else {
      text += byte;
    }
  }
}

}  // namespace

std::string text_of_bytes(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) {
    const std::size_t fault = find_invalid_utf8(bytes);
    append_well_formed(text, bytes.substr(0, fault));
    if (fault == std::string_view::npos) break;
    append_escaped(text, bytes[fault]);
    bytes.remove_prefix(fault + 1);
  }
  return text;
}

}  // namespace nsearch::indexer
