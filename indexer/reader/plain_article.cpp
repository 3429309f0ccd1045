// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/plain_article.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reader/byline.h"
#include "reader/clean_text.h"
#include "reader/field_text.h"
#include "reader/line_wrap.h"
#include "reader/text_lines.h"
#include "reader/utf8.h"
#include "storage/index_schema.h"

namespace nsearch::indexer {
namespace {

/// A longer first line is a paragraph, not a headline.
constexpr std::size_t max_title_bytes = 300;
constexpr std::size_t excerpt_bytes = 200;

/// A title has at least so many words; a crumb at most so many, and bytes.
constexpr std::size_t least_title_words = 4;
constexpr std::size_t longest_crumb = 40;

/// Lines after the title that may say who wrote and when.

constexpr std::string_view home_words[] = {"accueil", "maison",     "home",       "startpagina",
                                           "start",   "startseite", "voorpagina", "une"};

constexpr std::string_view credit_labels[] = {
    "afbeeldingskrediet", "beeldcredit",    "beeld",         "foto",         "foto's",     "fotocredit",
    "fotograaf",          "credit photo",   "credits photo", "photo",        "photos",     "photo credit",
    "photograph",         "image credit",   "image",         "images",       "picture",    "bild",
    "bildnachweis",       "credit d'image", "credit image",  "illustration", "illustratie"};
constexpr std::size_t longest_credit = 160;
constexpr std::size_t longest_label = 40;

template <typename Words>
bool holds(const Words& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// The beginning of a paragraph, cut between words where it is long.
std::string excerpt(std::string_view line) {
  if (line.size() <= max_title_bytes) return std::string(line);
  std::size_t end = line.rfind(' ', excerpt_bytes);
  if (end == std::string_view::npos || end == 0) {
    end = excerpt_bytes;
    while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  }
  return std::string(line.substr(0, end)) + "…";
}

std::size_t words_in(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

/// The parts of a line between " > ", " » " or " › "; fewer than two where it has none.
std::vector<std::string> crumbs_of(std::string_view line) {
  for (const std::string_view mark : {" > ", " » ", " › "}) {
    if (line.find(mark) == line.npos) continue;
    std::vector<std::string> crumbs;
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t end = std::min(line.find(mark, begin), line.size());
      crumbs.push_back(clean_line(line.substr(begin, end - begin)));
      begin = end + mark.size();
    }
    return crumbs;
  }
  return {};
}

/// Whether all but the last are as short as the names of sections are, and there are three, or the first says "home".
bool are_crumbs(const std::vector<std::string>& crumbs) {
  if (crumbs.size() < 2) return false;
  const auto is_crumb = [](const std::string& crumb) {
    return !crumb.empty() && crumb.size() <= longest_crumb && words_in(crumb) < least_title_words;
  };
  if (!std::all_of(crumbs.begin(), crumbs.end() - 1, is_crumb) || crumbs.back().empty()) return false;
  return crumbs.size() > 2 || holds(home_words, schema::fold_name(crumbs.front()));
}

/// Takes bread crumbs for categories, and the last for the title if it is one.
void take_crumbs(std::vector<std::string>&& crumbs, Document& document) {
  if (words_in(crumbs.back()) >= least_title_words) {
    document.title = std::move(crumbs.back());
    crumbs.pop_back();
  }
  for (const std::string& crumb : crumbs) {
    if (&crumb != &crumbs.front() || !holds(home_words, schema::fold_name(crumb)))
      add_facet(document, "category", crumb);
  }
}

/// Takes the lines before the text; gives the text.
std::string_view take_head(std::string_view text, Document& document) {
  if (auto crumbs = crumbs_of(first_line(text)); are_crumbs(crumbs)) {
    take_crumbs(std::move(crumbs), document);
    text = after_first_line(text);
  }
  if (document.title.empty()) {
    const std::string line = clean_line(first_line(text));
    if (line.size() > max_title_bytes) {
      document.title = excerpt(line);
      return text;
    }
    document.title = line;
    text = after_first_line(text);
  } else if (clean_line(first_line(text)) == document.title) {
    text = after_first_line(text);
  }
  return take_bylines(text, document);
}

/// Where a picture's credit begins in a line, at its beginning or after a sentence; npos: nowhere.
std::size_t find_credit(std::string_view line) {
  const std::size_t from = line.size() > longest_credit ? line.size() - longest_credit : 0;
  for (std::size_t colon = line.find(':', from); colon != line.npos; colon = line.find(':', colon + 1)) {
    const std::size_t searched = colon > longest_label ? colon - longest_label : 0;
    const std::size_t stop = line.substr(searched, colon - searched).find_last_of(".!?)");
    if (stop == line.npos && searched > 0) continue;
    const std::size_t begin = line.find_first_not_of(" ", stop == line.npos ? 0 : searched + stop + 1);
    if (holds(credit_labels, schema::fold_name(line.substr(begin, colon - begin)))) return begin;
  }
  return line.npos;
}

/// Credits as paragraphs and further fields.
std::string part_credits(std::string_view body, Document& document) {
  std::string parted;
  while (!body.empty()) {
    const std::string_view line = first_line(body);
    body.remove_prefix(std::min(line.size() + 1, body.size()));
    const std::size_t credit = find_credit(line);
    if (credit != line.npos) {
      const std::string_view text = line.substr(credit);
      std::string_view name = trimmed_name(text.substr(text.find(':') + 1));
      if (name.ends_with('.')) name.remove_suffix(1);
      add_facet(document, "credit", name);
      if (credit > 0)
        parted.append(line.substr(0, line.find_last_not_of(' ', credit - 1) + 1)).append(1, '\n');
    }
    parted.append(line.substr(credit == line.npos ? 0 : credit)).append(1, '\n');
  }
  if (!parted.empty()) parted.pop_back();
  return parted;
}

}  // namespace

Document make_plain_article(std::string_view text) {
  Document document;
  std::string_view body = take_head(text, document);
  if (is_blank(body)) {  // a heading alone is its own text
    document = {};
    document.title = excerpt(clean_line(first_line(text)));
    body = text;
  }
  document.body = part_credits(unwrap_lines(body), document);
  return document;
}

}  // namespace nsearch::indexer
