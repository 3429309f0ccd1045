// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/page_metadata.h"

#include <algorithm>
#include <cctype>

#include "nsearch/document.h"
#include "reader/clean_text.h"
#include "reader/html/html_text.h"

namespace nsearch::indexer::html {
namespace {

constexpr std::size_t longest_author = 200;
constexpr std::size_t longest_date = 100;

/// What stands before an author's name.
constexpr std::string_view author_marks[] = {"by ", "par ",    "door ",    "von ",    "por ",
                                             "di ", "auteur:", "auteur :", "author:", "autor:"};

bool begins_with(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + ('a' - 'A')) : b);
         });
}

bool is_alphanumeric(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return c < 0x80 && std::isalnum(c) != 0; });
}

void take_if_empty(std::string& text, const std::string& other) {
  if (text.empty()) text = other;
}

}  // namespace

void PageMetadata::complete(const PageMetadata& other) {
  take_if_empty(title, other.title);
  take_if_empty(date, other.date);
  take_if_empty(author, other.author);
  take_if_empty(source, other.source);
  take_if_empty(language, other.language);
  take_if_empty(url, other.url);
}

std::string metadata_text(std::string_view text) {
  return text.find('&') == std::string_view::npos ? clean_line(text) : clean_line(html_text(text));
}

std::string metadata_date(std::string_view text, std::string_view language) {
  const std::string date = clean_line(text);
  if (date.empty() || date.size() > longest_date) return {};
  if (parse_date(date)) return date;
  const auto written = parse_written_date(date, language);
  return written ? format_date(*written) : std::string();
}

std::string metadata_language(std::string_view text) {
  std::string tag = clean_line(text);
  std::replace(tag.begin(), tag.end(), '_', '-');
  tag.resize(std::min(tag.find_first_of(".,; "), tag.size()));
  const std::string_view primary = std::string_view(tag).substr(0, tag.find('-'));
  if (primary.size() < 2 || primary.size() > 3) return {};
  for (std::string_view rest = tag; !rest.empty();) {
    const std::size_t size = std::min(rest.find('-'), rest.size());
    if (size == 0 || size > 8 || !is_alphanumeric(rest.substr(0, size))) return {};
    rest.remove_prefix(std::min(size + 1, rest.size()));
  }
  return tag;
}

std::string metadata_author(std::string_view text) {
  std::string author = metadata_text(text);
  for (const std::string_view mark : author_marks) {
    if (begins_with(author, mark)) author = clean_line(std::string_view(author).substr(mark.size()));
  }
  const bool link =
      author.find("://") != std::string::npos || author.find("www.") == 0 || author.find('@') == 0;
  return link || author.size() > longest_author ? std::string() : author;
}

}  // namespace nsearch::indexer::html
