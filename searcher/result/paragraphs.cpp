// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/paragraphs.h"

#include <algorithm>

namespace nsearch::searcher {

namespace {

// The analysis takes a line of more characters than this for a paragraph.
constexpr std::ptrdiff_t longest_wrapped_line = 100;

// Shorter ones stay together: each that is analysed takes memory of its own.
constexpr std::size_t least_bytes = 160;

constexpr std::string_view blanks = " \t\r";

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/// Whether the analysis sees more than one line in what lies between two line feeds.
bool holds_other_breaks(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  if (line.find_first_of("\r\v\f\xC2\xE2") == std::string_view::npos) return false;
  for (const std::string_view line_break : {"\r", "\v", "\f", "\u0085", "\u2028", "\u2029"})
    if (line.find(line_break) != std::string_view::npos) return true;
  return false;
}

/// Whether the first word of a line is of Latin letters or digits. The analysis measures lines from their beginning, so
/// each that begins a paragraph must hold a word; and a sign by itself may be one that leaves nothing to index.
bool begins_with_latin(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const auto byte = static_cast<unsigned char>(line[at]);
    if (is_letter_or_digit(line[at]) || (byte >= 0xC3 && byte <= 0xC9)) return true;
    if (byte < 0x80) {
      ++at;
    } else if (byte == 0xC2) {  // Latin-1's signs
      at += 2;
    } else if (line.substr(at, 2) == "\xE2\x80") {  // dashes, quotes
      at += 3;
    } else {
      return false;
    }
  }
  return false;
}

/// Whether the analysis sees a paragraph end after `line`, for certain.
bool ends_paragraph(std::string_view line) {
  const std::size_t last = line.find_last_not_of(blanks);
  if (last == std::string_view::npos) return true;
  line = line.substr(0, last + 1);
  return std::string_view(".!?:\")").find(line.back()) != std::string_view::npos ||
         std::count_if(line.begin(), line.end(), is_ascii) > longest_wrapped_line;
}

}  // namespace

std::size_t paragraph_end(std::string_view text) {
  bool word_before = false;  // an empty line ends a paragraph only after a word
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t line_end = text.find('\n', begin);
    if (line_end == std::string_view::npos) break;
    const std::string_view line = text.substr(begin, line_end - begin);
    word_before |= std::any_of(line.begin(), line.end(), is_letter_or_digit);
    begin = line_end + 1;
    const std::string_view next = text.substr(begin, text.find('\n', begin) - begin);
    if (word_before && begin >= least_bytes && ends_paragraph(line) && begins_with_latin(next) &&
        !holds_other_breaks(line) && !holds_other_breaks(next))
      return begin;
  }
  return text.size();
}

}  // namespace nsearch::searcher
