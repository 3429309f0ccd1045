// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/byline.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "document/written_date.h"
#include "reader/clean_text.h"
#include "reader/text_lines.h"
#include "storage/index_schema.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t longest_line = 160;
constexpr std::size_t longest_name = 80;
constexpr std::size_t most_words = 8;

constexpr std::string_view labels_with_colon[] = {"auteur",
                                                  "auteure",
                                                  "auteurs",
                                                  "auteur(s)",
                                                  "author",
                                                  "authors",
                                                  "autor",
                                                  "autorin",
                                                  "autoren",
                                                  "by",
                                                  "par",
                                                  "door",
                                                  "von",
                                                  "tekst",
                                                  "text",
                                                  "texte",
                                                  "redactie",
                                                  "redaction",
                                                  "redaktion",
                                                  "written by",
                                                  "ecrit par",
                                                  "redige par",
                                                  "geschreven door",
                                                  "geschrieben von"};

constexpr std::string_view labels_alone[] = {"by",         "par",
                                             "door",       "von",
                                             "written by", "ecrit par",
                                             "redige par", "geschreven door",
                                             "publie par", "geschrieben von"};

/// Small words within names, and between them.
constexpr std::string_view particles[] = {"van", "von", "de",  "der", "den", "du", "des",
                                          "la",  "le",  "ter", "ten", "di",  "da", "el",
                                          "al",  "et",  "en",  "and", "und", "&",  "zu"};

template <typename Words>
bool holds(const Words& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::string_view trimmed(std::string_view text, std::string_view marks) {
  const std::size_t begin = text.find_first_not_of(marks);
  return begin == text.npos ? std::string_view()
                            : text.substr(begin, text.find_last_not_of(marks) - begin + 1);
}

/// Where the words of a line begin.
std::vector<std::size_t> word_starts(std::string_view line) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < line.size(); ++at)
    if (line[at] != ' ' && (at == 0 || line[at - 1] == ' ')) starts.push_back(at);
  return starts;
}

/// The date that ends a line, a day at least, and where its words begin.
struct DateEnd {
  std::size_t begin;
  std::string date;
};

std::optional<DateEnd> find_date(std::string_view line) {
  for (const std::size_t begin : word_starts(line)) {
    const std::string_view rest = line.substr(begin);
    const bool any_digit = std::any_of(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!any_digit) break;
    const auto written = read_written_date(rest);
    const auto time = written && written->day.day != 0 ? to_timestamp(*written) : std::nullopt;
    if (time) return DateEnd{begin, format_date(*time)};
  }
  return std::nullopt;
}

bool begins_with_capital(std::string_view word) {
  UChar32 first = U_SENTINEL;
  std::int32_t at = 0;
  U8_NEXT(word.data(), at, static_cast<std::int32_t>(word.size()), first);
  return first >= 0 && (u_isupper(first) || u_istitle(first));
}

/// Whether each word of a text may be of names; at least `least` must be capitalised.
bool are_names(std::string_view text, std::size_t least) {
  std::size_t names = 0;
  const std::vector<std::size_t> starts = word_starts(text);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
    const std::string_view word = trimmed(text.substr(starts[i], end - starts[i]), " ,");
    if (begins_with_capital(word)) {
      ++names;
    } else if (!holds(particles, word)) {
      return false;
    }
  }
  return names >= least && starts.size() <= most_words;
}

/// The name in a line's part before its date; nothing: the part is none.
std::optional<std::string> read_author(std::string_view part) {
  const std::size_t colon = part.find(':');
  if (colon != part.npos && holds(labels_with_colon, schema::fold_name(part.substr(0, colon)))) {
    const std::string_view name = trimmed_name(part.substr(colon + 1));
    if (name.empty() || name.size() > longest_name || name.find_first_of(".?!:") != name.npos)
      return std::nullopt;
    return std::string(name);
  }
  const std::vector<std::size_t> starts = word_starts(part);
  for (std::size_t words = 1; words <= 2 && words < starts.size(); ++words) {
    if (!holds(labels_alone, schema::fold_name(part.substr(0, starts[words])))) continue;
    const std::string_view name = trimmed_name(part.substr(starts[words]));
    if (are_names(name, 2)) return std::string(name);
  }
  return std::nullopt;
}

}  // namespace

std::string_view trimmed_name(std::string_view text) {
  std::string_view name = trimmed(text, " \t,;|/-");
  for (const std::string_view mark : {"–", "—", "·", "•"}) {
    while (name.ends_with(mark)) name = trimmed(name.substr(0, name.size() - mark.size()), " \t,;|/-");
  }
  return name;
}

std::optional<Byline> read_byline(std::string_view raw) {
  if (raw.size() > longest_line) return std::nullopt;
  const std::string line = clean_line(raw);
  const std::optional<DateEnd> date = find_date(line);
  const std::string_view before =
      trimmed_name(std::string_view(line).substr(0, date ? date->begin : line.size()));
  if (before.empty()) return date ? std::optional(Byline{{}, date->date}) : std::nullopt;
  std::optional<std::string> author = read_author(before);
  if (!author) return std::nullopt;
  return Byline{std::move(*author), date ? date->date : std::string()};
}

std::string_view take_bylines(std::string_view text, Document& document) {
  constexpr int most = 3;
  for (int lines = 0; lines < most; ++lines) {
    std::optional<Byline> byline = read_byline(first_line(text));
    if (!byline) break;
    if (document.author.empty()) document.author = std::move(byline->author);
    if (document.date.empty()) document.date = std::move(byline->date);
    text = after_first_line(text);
  }
  return text;
}

}  // namespace nsearch::indexer
