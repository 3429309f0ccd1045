// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "nsearch/analyzer.h"

namespace nsearch {
namespace {

/// The words, '.' after a sentence, '#' after a paragraph.
std::string bounds(std::string_view utf8) {
  Analyzer und("und");
  AnalyzedText text;
  und.analyze(utf8, text);
  std::string shown;
  for (const Token& token : text.tokens()) {
    if (token.kind == TokenKind::joined) {
      CHECK(token.boundary == Boundary::none);
      continue;
    }
    if (!shown.empty()) shown += ' ';
    shown += token.surface;
    if (token.boundary == Boundary::sentence) shown += '.';
    if (token.boundary == Boundary::paragraph) shown += '#';
  }
  return shown;
}

TEST_CASE("sentences end before capitals and digits, not before lower-case letters") {
  CHECK(bounds("Een. Twee! Drie? Vier… 5 en") == "een. twee. drie. vier. 5 en#");
  CHECK(bounds("Il dit... non. « Oui ! » Elle") == "il dit non. oui. elle#");
  CHECK(bounds("fin. L'IA") == "fin. ia#");
  CHECK(bounds("wel, niet; zo: Ja") == "wel niet zo ja#");
  CHECK(bounds("(Hij lacht.) Zij") == "hij lacht. zij#");
  CHECK(bounds("中国。美国") == "中国. 美国#");
}

TEST_CASE("initials, abbreviations, numbers and acronyms end no sentence") {
  CHECK(bounds("J. Dupont et M. Macron, dr. De Vries, nr. 5, Mme. Curie") ==
        "j dupont et m macron dr de vries nr 5 mme curie#");
  CHECK(bounds("George W. Bush in the U.S. Senate") == "george w bush in the us senate#");
  CHECK(bounds("16.86 Punten. 1.000 Euro") == "16.86 punten. 1000 euro#");
  CHECK(bounds("am 13. März 2025. Dann") == "am 13 marz 2025. dann#");
  CHECK(bounds("Score 3. Daarna") == "score 3. daarna#");
  CHECK(bounds("amazon.Com fin.Le") == "amazon com fin le#");
}

TEST_CASE("an empty line ends a paragraph") {
  CHECK(bounds("Titel zonder punt\n\nTekst") == "titel zonder punt# tekst#");
  CHECK(bounds("een\r\n \t\r\ntwee\u2029drie") == "een# twee# drie#");
}

TEST_CASE("a line break ends a paragraph after punctuation or a long line only") {
  CHECK(bounds("gebroken\nregel") == "gebroken regel#");
  CHECK(bounds("Klaar.\nvolgende") == "klaar# volgende#");
  CHECK(bounds("Hij zei:\nja") == "hij zei# ja#");
  CHECK(bounds("« Oui »\nnon") == "oui# non#");
  const std::string word = "woord ";
  std::string wrapped;
  for (int i = 0; i < 16; ++i) wrapped += word;  // 96 characters
  CHECK(bounds(wrapped + "\nx").find('#') == bounds(wrapped + "\nx").size() - 1);
  std::string unwrapped = wrapped + "langer";
  CHECK(bounds(unwrapped + "\nx").find("langer# x#") != std::string::npos);
  std::string accented;
  for (int i = 0; i < 16; ++i) accented += "wóórd ";  // more bytes, no more characters
  CHECK(bounds(accented + "\nx").find('#') == bounds(accented + "\nx").size() - 1);
  // A line's length counts from its own beginning.
  CHECK(bounds(wrapped + "\n" + wrapped + "\nx").find('#') ==
        bounds(wrapped + "\n" + wrapped + "\nx").size() - 1);
}

TEST_CASE("the last token ends a paragraph") {
  CHECK(bounds("een") == "een#");
  CHECK(bounds("een-twee") == "een twee#");
}

}  // namespace
}  // namespace nsearch
