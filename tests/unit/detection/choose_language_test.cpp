// SPDX-License-Identifier: GPL-2.0-or-later
#include <nsearch/language.h>

using nsearch::choose_language;
using nsearch::LanguageGuess;

namespace {

const char* const kFrench = "Le gouvernement a présenté mardi un projet de loi que les syndicats refusent.";
const char* const kDutch =
    "De regering heeft gisteren een wetsvoorstel ingediend waar de vakbonden tegen zijn.";

bool mentions(const LanguageGuess& guess, const std::string& words) {
  return guess.reason.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a forced language wins over text and declaration", "[detection]") {
  const LanguageGuess guess = choose_language(kFrench, {"de", "nl-BE", {}});
  CHECK(guess.language == "de");
  CHECK(guess.reliable);
  CHECK(mentions(guess, "forced to de"));
  CHECK(choose_language(kFrench, {"nl-BE", "", {}}).language == "nl");
}

TEST_CASE("a declared language stands where detection agrees or can't tell", "[detection]") {
  const LanguageGuess agreed = choose_language(kDutch, {"", "nl-BE", {}});
  CHECK(agreed.language == "nl");
  CHECK(agreed.confidence == 1);
  CHECK(mentions(agreed, "declared nl"));

  const LanguageGuess untold = choose_language("Nvidia", {"", "nl", {}});
  CHECK(untold.language == "nl");
  CHECK(untold.confidence < 1);
  CHECK(mentions(untold, "can't tell"));
  CHECK(choose_language("", {"", "fr", {}}).language == "fr");
}

TEST_CASE("a reliable detection overrides the declaration and says so", "[detection]") {
  const LanguageGuess guess = choose_language(kFrench, {"", "nl", {}});
  CHECK(guess.language == "fr");
  CHECK(guess.reliable);
  CHECK(mentions(guess, "declared nl, detected fr reliably"));
}

TEST_CASE("with nothing declared only a reliable detection counts", "[detection]") {
  CHECK(choose_language(kFrench, {}).language == "fr");
  const LanguageGuess guess = choose_language("Emmanuel Macron", {});
  CHECK(guess.language == "und");
  CHECK_FALSE(guess.reliable);
  CHECK_FALSE(guess.reason.empty());
}

TEST_CASE("a declaration that names no language declares nothing", "[detection]") {
  CHECK(choose_language(kFrench, {"", "und", {}}).language == "fr");
  CHECK(choose_language("Macron", {"", "und", {}}).language == "und");
}

TEST_CASE("a text outside the candidates is und, never one of them", "[detection]") {
  CHECK(choose_language(kDutch, {"", "", {"fr", "en"}}).language == "und");
  CHECK(choose_language(kDutch, {"", "", {"fr", "nl"}}).language == "nl");
}

TEST_CASE("both forms of Norwegian are one language", "[detection]") {
  for (const char* const text :
       {"Regjeringa la i går fram eit lovframlegg som fagrørsla ikkje vil godta, seier statsministeren.",
        "Regjeringen la i går frem et lovforslag som fagbevegelsen ikke vil godta, sier statsministeren."}) {
    for (const char* const declared : {"no", "nb", "nn-NO", ""}) {
      const LanguageGuess guess = choose_language(text, {"", declared, {}});
      INFO(declared << ": " << guess.reason);
      CHECK(guess.language == "no");
      CHECK_FALSE(mentions(guess, "declared no, detected n"));
    }
  }
}
