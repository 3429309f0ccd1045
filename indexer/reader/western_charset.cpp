// SPDX-License-Identifier: GPL-2.0-or-later
// Which of the charsets of Western Europe: ICU's detector knows neither ISO-8859-15 nor those of the Macintosh and
// of DOS, in which archives of the eighties and nineties are written.
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "reader/charset_guess.h"

namespace nsearch::indexer {
namespace {

constexpr std::u16string_view frequent_letters = u"éèëïöüàçêä";
constexpr std::u16string_view letters = u"âîôûùœßñóøáíåæ";
constexpr std::u16string_view capitals = u"ÀÂÄÇÈÉÊËÏÎÑÓÔÖØÙÛÜŒÁÍÅÆ";
constexpr std::u16string_view rare_letters = u"ãìòõúÿðþýšžÃÌÒÕÚŸÐÞÝŠŽ";
constexpr std::u16string_view signs = u"€£°§«»·•–—…‘’“”\u00A0";

/// What a byte from 0x80 on is worth beside its neighbours, as part of news in a Western language.
enum class Kind { frequent_letter, letter, capital, rare_letter, sign, other };

using Kinds = std::array<Kind, 128>;

Kind kind_of(char16_t c) {
  if (frequent_letters.find(c) != std::u16string_view::npos) return Kind::frequent_letter;
  if (letters.find(c) != std::u16string_view::npos) return Kind::letter;
  if (capitals.find(c) != std::u16string_view::npos) return Kind::capital;
  if (rare_letters.find(c) != std::u16string_view::npos) return Kind::rare_letter;
  return signs.find(c) != std::u16string_view::npos ? Kind::sign : Kind::other;
}

Kinds kinds_of(const char* charset) {
  Kinds kinds;
  kinds.fill(Kind::other);
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset, &status);
  for (std::size_t i = 0; i < kinds.size() && U_SUCCESS(status); ++i) {
    const char byte = static_cast<char>(0x80 + i);
    UChar unit[2] = {0, 0};
    ucnv_toUChars(converter, unit, 2, &byte, 1, &status);
    kinds[i] = kind_of(unit[0]);
  }
  ucnv_close(converter);
  return kinds;
}

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_letter(char c) {
  return is_small(c) || (c >= 'A' && c <= 'Z');
}

/// Letters belong beside letters, and capitals not beside small letters before them.
long worth(Kind kind, char before, char after) {
  const bool beside_letter = is_letter(before) || is_letter(after);
  switch (kind) {
    case Kind::frequent_letter:
      return beside_letter ? 5 : 1;
    case Kind::letter:
      return beside_letter ? 4 : 1;
    case Kind::capital:
      if (is_small(before)) return -2;
      return beside_letter ? 4 : 1;
    case Kind::rare_letter:
      return beside_letter ? 1 : -2;
    case Kind::sign:
      return 2;
    case Kind::other:
      break;
  }
  return -4;
}

long worth(std::string_view bytes, const Kinds& kinds) {
  long sum = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) continue;
    const char before = i > 0 ? bytes[i - 1] : ' ';
    const char after = i + 1 < bytes.size() ? bytes[i + 1] : ' ';
    sum += worth(kinds.at(byte - 0x80U), before, after);
  }
  return sum;
}

struct Candidate {
  std::string_view name;
  Kinds kinds;
};

}  // namespace

WesternGuess guess_western_charset(std::string_view bytes) {
  static const std::array<Candidate, 4> candidates = {{{"windows-1252", kinds_of("windows-1252")},
                                                       {"ISO-8859-15", kinds_of("ISO-8859-15")},
                                                       {"macintosh", kinds_of("macintosh")},
                                                       {"IBM850", kinds_of("IBM850")}}};
  const Candidate* best = nullptr;
  long most = 0;
  for (const Candidate& candidate : candidates) {
    const long found = worth(bytes, candidate.kinds);
    if (best != nullptr && found <= most) continue;
    best = &candidate;
    most = found;
  }
  return {best->name, most > 0};
}

}  // namespace nsearch::indexer
