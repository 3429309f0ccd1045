// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/sentence_boundaries.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "analysis/character_class.h"
#include "analysis/utf8.h"
#include "analysis/word_forms.h"

namespace nsearch::analysis {
namespace {

// A line of more characters than this was not broken to fit a page.
constexpr std::size_t longest_wrapped_line = 100;

// Written before a name or a number, and no word that often ends a sentence in another language. Sorted.
constexpr std::array<std::string_view, 44> abbreviations = {
    "av",   "bijv", "blz",  "bv",   "bzw", "ca",  "capt", "cf",   "dhr", "dott", "dr",
    "drs",  "ds",   "env",  "fig",  "gov", "hr",  "ing",  "inkl", "ir",  "jr",   "lt",
    "mevr", "mgr",  "mlle", "mme",  "mr",  "mrs", "ms",   "mw",   "nr",  "p",    "pag",
    "pp",   "pr",   "prof", "resp", "sen", "sgt", "sig",  "sr",   "sra", "st",   "vs",
};
constexpr std::array<std::string_view, 14> german_months = {
    "april", "august", "dezember", "februar", "jahrhundert", "januar",  "janner",
    "juli",  "juni",   "mai",      "marz",    "november",    "oktober", "september",
};

template <typename List>
constexpr bool is_sorted_list(const List& list) {
  return std::is_sorted(list.begin(), list.end());
}
static_assert(is_sorted_list(abbreviations));

constexpr std::size_t longest_abbreviation = 4;
static_assert(std::none_of(abbreviations.begin(), abbreviations.end(),
                           [](std::string_view word) { return word.size() > longest_abbreviation; }));

bool is_line_break(std::int32_t c) {
  return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_space(std::int32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(c);
}

bool is_lower(std::int32_t c) {
  return c < 0x80 ? c >= 'a' && c <= 'z' : static_cast<bool>(u_islower(c));
}

bool is_terminator(std::int32_t c) {
  switch (c) {
    case U'.':
    case U'!':
    case U'?':
    case U'…':
    case U'؟':
    case U'۔':
    case U'।':
    case U'‼':
    case U'⁇':
    case U'։':
      return true;
    default:
      return false;
  }
}

/// Ends a sentence without white space after it.
bool is_wide_terminator(std::int32_t c) {
  return c == U'。' || c == U'！' || c == U'？' || c == U'｡';
}

bool is_closing(std::int32_t c) {
  switch (c) {
    case U'"':
    case U'\'':
    case U')':
    case U']':
    case U'}':
    case U'»':
    case U'”':
    case U'’':
    case U'“':  // closes in German
    case U'›':
    case U'」':
    case U'』':
    case U'）':
      return true;
    default:
      return false;
  }
}

/// Counts what composed and decomposed text have in common: no marks, no second and third letters of a Korean
/// syllable.
bool is_longer_than_wrapped(std::string_view line) {
  if (line.size() <= longest_wrapped_line) return false;
  const std::string_view first = line.substr(0, 2 * longest_wrapped_line);
  const auto ascii = std::count_if(first.begin(), first.end(), [](signed char byte) { return byte >= 0; });
  if (static_cast<std::size_t>(ascii) > longest_wrapped_line) return true;
  const CharacterClasses& classes = CharacterClasses::instance();
  std::size_t length = 0;
  for (std::size_t at = 0; at < line.size() && length <= longest_wrapped_line;) {
    const Decoded next = decode(line, at);
    const bool composes =
        classes.of(next.value) == CharClass::extend || (next.value >= 0x1160 && next.value <= 0x11FF);
    length += !composes;
    at += next.length;
  }
  return length > longest_wrapped_line;
}

}  // namespace

bool is_abbreviation(std::string_view surface) {
  return surface.size() <= longest_abbreviation &&
         std::binary_search(abbreviations.begin(), abbreviations.end(), surface);
}

bool is_german_month(std::string_view surface) {
  return std::find(german_months.begin(), german_months.end(), surface) != german_months.end();
}

void SentenceBoundaries::set_text(std::string_view utf8) {
  text_ = utf8;
  line_begin_ = 0;
}

Boundary SentenceBoundaries::between(std::uint32_t begin, std::uint32_t end, std::uint16_t before,
                                     std::uint16_t after) {
  if (paragraph_in(begin, end)) return Boundary::paragraph;
  const bool abbreviated = (before & (word_abbreviation | word_one_capital)) != 0 ||
                           ((before & word_number) != 0 && (after & word_german_month) != 0);
  return ends_sentence(text_.substr(begin, end - begin), end, abbreviated) ? Boundary::sentence
                                                                           : Boundary::none;
}

/// Keeps line_begin_ at the beginning of the line that holds `end`.
bool SentenceBoundaries::paragraph_in(std::uint32_t begin, std::uint32_t end) {
  bool found = false;
  bool empty_line = false;  // nothing but blanks since the last line break
  for (std::uint32_t at = begin; at < end;) {
    const Decoded next = decode(text_, at);
    if (!is_line_break(next.value)) {
      empty_line &= is_space(next.value);
      at += next.length;
      continue;
    }
    found |= empty_line || next.value == 0x2029 || ends_line(at);
    at += next.length;
    if (next.value == '\r' && at < end && text_[at] == '\n') ++at;
    line_begin_ = at;
    empty_line = true;
  }
  return found;
}

/// Whether the line that ends at `line_break` ends a paragraph.
bool SentenceBoundaries::ends_line(std::uint32_t line_break) const {
  std::size_t end = line_break;
  while (end > line_begin_ && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
  if (end == line_begin_) return false;
  if (is_longer_than_wrapped(text_.substr(line_begin_, end - line_begin_))) return true;
  const std::int32_t last = decode_before(text_, end).value;
  return is_terminator(last) || is_wide_terminator(last) || is_closing(last) || last == ':';
}

bool SentenceBoundaries::ends_sentence(std::string_view gap, std::uint32_t next, bool abbreviated) const {
  enum { before, terminated, spaced } state = before;
  for (std::size_t at = 0; at < gap.size();) {
    const Decoded c = decode(gap, at);
    if (is_wide_terminator(c.value)) return true;
    if (is_terminator(c.value)) {
      if (!(c.value == '.' && at == 0 && abbreviated)) state = terminated;
    } else if (state == terminated) {
      if (is_space(c.value)) {
        state = spaced;
      } else if (!is_closing(c.value)) {
        state = before;
      }
    }
    at += c.length;
  }
  return state == spaced && !is_lower(decode(text_, next).value);
}

}  // namespace nsearch::analysis
