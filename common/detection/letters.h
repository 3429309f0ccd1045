// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

// The alphabet of our own evidence: 63 letters of the Latin script and the apostrophe, each a number of six
// bits, so that three of them index a table.
namespace nsearch::detection {

using Letter = std::uint8_t;

constexpr Letter kBoundary = 0;     ///< before and after a word
constexpr Letter kApostrophe = 27;  ///< ' in any of its shapes
constexpr Letter kRareLetter = 63;  ///< a Latin letter that has no number of its own
constexpr int kLetters = 64;

/// What a character is to the token scanner.
enum class CharClass : std::uint8_t {
  other,         ///< ends a word: space, punctuation, symbols
  mark,          ///< part of no word and no end of one: combining accents, soft hyphen, zero-width characters
  digit,         ///< a word that touches one is dropped
  apostrophe,    ///< joins or begins a word, or is a quotation mark
  small,         ///< a lower-case Latin letter
  capital,       ///< an upper-case Latin letter
  other_script,  ///< a letter that is not Latin
};

struct CharInfo {
  CharClass kind;
  Letter letter;  ///< for small, capital and apostrophe
};

/// Classifies a code point; capitals have their small letter's number. Constant time.
CharInfo classify(char32_t c) noexcept;

/// Composes a letter's number with a combining accent (U+0300 to U+0327); the letter itself when the pair has
/// none.
Letter compose(Letter letter, char32_t accent) noexcept;

}  // namespace nsearch::detection
