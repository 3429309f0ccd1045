// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/utf8.h"

#include <catch2/catch.hpp>

#include "reader/clean_text.h"

using namespace nsearch::indexer;
using namespace std::string_literals;

TEST_CASE("the first byte that is no UTF-8") {
  constexpr std::size_t none = std::string::npos;
  CHECK(find_invalid_utf8("") == none);
  CHECK(find_invalid_utf8("été 😀 \u0000"s) == none);
  CHECK(find_invalid_utf8("caf\xE9 noir") == 3);
  CHECK(find_invalid_utf8("\x80") == 0);
  CHECK(find_invalid_utf8("a\xC0\xAF") == 1);         // overlong
  CHECK(find_invalid_utf8("a\xE0\x80\x80") == 1);     // overlong
  CHECK(find_invalid_utf8("ab\xED\xA0\x80") == 2);    // a surrogate
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0);  // beyond U+10FFFF
  CHECK(find_invalid_utf8("\xF5\x80\x80\x80") == 0);
  CHECK(find_invalid_utf8("ok \xE2\x82") == 3);  // cut off
  CHECK(find_invalid_utf8("\xE2\x82"
                          "A") == 0);
  CHECK(find_invalid_utf8("\uFFFF\U0010FFFF\uD7FF\uE000") == none);
}

TEST_CASE("every two-byte and three-byte sequence is judged as the table says") {
  for (unsigned code = 0x80; code < 0x10000; ++code) {
    std::string text;
    if (code < 0x800) {
      text = {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 63))};
    } else {
      text = {static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 63)),
              static_cast<char>(0x80 | (code & 63))};
    }
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    REQUIRE((find_invalid_utf8(text + "\xFF") == (surrogate ? 0 : text.size())));
  }
}

TEST_CASE("a fault of text names the encoding, the byte and the way out") {
  CHECK_FALSE(find_text_fault("tout va bien"));
  const auto utf16 = find_text_fault("\xFF\xFEL\0e\0"s);
  REQUIRE(utf16);
  CHECK(utf16->reason == "the text is UTF-16LE, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8");
  CHECK(find_text_fault("\xFF\xFE\0\0"s)->reason.find("UTF-32LE") != std::string::npos);
  const auto latin = find_text_fault("caf\xE9");
  REQUIRE(latin);
  CHECK(latin->offset == 3);
  CHECK(latin->reason.find("0xE9") != std::string::npos);
  CHECK(latin->reason.find("iconv -f WINDOWS-1252") != std::string::npos);
  const auto binary = find_text_fault("ab\0c\xFF"s);
  REQUIRE(binary);
  CHECK(binary->offset == 2);
  CHECK(binary->reason.find("NUL") != std::string::npos);
}

TEST_CASE("a head may end within a character") {
  for (const std::size_t cut : {1, 2, 3}) CHECK(may_be_text("texte "s + "😀"s.substr(0, cut)));
  CHECK(may_be_text("\xED\x9F"));
  CHECK_FALSE(may_be_text("\xED\xA0"));
  CHECK_FALSE(may_be_text("texte \x80"));
  CHECK_FALSE(may_be_text("texte \xE9 suite"));
  CHECK_FALSE(may_be_text("a\0b"s));
}

TEST_CASE("blank is what shows nothing") {
  CHECK(is_blank(""));
  CHECK(is_blank(" \t\r\n\u00a0\u2003\u3000\ufeff\u200b\x7f\x01"));
  CHECK_FALSE(is_blank(" . "));
  CHECK_FALSE(is_blank("\u00a0é"));
}

TEST_CASE("control characters become spaces") {
  CHECK(clean_text("a\0b\tc\x7F\x1B"s
                   "d") == "a b\tc  d");
  CHECK(clean_text("a\r\nb\rc\n\nd\r") == "a\nb\nc\n\nd\n");
  CHECK(clean_text("été\nintact") == "été\nintact");
  CHECK(clean_line("  a\r\n\tb  c\0 "s) == "a b c");
  CHECK(clean_line(" \n ").empty());
  CHECK(has_control("a\nb"));
  CHECK(has_control("a\x7F"));
  CHECK_FALSE(has_control("été"));
}
