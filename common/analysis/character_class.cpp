// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/character_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace nsearch::analysis {
namespace {

bool is_apostrophe(std::int32_t c) {
  switch (c) {
    case U'\'':
    case U'`':
    case U'´':
    case U'ʹ':
    case U'ʻ':
    case U'ʼ':
    case U'ʽ':
    case U'‘':
    case U'’':
    case U'‛':
    case U'′':
    case U'＇':
      return true;
    default:
      return false;
  }
}

bool is_connector(std::int32_t c) {
  switch (c) {
    case U'-':
    case U'_':
    case U'&':
    case U'\u058A':  // Armenian hyphen
    case U'\u05BE':  // Hebrew maqaf
    case U'\u2010':  // hyphen, non-breaking hyphen, figure dash, en dash
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2212':  // minus
    case U'\uFE63':
    case U'\uFF0D':
    case U'\uFF3F':
    case U'\uFF06':
      return true;
    default:
      return false;
  }
}

bool is_middle_dot(std::int32_t c) {
  return c == 0xB7 || c == 0x387 || c == 0x2027 || c == 0x22C5;
}

/// Korean has spaces, but ICU cuts between its letters and others: "AI가".
bool needs_dictionary(std::int32_t c) {
  if (!u_isalpha(c)) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
      return true;
    default:
      return u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
  }
}

CharClass by_property(std::int32_t c) {
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
    case U_WB_HEBREW_LETTER:
      return CharClass::letter;
    case U_WB_NUMERIC:
      return u_charDigitValue(c) >= 0 ? CharClass::digit : CharClass::separator;
    case U_WB_KATAKANA:
      return CharClass::dictionary;
    case U_WB_EXTEND:
    case U_WB_ZWJ:
      return c == 0x200C || c == 0x200D ? CharClass::format : CharClass::extend;
    case U_WB_FORMAT:
      return CharClass::format;
    default:
      return CharClass::separator;
  }
}

}  // namespace

CharClass character_class(std::int32_t c) {
  if (c < 0) return CharClass::separator;
  if (c == U'.' || c == 0xFF0E || c == 0x2024) return CharClass::full_stop;
  if (is_apostrophe(c)) return CharClass::apostrophe;
  if (is_connector(c)) return CharClass::connector;
  if (is_middle_dot(c)) return CharClass::middle_dot;
  if (c == 0x200B) return CharClass::format;
  if (c >= 0x2080 && c <= 0x2089) return CharClass::extend;  // subscript digits
  if (c == 0x5F4) return CharClass::extend;                  // Hebrew gershayim, inside acronyms
  const CharClass found = by_property(c);
  const bool letter = found == CharClass::separator || found == CharClass::letter;
  return letter && needs_dictionary(c) ? CharClass::dictionary : found;
}

CharacterClasses::CharacterClasses() {
  for (std::int32_t c = 0; c < low_end; ++c) low_[static_cast<std::size_t>(c)] = character_class(c);
  for (std::int32_t c = punctuation_begin; c < punctuation_end; ++c)
    punctuation_[static_cast<std::size_t>(c - punctuation_begin)] = character_class(c);
}

const CharacterClasses& CharacterClasses::instance() {
  static const CharacterClasses classes;
  return classes;
}

}  // namespace nsearch::analysis
