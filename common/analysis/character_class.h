// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "analysis/utf8.h"

namespace nsearch::analysis {

/// What a character is to the segmentation: the Word_Break classes of UAX #29, as few as it takes.
///
/// Deviations, all deliberate: every connector and every apostrophe ends a run (the steps after the
/// segmentation see to them, with the same result in every language); subscript digits belong to the word
/// before them (CO₂); a zero-width space is invisible inside a word, as soft hyphens are.
enum class CharClass : std::uint8_t {
  separator,
  letter,      ///< ALetter, Hebrew_Letter
  digit,       ///< decimal digits of any script
  extend,      ///< combining marks: belong to the character before them, never begin a word
  format,      ///< invisible: soft hyphen, joiners, direction marks
  dictionary,  ///< letters of scripts written without spaces, where ICU's dictionaries find the words
  apostrophe,
  connector,  ///< hyphens, low line, ampersand
  full_stop,
  middle_dot
};

/// Begins a word.
constexpr bool begins_word(CharClass c) {
  return c == CharClass::letter || c == CharClass::digit || c == CharClass::dictionary;
}

/// Goes on with a word.
constexpr bool continues_word(CharClass c) {
  return begins_word(c) || c == CharClass::extend || c == CharClass::format;
}

/// The class of any character, from ICU's properties. Slower than CharacterClasses; `malformed` separates.
CharClass character_class(std::int32_t character);

/// The same by table for the scripts of the bulk of texts: Latin, Greek, Cyrillic, Hebrew, Arabic,
/// punctuation.
class CharacterClasses {
 public:
  /// Made at first use, then shared; keep the reference out of inner loops. Thread-safe.
  static const CharacterClasses& instance();

  CharClass of(std::int32_t character) const {
    if (character < 0) return CharClass::separator;
    if (character < low_end) return low_[static_cast<std::size_t>(character)];
    if (character >= punctuation_begin && character < punctuation_end)
      return punctuation_[static_cast<std::size_t>(character - punctuation_begin)];
    return character_class(character);
  }

  CharClass at(std::string_view text, std::size_t offset) const {
    return offset < text.size() ? of(decode(text, offset).value) : CharClass::separator;
  }

 private:
  CharacterClasses();

  static constexpr std::int32_t low_end = 0x800;
  static constexpr std::int32_t punctuation_begin = 0x2000;
  static constexpr std::int32_t punctuation_end = 0x2100;
  std::array<CharClass, low_end> low_;
  std::array<CharClass, punctuation_end - punctuation_begin> punctuation_;
};

}  // namespace nsearch::analysis
