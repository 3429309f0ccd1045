// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace nsearch::searcher {
namespace {

constexpr char32_t straight = U'"', left = U'\u201C', right = U'\u201D', low = U'\u201E',
                   guillemet = U'\u00AB', closing_guillemet = U'\u00BB';

char32_t checked(UChar32 c) {
  return c < 0 ? malformed_character : static_cast<char32_t>(c);
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  // ICU counts in 32 bits; a character never needs more than four bytes.
  const std::string_view rest = text.substr(at, 4);
  int32_t used = 0;
  UChar32 c = 0;
  U8_NEXT(rest.data(), used, static_cast<int32_t>(rest.size()), c);
  at += static_cast<std::size_t>(used);
  return checked(c);
}

char32_t previous_character(std::string_view text, std::size_t& at) {
  const std::size_t start = at < 4 ? 0 : at - 4;
  const std::string_view before = text.substr(start, at - start);
  auto position = static_cast<int32_t>(before.size());
  UChar32 c = 0;
  U8_PREV(before.data(), 0, position, c);
  at = start + static_cast<std::size_t>(position);
  return checked(c);
}

std::size_t find_malformed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (next_character(text, at) == malformed_character) return begin;
  }
  return std::string_view::npos;
}

bool is_separator(char32_t c) {
  if (c <= 0x20 || c == malformed_character) return true;
  if (c < 0x7F) return false;
  constexpr char32_t byte_order_mark = 0xFEFF;
  return c <= 0xA0 || c == byte_order_mark || u_isUWhiteSpace(static_cast<UChar32>(c));
}

bool is_quote(char32_t c) {
  return c == straight || c == guillemet || c == closing_guillemet || c == left || c == right || c == low;
}

bool closes_quote(char32_t open, char32_t close) {
  switch (open) {
    case left:
    case right:
      return close == right;
    case low:
      return close == left || close == right;
    case guillemet:
      return close == closing_guillemet;
    case closing_guillemet:
      return close == guillemet;
    default:
      return close == open;
  }
}

std::string_view usual_closing_quote(char32_t open) {
  switch (open) {
    case left:
    case right:
      return "\u201D";
    case low:
      return "\u201C";
    case guillemet:
      return "\u00BB";
    case closing_guillemet:
      return "\u00AB";
    default:
      return "\"";
  }
}

bool is_letter_or_digit(char32_t c) {
  return c != malformed_character && u_isalnum(static_cast<UChar32>(c));
}

bool is_ascii_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_ascii_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_ascii_punctuation(char32_t c) {
  return c > 0x20 && c < 0x7F && !is_ascii_letter(c) && !is_ascii_digit(c);
}

int display_width(char32_t c) {
  if (c < 0x300 || c == malformed_character) return 1;
  const auto point = static_cast<UChar32>(c);
  const int8_t type = u_charType(point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int hangul = u_getIntPropertyValue(point, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_format_character(char32_t c) {
  return c >= 0x300 && c != malformed_character && u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR;
}

}  // namespace nsearch::searcher
