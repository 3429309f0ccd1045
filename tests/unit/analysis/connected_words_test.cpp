// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "show.h"

namespace nsearch {
namespace {

using test::show_stretches;
using test::show_words;

TEST_CASE("connected words are also one, at the first one's place") {
  CHECK(show_words("Deepseek-V3") == "deepseek (deepseekv3:2) v3");
  CHECK(show_words("R&D e-mail amazon.com a_b") ==
        "r (rd:2) d e (email:2) mail amazon (amazoncom:2) com a (ab:2) b");
  CHECK(show_words("États-Unis etats‐unis Parijs–Roubaix") ==
        "etats (etatsunis:2) unis etats (etatsunis:2) unis parijs (parijsroubaix:2) roubaix");
  CHECK(show_words("porte-à-faux") == "porte (porteafaux:3) a faux");
  CHECK(show_stretches("l'AI-model.") == "AI|AI-model|model");
}

TEST_CASE("the exact form of a joined word differs by its accents only") {
  Analyzer dutch("nl");
  AnalyzedText text;
  const auto joined_exact = [&](const char* words) {
    dutch.analyze(words, text);
    const auto joined = std::find_if(text.tokens().begin(), text.tokens().end(),
                                     [](const Token& t) { return t.kind == TokenKind::joined; });
    return joined == text.tokens().end() ? "none" : std::string(joined->exact);
  };
  CHECK(joined_exact("Sotheby's-leerstoel") == "sothebyleerstoel");
  CHECK(joined_exact("café's-eigenaar") == "caféeigenaar");
}

TEST_CASE("two to four words, sixty-four bytes, exactly one connector") {
  CHECK(show_words("a-b-c-d") == "a (abcd:4) b c d");
  CHECK(show_words("a-b-c-d-e") == "a b c d e");
  CHECK(show_words("a--b a- b GPU -technologie") == "a b a b gpu technologie");
  const std::string half(33, 'x');
  CHECK(show_words(half + "-" + half) == half + " " + half);
  CHECK(show_words(half + "-y") == half + " (" + half + "y:2) y");
}

TEST_CASE("slashes, colons and at signs separate") {
  CHECK(show_words("en/of EU:s jan@voorbeeld.be C++") == "en of eu s jan voorbeeld (voorbeeldbe:2) be c");
}

TEST_CASE("inclusive French and the Catalan long l") {
  CHECK(show_words("étudiant·e·s étudiant.e.s") == "etudiant (etudiantes:3) e s etudiant (etudiantes:3) e s");
  CHECK(show_words("col·lecció COL·LECCIÓ coŀlecció") == "colleccio colleccio colleccio");
  Analyzer catalan("ca");
  AnalyzedText text;
  catalan.analyze("col·lecció", text);
  CHECK(text.tokens()[0].exact == "col·lecció");
}

TEST_CASE("acronyms with full stops are one word") {
  CHECK(show_words("U.S. V.S., a.m. l'O.N.U.") == "us vs am onu");
  CHECK(show_words("U.S") == "us");
  CHECK(show_words("U.S.-China") == "us (uschina:2) china");
  CHECK(show_words("J.K. Rowling J.K.Rowling") == "jk rowling jk rowling");
  CHECK(show_words("É.U. E\u0301.U.") == "eu eu");
  CHECK(show_stretches("de U.S. zei") == "de|U.S.|zei");
  Analyzer english("en");
  AnalyzedText text;
  english.analyze("the U.S. for us", text);
  CHECK_FALSE(text.tokens()[1].stop_word);
  CHECK(text.tokens()[3].stop_word);
}

TEST_CASE("words of letters and digits are whole") {
  CHECK(show_words("V3 R1 G20 3D 1er 2e CO₂ H₂O") == "v3 r1 g20 3d 1er 2e co2 h2o");
}

TEST_CASE("a joined word is all capitals when its words are") {
  Analyzer und("und");
  AnalyzedText text;
  und.analyze("R&D N-VA e-NRC", text);
  REQUIRE(text.tokens().size() == 9);
  CHECK(text.tokens()[1].capitals);
  CHECK(text.tokens()[4].capitals);
  CHECK_FALSE(text.tokens()[7].capitals);
}

TEST_CASE("positions are dense, joined words take none") {
  Analyzer und("und");
  AnalyzedText text;
  und.analyze("a-b-c d 10 000 e", text);
  CHECK(text.positions() == 7);
  std::string positions;
  for (const Token& token : text.tokens())
    positions += std::to_string(token.position) + '+' + std::to_string(token.span) + ' ';
  CHECK(positions == "1+1 1+3 2+1 3+1 4+1 5+1 5+2 6+1 7+1 ");
}

}  // namespace
}  // namespace nsearch
