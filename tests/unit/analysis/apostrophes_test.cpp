// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "show.h"

namespace nsearch {
namespace {

using test::show_stretches;
using test::show_words;

TEST_CASE("elided French articles, pronouns and conjunctions are no words") {
  CHECK(show_words("l'eau d'eau qu'il c'est j'ai m'a n'a s'il t'en") == "eau eau il est ai a a il en");
  CHECK(show_words("jusqu'à lorsqu'il puisqu'on quoiqu'il quelqu'un presqu'autant entr'ouvert") ==
        "a il on il un autant ouvert");
  CHECK(show_words("L'IA L’IA LʼIA L‘IA L＇IA L`IA L´IA") == "ia ia ia ia ia ia ia");
  CHECK(show_words("l'été d'1,5 l'11 l'\u00C9cole l'E\u0301cole") == "ete [1.5] [11] ecole ecole");
}

TEST_CASE("several in a row come off one after another") {
  CHECK(show_words("d'l'IA qu'l'Openai qu'd'l'eau") == "ia openai eau");
  CHECK(show_stretches("d'l'IA") == "IA");
}

TEST_CASE("Italian and Catalan ones in any text, Luxembourgish d' before consonants") {
  CHECK(
      show_words("dell'arte all'opera nell'aria dall'Italia sull'onda un'altra quest'anno quell'uomo c'è") ==
      "arte opera aria italia onda altra anno uomo e");
  CHECK(show_words("l'Hospitalet d'aigua n'hi s'ha") == "hospitalet aigua hi ha");
  CHECK(show_words("d'Regierung") == "regierung");
  // Content is kept.
  CHECK(show_words("bell'uomo") == "bell (belluomo:2) uomo");
}

TEST_CASE("before a consonant the short ones are parts of names") {
  CHECK(show_words("N'Djamena") == "n (ndjamena:2) djamena");
  CHECK(show_words("M'bappé") == "m (mbappe:2) bappe");
  CHECK(show_words("L'viv") == "l (lviv:2) viv");
  CHECK(show_words("O'Connor") == "o (oconnor:2) connor");
  CHECK(show_words("D'Hondt d’hondt D'HONDT") == "hondt hondt hondt");
}

TEST_CASE("a final 's comes off the surface, and stays in the exact form") {
  Analyzer dutch("nl");
  AnalyzedText text;
  const std::string_view source = "OpenAI’s auto's l'Openai's";
  dutch.analyze(source, text);
  REQUIRE(text.tokens().size() == 3);
  CHECK(text.tokens()[0].surface == "openai");
  CHECK(text.tokens()[0].exact == "openai's");
  CHECK(source.substr(text.tokens()[0].begin, text.tokens()[0].end) == "OpenAI’s");
  CHECK(text.tokens()[1].surface == "auto");
  CHECK(text.tokens()[1].stem == "auto");
  CHECK(text.tokens()[2].surface == "openai");
  CHECK(text.tokens()[2].exact == "openai's");
}

TEST_CASE("a final 's also before a hyphen, a quotation mark and after a year") {
  CHECK(show_words("'OpenAI's' foto's-map 1990's") == "openai foto (fotomap:2) map [1990]");
}

TEST_CASE("words that hold an apostrophe stay whole") {
  CHECK(show_words("aujourd'hui AUJOURD’HUI qu'aujourd'hui") == "aujourdhui aujourdhui aujourdhui");
  CHECK(show_words("prud'hommes presqu'île presqu'i\u0302le grand'mère") ==
        "prudhommes presquile presquile grandmere");
  CHECK(show_words("Penmarc'h c'hoari") == "penmarch choari");
  CHECK(show_words("o'clock ma'am") == "oclock maam");
  CHECK(show_words("rock'n'roll") == "rock (rocknroll:3) n roll");
}

TEST_CASE("contractions keep the apostrophe that tells them from other words") {
  CHECK(show_words("don't she'll we're zo'n z'n I’m they`ve") == "don't she'll we're zo'n z'n i'm they've");
  CHECK(show_words("shell were zon") == "shell were zon");
  Analyzer english("en");
  AnalyzedText text;
  english.analyze("don’t", text);
  CHECK(text.tokens()[0].stop_word);
}

TEST_CASE("Ukrainian and Hebrew spell with apostrophes and quotation marks") {
  CHECK(show_words("об'єкт сім’я") == "обєкт сімя");
  CHECK(show_words("צה\"ל צה״ל ג'ירפה") == "צהל צהל גירפה");
}

TEST_CASE("Dutch short forms and years") {
  CHECK(show_words("'s avonds") == "s avonds");
  CHECK(show_words("'t huis in '81") == "t huis in [81]");
  CHECK(show_words("'s-Hertogenbosch") == "s (shertogenbosch:2) hertogenbosch");
}

TEST_CASE("quotation marks are no apostrophes") {
  CHECK(show_words("'ja' ‘nee’ l' IA ''x''") == "ja nee l ia x");
  CHECK(show_words("5'10 6’") == "[5] [10] [6]");
}

}  // namespace
}  // namespace nsearch
