// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/charset.h"

#include <unicode/ucnv.h>

#include <catch2/catch.hpp>
#include <random>

#include "reader/utf8.h"

using namespace nsearch::indexer;
using namespace std::string_literals;

namespace {

/// `utf8` as bytes of another charset, by ICU.
std::string encoded(const std::string& utf8, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  std::string bytes(utf8.size() * 4 + 16, '\0');
  const auto length = ucnv_convert(charset, "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                   utf8.data(), static_cast<std::int32_t>(utf8.size()), &status);
  REQUIRE(U_SUCCESS(status));
  bytes.resize(static_cast<std::size_t>(length));
  REQUIRE(bytes.find('\x1A') == std::string::npos);  // nothing was substituted
  return bytes;
}

const std::string french =
    "Le gouvernement a annoncé hier que les impôts n'augmenteraient pas cette année.\nÀ Liège, les élus "
    "ont réagi.";
const std::string dutch =
    "De coördinatie van de financiën blijft een probleem, zegt de minister. Eén geëngageerde partij stemde "
    "tegen.";

struct Sample {
  const char* charset;
  std::string text;
};

}  // namespace

TEST_CASE("a charset is guessed from the bytes, and said") {
  const auto sample = GENERATE(
      Sample{"windows-1252", french}, Sample{"windows-1252", dutch},
      Sample{"windows-1252", "L’été à la mer… « Ça coûte 5 € », dit-elle."},
      Sample{"ISO-8859-15", "Le cœur du problème: une hausse de 5 € par an, selon la sœur de l'élu."},
      Sample{"macintosh", french}, Sample{"macintosh", dutch}, Sample{"IBM850", french},
      Sample{"IBM850", dutch}, Sample{"UTF-16LE", french}, Sample{"UTF-16BE", french},
      Sample{"UTF-32LE", french}, Sample{"UTF-32BE", french},
      Sample{"UTF-16LE", "Правительство решило вчера повысить налоги."},
      Sample{"windows-1251", "Правительство решило вчера повысить налоги, сообщает агентство."},
      Sample{"KOI8-R", "Правительство решило вчера повысить налоги, сообщает агентство."},
      Sample{"ISO-8859-2",
             "Rząd postanowił wczoraj podnieść podatki, jak podają źródła zbliżone do ministra."},
      Sample{"Shift_JIS", "政府は昨日、税金を引き上げることを決定した。"},
      Sample{"EUC-JP", "政府は昨日、税金を引き上げることを決定した。"});
  CAPTURE(sample.charset, sample.text);
  const DecodedText decoded = to_utf8(encoded(sample.text, sample.charset));
  CHECK(decoded.text == sample.text);
  CHECK(decoded.charset == sample.charset);
  CHECK(decoded.guessed);
  CHECK(decoded.replaced == 0);
  CHECK(charset_note(decoded) == "read as "s + sample.charset + " (guessed)");
}

TEST_CASE("a few words are Western European unless something speaks against it") {
  for (const std::string word : {"café", "l'été", "één", "coördinatie", "Müller", "10 €", "naïef", "ça"}) {
    CAPTURE(word);
    CHECK(to_utf8(encoded(word, "windows-1252")).text == word);
  }
}

TEST_CASE("UTF-8 is taken as it stands, whatever is declared") {
  for (const char* declared :
       {"", "UTF-8", "utf8", "ISO-8859-1", "windows-1251", "UTF-16", "no-such-charset"}) {
    CAPTURE(declared);
    const DecodedText decoded = to_utf8(french, declared);
    CHECK(decoded.text == french);
    CHECK(decoded.charset == "UTF-8");
    CHECK_FALSE(decoded.guessed);
    CHECK(charset_note(decoded).empty());
  }
  CHECK(to_utf8("").text.empty());
  CHECK(to_utf8("", "UTF-16").charset == "UTF-8");
}

TEST_CASE("a byte order mark decides, and is taken off") {
  const std::string mark = "\uFEFF";
  for (const char* charset : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    CAPTURE(charset);
    const DecodedText decoded = to_utf8(encoded(mark + "政府 a décidé", charset), "windows-1252");
    CHECK(decoded.text == "政府 a décidé");
    CHECK(decoded.charset == charset);
    CHECK_FALSE(decoded.guessed);
  }
}

TEST_CASE("what is declared is believed where the bytes can be it") {
  const std::string text = "Šarlatán žije";
  CHECK(to_utf8(encoded(text, "windows-1250"), "cp1250").text == text);
  CHECK(to_utf8(encoded(text, "ISO-8859-2"), "latin2").text == text);
  CHECK_FALSE(to_utf8(encoded(text, "ISO-8859-2"), "latin2").guessed);
  CHECK(to_utf8(encoded("Ça coûte 5 €", "windows-1252"), "ISO-8859-1").text == "Ça coûte 5 €");
  CHECK(to_utf8(encoded("Ça coûte 5 €", "windows-1252"), "us-ascii").charset == "windows-1252");
  CHECK(to_utf8(encoded("税金を引き上げる", "ISO-2022-JP"), "iso-2022-jp").text == "税金を引き上げる");
  CHECK(to_utf8(encoded(french, "windows-1252"), "UTF-8").text == french);  // it can't
}

TEST_CASE("charsets that hide ASCII are not believed") {
  for (const char* declared :
       {"UTF-7", "IBM037", "SCSU", "BOCU-1", "HZ-GB-2312", "UTF-16", "imap-mailbox-name"}) {
    CAPTURE(declared);
    CHECK(to_utf8("+ADw-script+AD4-", declared).text == "+ADw-script+AD4-");
  }
}

TEST_CASE("damaged UTF-8 stays UTF-8, and its faults are counted") {
  const DecodedText decoded = to_utf8("l'été \xE9 à la \xE2\x82 mer où ça va");
  CHECK(decoded.text == "l'été \uFFFD à la \uFFFD mer où ça va");
  CHECK(decoded.charset == "UTF-8");
  CHECK(decoded.replaced == 2);
  CHECK(charset_note(decoded) == "read as UTF-8; 2 sequences of bytes that are no characters became U+FFFD");
}

TEST_CASE("whatever the bytes and the declaration, the text is well-formed") {
  std::mt19937 random(11);
  const char* const declared[] = {"",        "UTF-8",       "UTF-16LE",     "Shift_JIS",
                                  "GB18030", "ISO-2022-JP", "windows-1251", "x"};
  for (int i = 0; i < 3'000; ++i) {
    std::string bytes(random() % 60, '\0');
    for (char& c : bytes) c = static_cast<char>(random() % 4 == 0 ? random() % 256 : random() % 128);
    const DecodedText decoded = to_utf8(bytes, declared[random() % std::size(declared)]);
    CAPTURE(bytes, decoded.charset);
    REQUIRE(find_invalid_utf8(decoded.text) == std::string::npos);
    REQUIRE_FALSE(decoded.charset.empty());
  }
}

TEST_CASE("a long text in pieces of the converter") {
  std::string text;
  while (text.size() < 300'000) text += french + dutch;
  CHECK(to_utf8(encoded(text, "windows-1252")).text == text);
  CHECK(to_utf8(encoded(text, "UTF-16LE")).text == text);
}
