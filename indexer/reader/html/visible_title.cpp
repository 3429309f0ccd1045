// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "reader/clean_text.h"
#include "reader/html/page_metadata.h"

namespace nsearch::indexer::html {
namespace {

/// What parts the title of an article from the name of its site.
constexpr std::string_view separators[] = {
    " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " / ", " > ", " \\ "};

/// What is left of a title without the site's name has so many words at least.
constexpr std::size_t least_words = 5;

std::size_t count_words(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + (text.empty() ? 0 : 1);
}

/// Where the last separator is, and its size.
std::pair<std::size_t, std::size_t> last_separator(std::string_view title) {
  std::pair<std::size_t, std::size_t> last(std::string_view::npos, 0);
  for (const std::string_view separator : separators) {
    const std::size_t at = title.rfind(separator);
    if (at != std::string_view::npos && (last.second == 0 || at > last.first)) last = {at, separator.size()};
  }
  return last;
}

/// A longer text is no title.
constexpr std::size_t longest_heading = 2'000;

struct Headings {
  std::vector<std::string> all;      ///< h1 and h2
  std::vector<std::string> highest;  ///< h1
};

Headings headings_of(const Tree& tree) {
  Headings headings;
  for (NodeIndex node = 0; node < tree.size(); ++node) {
    const Tag tag = tree[node].tag;
    if (tag != Tag::h1 && tag != Tag::h2) continue;
    const std::string_view words = tree.text(node);
    if (words.size() > longest_heading) continue;
    const std::string text = clean_line(words);
    if (text.empty()) continue;
    headings.all.push_back(text);
    if (tag == Tag::h1) headings.highest.push_back(text);
  }
  return headings;
}

bool has(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::string without_site(const std::string& title, std::string_view site_name, const Headings& headings) {
  if (has(headings.all, title)) return title;
  const auto [at, size] = last_separator(title);
  if (at == std::string::npos) return title;
  std::string before = clean_line(std::string_view(title).substr(0, at));
  const std::string after = clean_line(std::string_view(title).substr(at + size));
  if (!site_name.empty() && after == site_name) return before;
  if (!site_name.empty() && before == site_name) return after;
  if (has(headings.all, before)) return before;
  if (has(headings.all, after)) return after;
  return count_words(before) >= least_words ? before : title;
}

}  // namespace

std::string title_element(const Tree& tree) {
  std::string title;
  for (NodeIndex node = 0; node < tree.size() && title.empty(); ++node) {
    if (tree[node].tag == Tag::title) title = metadata_text(tree.text(node));
  }
  return title;
}

std::string visible_title(const Tree& tree, std::string_view site_name) {
  const std::string title = title_element(tree);
  const Headings headings = headings_of(tree);
  if (title.empty()) return headings.highest.empty() ? std::string() : headings.highest.front();
  return without_site(title, site_name, headings);
}

}  // namespace nsearch::indexer::html
