// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/written_date.h"

#include <algorithm>
#include <string>
#include <vector>

#include "storage/index_schema.h"

namespace nsearch::searcher {
namespace {

using Names = std::vector<std::string_view>;

/// The names of a month in the three languages, case- and accent-folded, and what they are shortened to.
const Names month_names[] = {
    {"janvier", "januari", "january", "jan", "janv"},
    {"fevrier", "februari", "february", "feb", "fev", "fevr", "febr"},
    {"mars", "maart", "march", "mar", "mrt"},
    {"avril", "april", "avr", "apr"},
    {"mai", "mei", "may"},
    {"juin", "juni", "june", "jun"},
    {"juillet", "juli", "july", "juil", "jul"},
    {"aout", "augustus", "august", "aug"},
    {"septembre", "september", "sept", "sep"},
    {"octobre", "oktober", "october", "oct", "okt"},
    {"novembre", "november", "nov"},
    {"decembre", "december", "dec"},
};

const Names weekday_names = {"lundi",   "mardi",     "mercredi",  "jeudi",   "vendredi", "samedi", "dimanche",
                             "lun",     "mer",       "jeu",       "ven",     "sam",      "dim",    "maandag",
                             "dinsdag", "woensdag",  "donderdag", "vrijdag", "zaterdag", "zondag", "ma",
                             "di",      "wo",        "do",        "vr",      "za",       "zo",     "monday",
                             "tuesday", "wednesday", "thursday",  "friday",  "saturday", "sunday", "mon",
                             "tue",     "tues",      "wed",       "thu",     "thur",     "thurs",  "fri",
                             "sat",     "sun"};

/// Words that say nothing: "le 13 mars", "13th of March".
const Names fillers = {"le", "op", "den", "the", "of", "on", "de"};

const Names ordinal_endings = {"", "er", "e", "ste", "de", "st", "nd", "rd", "th"};

bool holds(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

unsigned month_of(std::string_view name) {
  for (unsigned month = 0; month < std::size(month_names); ++month)
    if (holds(month_names[month], name)) return month + 1;
  return 0;
}

/// A number of one to `most` digits at the start of a piece, the rest of which is one of `endings`; 0 if it is none.
unsigned number_of(std::string_view piece, std::size_t most, const Names& endings) {
  unsigned value = 0;
  std::size_t digits = 0;
  for (; digits < piece.size() && piece[digits] >= '0' && piece[digits] <= '9'; ++digits)
    value = value * 10 + static_cast<unsigned>(piece[digits] - '0');
  return digits >= 1 && digits <= most && holds(endings, piece.substr(digits)) ? value : 0;
}

unsigned day_of(std::string_view piece) {
  return number_of(piece, 2, ordinal_endings);
}

int year_of(std::string_view piece) {
  return piece.size() == 4 ? static_cast<int>(number_of(piece, 4, {""})) : 0;
}

std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces(1);
  for (const char c : schema::fold_name(text)) {
    if (c != ' ' && c != ',' && c != '.')
      pieces.back() += c;
    else if (!pieces.back().empty())
      pieces.emplace_back();
  }
  std::erase_if(pieces, [](const std::string& piece) {
    return piece.empty() || holds(weekday_names, piece) || holds(fillers, piece);
  });
  return pieces;
}

}  // namespace

std::optional<NamedDate> read_written_date(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() > longest) return std::nullopt;
  const std::vector<std::string> pieces = pieces_of(text);
  NamedDate date;
  if (pieces.size() == 2) {
    date = {year_of(pieces[1]), month_of(pieces[0]), 0};
  } else if (pieces.size() == 3) {
    const bool month_first = month_of(pieces[0]) != 0;
    date = {year_of(pieces[2]), month_of(pieces[month_first ? 0 : 1]), day_of(pieces[month_first ? 1 : 0])};
    if (date.day == 0) return std::nullopt;
  }
  return date.year > 0 && date.month > 0 ? std::optional(date) : std::nullopt;
}

std::optional<int> read_day_name(std::string_view text) {
  std::string name = schema::fold_name(text);
  const std::size_t apostrophe = name.find("\u2019");
  if (apostrophe != std::string::npos) name.replace(apostrophe, 3, "'");
  if (name == "today" || name == "aujourd'hui" || name == "vandaag") return 0;
  if (name == "yesterday" || name == "hier" || name == "gisteren") return 1;
  return std::nullopt;
}

}  // namespace nsearch::searcher
