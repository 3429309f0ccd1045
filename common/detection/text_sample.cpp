// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/text_sample.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace nsearch::detection {
namespace {

constexpr std::size_t kReach = 64 * 1024;
constexpr std::size_t kPassage = 400;
constexpr std::size_t kWhole = 3 * kPassage;

bool is_refused(UChar32 c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  return control || noncharacter;
}

// Appends the character at `at`, goes behind it.
void append_character(std::string_view passage, std::int64_t& at, std::string& out) {
  const std::int64_t begin = at;
  UChar32 c = 0;
  U8_NEXT(passage.data(), at, static_cast<std::int64_t>(passage.size()), c);
  if (c == 0x92) {
    out += '\'';
  } else if (is_refused(c)) {
    out += c == '\n' ? '\n' : ' ';
  } else {
    out.append(passage.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
  }
}

// How many bytes from `at` on are visible ASCII or spaces.
std::int64_t plain_ascii(std::string_view text, std::int64_t at) {
  const auto begin = text.begin() + at;
  return std::find_if(begin, text.end(),
                      [](char c) { return static_cast<unsigned char>(c - 0x20) >= 0x7F - 0x20; }) -
         begin;
}

// Appends a passage, clean, and a line feed: passages are no neighbours.
void append_clean(std::string_view passage, std::string& out) {
  const auto size = static_cast<std::int64_t>(passage.size());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t begin = at;
    at += plain_ascii(passage, at);
    out.append(passage.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
    if (at < size) append_character(passage, at, out);
  }
  out += '\n';
}

// The passage of about kPassage bytes at `begin`, without the word that its beginning cuts. A passage without
// a space (Chinese, Thai) begins at the next character.
std::string_view passage_at(std::string_view text, std::size_t begin) {
  std::string_view passage = text.substr(begin, kPassage);
  if (begin == 0) return passage;
  if (const std::size_t space = passage.find_first_of(" \n"); space != std::string_view::npos)
    passage.remove_prefix(space);
  while (!passage.empty() && U8_IS_TRAIL(static_cast<std::uint8_t>(passage.front())))
    passage.remove_prefix(1);
  return passage;
}

}  // namespace

std::array<std::string_view, 3> sample_passages(std::string_view utf8) {
  const std::string_view text = utf8.substr(0, kReach);
  if (text.size() <= kWhole) return {text, {}, {}};
  return {passage_at(text, 0), passage_at(text, text.size() / 2 - kPassage / 2),
          passage_at(text, text.size() - kPassage)};
}

std::string sample_text(std::string_view utf8) {
  std::string sample;
  sample.reserve(std::min(utf8.size(), kWhole) + 3);
  for (const std::string_view passage : sample_passages(utf8))
    if (passage.data() != nullptr) append_clean(passage, sample);
  return sample;
}

}  // namespace nsearch::detection
