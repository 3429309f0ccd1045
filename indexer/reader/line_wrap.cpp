// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/line_wrap.h"

#include <algorithm>
#include <vector>

namespace nsearch::indexer {
namespace {

constexpr std::size_t widest = 100;
constexpr std::size_t fewest_breaks = 3;

/// Characters (code points) of a text.
std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::string_view first_word(std::string_view line) {
  return line.substr(0, line.find(' '));
}

/// Whether the break between two lines stands where the next word would not have fitted.
bool is_wrap(std::string_view line, std::string_view next, std::size_t full) {
  return width(line) + 1 + width(first_word(next)) > full;
}

bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// A line that is indented begins something of its own.
bool within_paragraph(std::string_view line, std::string_view next) {
  return !is_blank_line(line) && !is_blank_line(next) && next.front() != ' ' && next.front() != '\t';
}

}  // namespace

std::string unwrap_lines(std::string_view utf8) {
  const std::vector<std::string_view> lines = split_lines(utf8);
  std::size_t full = 0;
  for (std::string_view line : lines) {
    if (line.size() > 4 * widest) return std::string(utf8);  // whatever the characters are
    full = std::max(full, width(line));
  }
  if (full > widest) return std::string(utf8);

  std::size_t breaks = 0;
  std::size_t wraps = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!within_paragraph(lines[i], lines[i + 1])) continue;
    ++breaks;
    wraps += is_wrap(lines[i], lines[i + 1], full) ? 1 : 0;
  }
  if (breaks < fewest_breaks || 10 * wraps < 9 * breaks) return std::string(utf8);

  std::string text;
  text.reserve(utf8.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text += lines[i];
    if (i + 1 == lines.size()) break;
    const bool joined = within_paragraph(lines[i], lines[i + 1]) && is_wrap(lines[i], lines[i + 1], full);
    text += joined ? ' ' : '\n';
  }
  return text;
}

}  // namespace nsearch::indexer
