// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/markup_text.h"

#include <utility>

#include "reader/clean_text.h"
#include "reader/html/html_text.h"
#include "reader/line_wrap.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_word(char c) {
  return is_letter(c) || (c >= '0' && c <= '9');
}

/// At an ampersand: whether a reference follows ("&eacute;", "&#233;").
bool begins_reference(std::string_view text) {
  constexpr std::size_t longest = 12;
  std::size_t at = text.size() > 1 && text[1] == '#' ? 2 : 1;
  const std::size_t begin = at;
  while (at < text.size() && at < longest && is_word(text[at])) ++at;
  return at > begin && at < text.size() && text[at] == ';';
}

/// At a "<" that a ">" follows somewhere or not: whether a tag or a comment begins.
bool begins_tag(std::string_view text, bool ends) {
  if (text.substr(0, 4) == "<!--") return true;
  const std::size_t name = text.size() > 1 && text[1] == '/' ? 2 : 1;
  return name < text.size() && is_letter(text[name]) && ends;
}

/// Without white space at the ends of lines, and without blank lines.
std::string trimmed_lines(std::string_view text) {
  std::string trimmed;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::size_t first = line.find_first_not_of(" \t");
    if (first != std::string_view::npos) {
      trimmed += line.substr(first, line.find_last_not_of(" \t") - first + 1);
      trimmed += '\n';
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  if (!trimmed.empty()) trimmed.pop_back();
  return trimmed;
}

/// Letters and digits only, at most `most` bytes, to compare texts by.
std::string squeezed(std::string_view text, std::size_t most) {
  std::string kept;
  for (const char c : text) {
    if (kept.size() == most) break;
    if (is_word(c) || static_cast<unsigned char>(c) >= 0x80) kept += c;
  }
  return kept;
}

}  // namespace

bool has_markup(std::string_view text) {
  const std::size_t last = text.rfind('>');
  for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos;
       at = text.find_first_of("<&", at + 1)) {
    const std::string_view rest = text.substr(at);
    if (text[at] == '&' ? begins_reference(rest) : begins_tag(rest, last != text.npos && last > at))
      return true;
  }
  return false;
}

std::string markup_text(std::string_view text) {
  if (has_markup(text)) return html_text(text);
  return unwrap_lines(trimmed_lines(clean_text(text)));
}

std::string markup_line(std::string_view text) {
  return clean_line(has_markup(text) ? html_text(text) : std::string(text));
}

std::string with_lead(std::string lead, std::string body) {
  constexpr std::size_t compared = 80;
  if (is_blank(lead)) return body;
  if (is_blank(body)) return lead;
  const std::string beginning = squeezed(lead, compared);
  if (squeezed(body, body.size()).find(beginning) != std::string::npos) return body;
  return std::move(lead.append(1, '\n').append(body));
}

}  // namespace nsearch::indexer
