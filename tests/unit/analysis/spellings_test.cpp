// SPDX-License-Identifier: GPL-2.0-or-later
//
// Ways to write one thing, and what makes them meet.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "show.h"

namespace nsearch {
namespace {

using test::show_stems;
using test::show_words;

TEST_CASE("a name with or without its accents and its hyphen") {
  const std::string hyphen = "etats (etatsunis:2) unis";
  CHECK(show_words("Etats-Unis", "fr") == hyphen);
  CHECK(show_words("États-Unis", "fr") == hyphen);
  CHECK(show_words("E\u0301TATS\u2011UNIS", "fr") == hyphen);
  CHECK(show_words("etats unis", "fr") == "etats unis");
  CHECK(show_stems("Etats-Unis", "fr") == show_stems("états unis", "fr"));
}

TEST_CASE("a model's name in three spellings") {
  CHECK(show_words("Deepseek-V3") == "deepseek (deepseekv3:2) v3");
  CHECK(show_words("deepseek v3") == "deepseek v3");
  CHECK(show_words("DeepSeekV3") == "deepseekv3");
}

TEST_CASE("numbers in news: percentages, versions, words and spaces around them") {
  CHECK(show_words("16,86%") == "[16.86]");
  CHECK(show_words("16.86") == "[16.86]");
  CHECK(show_words("600 miljard") == "[600] miljard");
  CHECK(show_words("GPU -technologie") == "gpu technologie");
  CHECK(show_words("6.0.5") == "[6] (6.0.5:3) [0] [5]");
  CHECK(show_words("Debian 10.15.7.") == "debian [10] (10.15.7:3) [15] [7]");
  CHECK(show_words("6.0 605") == "[6.0] [605]");  // a decimal, and no version
}

TEST_CASE("spaces that don't break inside a number") {
  for (const char* space : {"\u00A0", "\u202F", "\u2009", "\u2007"}) {
    const std::string s = space;
    CHECK(show_words("1" + s + "000" + s + "000" + s + "€") == "[1000000]");
    CHECK(show_words("1" + s + "000,50") == "[1000.50]");
    CHECK(show_words("16" + s + "%") == "[16]");
    CHECK(show_words("10" + s + "mars") == "[10] mars");
  }
  CHECK(show_words("1 000 000") == "[1] (1000000:3) [000] [000]");
}

TEST_CASE("Dutch apostrophes") {
  CHECK(show_words("auto's auto\u2019s", "nl") == "auto auto");
  CHECK(show_stems("auto's auto", "nl") == "auto auto");
  CHECK(show_words("'s avonds \u2019s avonds", "nl") == "s avonds s avonds");
}

TEST_CASE("elision, by either apostrophe, in a row and in capitals") {
  for (const char* text : {"l'IA", "l\u2019IA", "L\u2019IA", "d'l'IA", "d\u2019l\u2019IA", "qu'l'ia"})
    CHECK(show_words(text) == "ia");
}

TEST_CASE("Italian elides articles, prepositions and question words") {
  CHECK(show_words("l'acqua un'altra dell'uomo nell'aria sull'isola d'Italia s'alza dall'alto all'ombra") ==
        "acqua altra uomo aria isola italia alza alto ombra");
  CHECK(show_words("L\u2019ITALIA DELL\u2019UNIONE quest'anno quell'anno c'è ch'egli") ==
        "italia unione anno anno e egli");
  CHECK(show_words("cos'è dov'è com'è anch'io senz'altro nessun'altra qualcun'altra") ==
        "e e e io altro altra altra");
  CHECK(show_words("bell'uomo") == "bell (belluomo:2) uomo");  // "beautiful" is looked for
  CHECK(show_words("un po' di") == "un po di");
}

TEST_CASE("Catalan elides before a vowel; a pronoun behind a verb makes no other word of it") {
  CHECK(show_words("l'home d'aigua s'ha n'hi m'agrada t'estimo L'Hospitalet") ==
        "home aigua ha hi agrada estimo hospitalet");
  CHECK(show_words("porta'l dona'ns veure'ls") == "porta l dona ns veure ls");
}

TEST_CASE("soft hyphens, zero-width characters and ligatures") {
  CHECK(show_words("déve\u00ADlop\u00ADpement") == "developpement");
  CHECK(show_words("déve\u200Blop\u200Cpe\u2060ment\uFEFF") == "developpement");
  CHECK(show_stems("déve\u00ADlop\u00ADpement", "fr") == show_stems("développement", "fr"));
  CHECK(show_words("œuvre oeuvre ŒUVRE Œuvre") == "oeuvre oeuvre oeuvre oeuvre");
  CHECK(show_stems("œuvres oeuvre ŒUVRE", "fr") == "oeuvr oeuvr oeuvr");
  CHECK(show_words("ĳsberg ijsberg IJsberg Ĳsberg", "nl") ==
        "ijsberg {ijs} {berg} ijsberg {ijs} {berg} ijsberg {ijs} {berg} ijsberg {ijs} {berg}");
  CHECK(show_words("ﬁnance eﬀet") == "finance effet");
}

TEST_CASE("French abbreviations without a vowel have no plural to lose") {
  CHECK(show_stems("PS CRS ARS RDS", "fr") == "ps crs ar rds");
}

}  // namespace
}  // namespace nsearch
