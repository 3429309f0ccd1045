// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/clean_text.h"

#include <algorithm>

namespace nsearch::indexer {
namespace {

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

}  // namespace

bool has_control(std::string_view utf8) {
  return std::any_of(utf8.begin(), utf8.end(), is_control);
}

/// Over the whole text, without an early way out: this loop the compiler turns into wide instructions.
bool needs_cleaning(std::string_view text) {
  unsigned found = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    found |= static_cast<unsigned>(byte < 0x20) & static_cast<unsigned>(byte != '\n') &
             static_cast<unsigned>(byte != '\t');
    found |= static_cast<unsigned>(byte == 0x7F);
  }
  return found != 0;
}

std::string clean_text(std::string_view utf8) {
  if (!needs_cleaning(utf8)) return std::string(utf8);
  std::string clean;
  clean.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const char c = utf8[i];
    if (c == '\r') {
      if (i + 1 == utf8.size() || utf8[i + 1] != '\n') clean += '\n';
    } else if (c == '\n' || c == '\t' || !is_control(c)) {
      clean += c;
    } else {
      clean += ' ';
    }
  }
  return clean;
}

std::string clean_line(std::string_view utf8) {
  std::string clean;
  clean.reserve(utf8.size());
  for (const char c : utf8) {
    if (c != ' ' && !is_control(c)) {
      clean += c;
    } else if (!clean.empty() && clean.back() != ' ') {
      clean += ' ';
    }
  }
  if (!clean.empty() && clean.back() == ' ') clean.pop_back();
  return clean;
}

}  // namespace nsearch::indexer
