// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/accent_fold.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "analysis/normalizer.h"
#include "analysis/utf8.h"

namespace nsearch::analysis {
namespace {

constexpr std::int32_t alef = 0x627;
constexpr std::int32_t alef_wasla = 0x671;
constexpr std::int32_t tatweel = 0x640;

bool in(std::int32_t character, std::int32_t first, std::int32_t last) {
  return first <= character && character <= last;
}

UScriptCode script_of(std::int32_t character) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(character, &status);
}

bool cyrillic_mark_goes(std::int32_t base, std::int32_t mark) {
  constexpr std::u32string_view vowels = U"аеиоуыэюяєіїё";
  if (mark == 0x308) return base == U'е';
  return (mark == 0x300 || mark == 0x301) && vowels.find(static_cast<char32_t>(base)) != vowels.npos;
}

bool arabic_mark_goes(std::int32_t base, std::int32_t mark) {
  if (in(mark, 0x653, 0x655)) return base == alef;
  return in(mark, 0x64B, 0x652) || mark == 0x670 || in(mark, 0x610, 0x61A) || in(mark, 0x6D6, 0x6ED);
}

bool mark_goes(std::int32_t base, std::int32_t mark) {
  switch (script_of(base)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_COMMON:
      return true;
    case USCRIPT_CYRILLIC:
      return cyrillic_mark_goes(base, mark);
    case USCRIPT_ARABIC:
      return arabic_mark_goes(base, mark);
    case USCRIPT_HEBREW:
      return in(mark, 0x591, 0x5C7);
    default:
      return false;
  }
}

/// What a letter that does not decompose becomes; nullptr: it stays.
const char* replacement(std::int32_t letter) {
  switch (letter) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
    case U'ɖ':
      return "d";
    case U'þ':
      return "th";
    case U'œ':
      return "oe";
    case U'æ':
      return "ae";
    case U'ß':
      return "ss";
    case U'ı':
      return "i";
    case U'ȷ':
      return "j";
    case U'ħ':
      return "h";
    case U'ŧ':
      return "t";
    case U'ŋ':
      return "n";
    case alef_wasla:
      return "ا";
    case tatweel:
      return "";
    default:
      return nullptr;
  }
}

bool is_mark(std::int32_t character) {
  const std::int8_t type = u_charType(character);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

void strip(std::string_view decomposed, std::string& out) {
  std::int32_t base = 0;
  for (std::size_t at = 0; at < decomposed.size();) {
    const Decoded next = decode(decomposed, at);
    const std::string_view bytes = decomposed.substr(at, next.length);
    at += next.length;
    if (next.value < 0x80) {
      base = next.value;
      out.append(bytes);
    } else if (is_mark(next.value)) {
      if (!mark_goes(base, next.value)) out.append(bytes);
    } else {
      base = next.value;
      const char* other = replacement(next.value);
      out.append(other != nullptr ? std::string_view(other) : bytes);
    }
  }
}

}  // namespace

void fold_accents(std::string_view folded, std::string& out) {
  if (is_ascii(folded)) {
    out.assign(folded);
    return;
  }
  std::string decomposed;
  nfd(folded, decomposed);
  std::string stripped;
  strip(decomposed, stripped);
  if (is_ascii(stripped)) {
    out = std::move(stripped);
  } else {
    nfc(stripped, out);
  }
}

std::string base_letters(std::int32_t character) {
  std::string text;
  append_utf8(character, text);
  std::string folded;
  nfkc_casefold(text, folded);
  fold_accents(folded, text);
  return text;
}

}  // namespace nsearch::analysis
