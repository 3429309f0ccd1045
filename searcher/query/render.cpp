// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <string_view>

#include "nsearch/query.h"
#include "query/characters.h"

namespace nsearch {
namespace {

using searcher::display_width;
using searcher::is_format_character;
using searcher::is_separator;
using searcher::malformed_character;
using searcher::next_character;
using searcher::previous_character;

constexpr int window_width = 80;   ///< columns of the query that are shown
constexpr int window_before = 40;  ///< of them before the piece, where there is as much behind it
constexpr std::string_view indent = "  ";
constexpr std::string_view cut = "...";

/// Columns that a character takes as show() writes it.
int shown_width(char32_t c) {
  return is_separator(c) ? 1 : display_width(c);
}

/// Writes a character so that it can't disturb a terminal: tabs, line ends and controls become spaces; the
/// invisible ones, those that turn the direction of writing among them, are left out.
void show(std::string& out, std::string_view bytes, char32_t c) {
  if (c == malformed_character)
    out += "\uFFFD";
  else if (is_separator(c))
    out += ' ';
  else if (!is_format_character(c))
    out += bytes;
}

/// The stretch of the query's line that is shown, in bytes.
struct Window {
  std::size_t begin = 0, end = 0;
  bool cut_before = false, cut_behind = false;
};

/// Moves over as many characters as `columns` hold, and takes theirs away.
std::size_t move_back(std::string_view query, std::size_t at, std::size_t stop, int& columns) {
  while (at > stop) {
    std::size_t next = at;
    const int width = shown_width(previous_character(query, next));
    if (width > columns) break;
    columns -= width;
    at = next;
  }
  return at;
}

std::size_t move_on(std::string_view query, std::size_t at, std::size_t stop, int& columns) {
  while (at < stop) {
    std::size_t next = at;
    const int width = shown_width(next_character(query, next));
    if (width > columns) break;
    columns -= width;
    at = next;
  }
  return at;
}

Window window_around(std::string_view query, std::size_t at) {
  const std::size_t newline = at == 0 ? std::string_view::npos : query.rfind('\n', at - 1);
  const std::size_t line_begin = newline == std::string_view::npos ? 0 : newline + 1;
  const std::size_t line_end = std::min(query.find('\n', at), query.size());
  Window window;
  int before = window_before;
  window.begin = move_back(query, at, line_begin, before);
  int behind = window_width - window_before + before;
  window.end = move_on(query, at, line_end, behind);
  window.begin = move_back(query, window.begin, line_begin, behind);
  window.cut_before = window.begin > line_begin;
  window.cut_behind = window.end < line_end;
  return window;
}

std::string caret_line(std::string_view query, const Window& window, std::size_t begin, std::size_t end) {
  std::string line(window.cut_before ? cut.size() : 0, ' ');
  int carets = 0;
  for (std::size_t at = window.begin; at < std::min(std::max(end, begin), window.end);) {
    const bool marked = at >= begin;
    const int width = shown_width(next_character(query, at));
    if (marked)
      carets += width;
    else
      line.append(static_cast<std::size_t>(width), ' ');
  }
  return line.append(static_cast<std::size_t>(std::max(carets, 1)), '^');
}

std::string shown_line(std::string_view query, const Window& window) {
  std::string line(window.cut_before ? cut : "");
  for (std::size_t at = window.begin; at < window.end;) {
    const std::size_t begin = at;
    const char32_t c = next_character(query, at);
    show(line, query.substr(begin, at - begin), c);
  }
  return line.append(window.cut_behind ? cut : "");
}

}  // namespace

std::string QueryDiagnostic::render(std::string_view query) const {
  const std::size_t from = std::min(begin, query.size());
  const Window window = window_around(query, from);
  const bool several_lines = query.find('\n') != std::string_view::npos;
  std::string out = several_lines ? "line " + std::to_string(line) + ", " : "";
  out += "column " + std::to_string(column) + ": " + message + '\n';
  out.append(indent).append(shown_line(query, window)) += '\n';
  out.append(indent).append(caret_line(query, window, from, std::min(end, query.size()))) += '\n';
  if (!expected.empty()) out.append(indent).append("expected: ").append(expected) += '\n';
  if (!suggestion.empty()) out.append(indent).append(suggestion) += '\n';
  return out;
}

}  // namespace nsearch
