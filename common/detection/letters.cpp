// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/letters.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace nsearch::detection {
namespace {

// Numbers 28 to 58, in this order: the accented letters of the languages that have a word list.
constexpr std::array<char32_t, 31> kAccented = {
    U'à', U'á', U'â', U'ã', U'ä', U'å', U'æ', U'ç', U'è', U'é', U'ê', U'ë', U'ì', U'í', U'î', U'ï',
    U'ñ', U'ò', U'ó', U'ô', U'õ', U'ö', U'ø', U'ù', U'ú', U'û', U'ü', U'ÿ', U'œ', U'ß', U'·'};
constexpr Letter kFirstAccented = 28;

constexpr std::array<Letter, 0x180> make_numbers() {
  std::array<Letter, 0x180> numbers{};
  for (char32_t c = U'a'; c <= U'z'; ++c) numbers[c] = static_cast<Letter>(c - U'a' + 1);
  for (char32_t c = 0xDF; c < 0x180; ++c) numbers[c] = c == 0xF7 ? 0 : kRareLetter;
  for (std::size_t i = 0; i < kAccented.size(); ++i)
    numbers[kAccented[i]] = static_cast<Letter>(kFirstAccented + i);
  return numbers;
}
constexpr std::array<Letter, 0x180> kNumbers = make_numbers();

// Latin capitals below U+0180 and their small letters; no locale is asked.
constexpr char32_t to_small(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 0x20;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  if (c == 0x178) return 0xFF;
  const bool odd_is_capital = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  const bool even_is_capital = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
  if (odd_is_capital && (c & 1) != 0) return c + 1;
  if (even_is_capital && (c & 1) == 0) return c + 1;
  return c;
}

constexpr bool is_apostrophe(char32_t c) {
  // U+0092 is the typographic apostrophe of Windows-1252 read as ISO 8859-1: common in old web text.
  return c == U'\'' || c == 0x2019 || c == 0x2018 || c == 0xB4 || c == U'`' || c == 0x2BC || c == 0x92 ||
         c == 0x2032;
}

constexpr bool is_mark(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 ||
         c == 0xFEFF;
}

constexpr CharInfo classify_latin(char32_t c) {
  if (is_apostrophe(c)) return {CharClass::apostrophe, kApostrophe};
  if (is_mark(c)) return {CharClass::mark, 0};
  if (c >= U'0' && c <= U'9') return {CharClass::digit, 0};
  const char32_t small = to_small(c);
  const Letter number = kNumbers[small];
  if (number == 0) return {CharClass::other, 0};
  return {small == c ? CharClass::small : CharClass::capital, number};
}

constexpr std::array<CharInfo, 0x180> make_latin() {
  std::array<CharInfo, 0x180> table{};
  for (char32_t c = 0; c < table.size(); ++c) table[c] = classify_latin(c);
  return table;
}
constexpr std::array<CharInfo, 0x180> kLatin = make_latin();

CharInfo classify_beyond_latin(char32_t c) {
  if (is_apostrophe(c)) return {CharClass::apostrophe, kApostrophe};
  if (is_mark(c)) return {CharClass::mark, 0};
  // U+1E00 to U+1EFF are Latin: Vietnamese, Welsh, old Irish.
  if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) return {CharClass::small, kRareLetter};
  if (c < 0x370) return {CharClass::other, 0};
  const bool symbols = (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3041) ||
                       (c >= 0xE000 && c < 0xF900) || (c >= 0xFE00 && c < 0xFE70) ||
                       (c >= 0xFF00 && c < 0xFF66) || c >= 0x1F000 || c == 0xFFFD;
  return {symbols ? CharClass::other : CharClass::other_script, 0};
}

}  // namespace

CharInfo classify(char32_t c) noexcept {
  return c < kLatin.size() ? kLatin[c] : classify_beyond_latin(c);
}

Letter compose(Letter letter, char32_t accent) noexcept {
  struct Pair {
    char base;
    char32_t accent;
    char32_t composed;
  };
  static constexpr Pair kPairs[] = {
      {'a', 0x300, U'à'}, {'a', 0x301, U'á'}, {'a', 0x302, U'â'}, {'a', 0x303, U'ã'}, {'a', 0x308, U'ä'},
      {'a', 0x30A, U'å'}, {'c', 0x327, U'ç'}, {'e', 0x300, U'è'}, {'e', 0x301, U'é'}, {'e', 0x302, U'ê'},
      {'e', 0x308, U'ë'}, {'i', 0x300, U'ì'}, {'i', 0x301, U'í'}, {'i', 0x302, U'î'}, {'i', 0x308, U'ï'},
      {'n', 0x303, U'ñ'}, {'o', 0x300, U'ò'}, {'o', 0x301, U'ó'}, {'o', 0x302, U'ô'}, {'o', 0x303, U'õ'},
      {'o', 0x308, U'ö'}, {'u', 0x300, U'ù'}, {'u', 0x301, U'ú'}, {'u', 0x302, U'û'}, {'u', 0x308, U'ü'},
      {'y', 0x308, U'ÿ'}};
  const auto* found = std::find_if(std::begin(kPairs), std::end(kPairs), [&](const Pair& p) {
    return p.accent == accent && kNumbers[static_cast<unsigned char>(p.base)] == letter;
  });
  return found == std::end(kPairs) ? letter : kNumbers[found->composed];
}

}  // namespace nsearch::detection
