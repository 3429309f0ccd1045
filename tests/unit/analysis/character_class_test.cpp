// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/character_class.h"

#include <catch2/catch.hpp>

#include "analysis/utf8.h"
#include "byte_scan.h"

namespace nsearch::analysis {
namespace {

TEST_CASE("the tables say what the properties say") {
  const CharacterClasses& classes = CharacterClasses::instance();
  for (std::int32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
    if (classes.of(c) != character_class(c)) FAIL("U+" << std::hex << c);
  }
  CHECK(classes.of(malformed) == CharClass::separator);
}

TEST_CASE("classes of single characters") {
  CHECK(character_class('a') == CharClass::letter);
  CHECK(character_class('5') == CharClass::digit);
  CHECK(character_class(0x663) == CharClass::digit);
  CHECK(character_class(0x301) == CharClass::extend);
  CHECK(character_class(0xAD) == CharClass::format);
  CHECK(character_class(U'中') == CharClass::dictionary);
  CHECK(character_class(U'ก') == CharClass::dictionary);
  CHECK(character_class(U'한') == CharClass::dictionary);
  CHECK(character_class(U'’') == CharClass::apostrophe);
  CHECK(character_class(0x2011) == CharClass::connector);
  CHECK(character_class(U'—') == CharClass::separator);
  CHECK(character_class(0xA0) == CharClass::separator);
}

TEST_CASE("UTF-8 decodes and encodes") {
  for (const std::int32_t c : {0x00, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF}) {
    std::string text;
    append_utf8(c, text);
    CHECK(decode(text, 0).value == c);
    CHECK(decode(text, 0).length == text.size());
    CHECK(decode_before("x" + text, text.size() + 1).value == c);
    for (std::size_t cut = 1; cut < text.size(); ++cut)
      CHECK(decode(text.substr(0, cut), 0).value == malformed);
  }
  for (const char* bad : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3x"}) {
    CHECK(decode(bad, 0).value == malformed);
    CHECK(decode(bad, 0).length == 1);
  }
}

TEST_CASE("the block scan finds what a loop finds") {
  std::string text;
  for (int i = 0; i < 256; ++i) text.push_back(static_cast<char>(i));
  text += "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-abc 0123456789012345678 x";
  for (std::size_t at = 0; at <= text.size(); ++at) {
    std::size_t length = 0;
    bool letters = false;
    while (at + length < text.size() &&
           (is_ascii_letter(text[at + length]) || is_ascii_digit(text[at + length]))) {
      letters |= is_ascii_letter(text[at + length]);
      ++length;
    }
    const AsciiWord found = ascii_word(text, at);
    REQUIRE(found.length == length);
    REQUIRE(found.letters == letters);
  }
}

}  // namespace
}  // namespace nsearch::analysis
