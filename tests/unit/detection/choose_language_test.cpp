// SPDX-License-Identifier: GPL-2.0-or-later
#include <nsearch/language.h>

#include <string>
#include <utility>

using nsearch::choose_language;
using nsearch::LanguageGuess;

namespace {

const char* const kFrench = "Le gouvernement a présenté mardi un projet de loi que les syndicats refusent.";
const char* const kDutch =
    "De regering heeft gisteren een wetsvoorstel ingediend waar de vakbonden tegen zijn.";

// Some seventy words each.
const char* const kLongFrench =
    "Le conseil communal a voté lundi soir le budget de l'année prochaine, après un débat qui a duré près de "
    "quatre heures. "
    "Les élus de l'opposition ont dit qu'ils ne pouvaient pas accepter une hausse des impôts alors que les "
    "habitants ont déjà "
    "du mal à payer leurs factures. Selon la bourgmestre, il n'y a pas d'autre choix, car les subsides de la "
    "région vont "
    "diminuer et les travaux de l'école ne peuvent plus attendre.";
const char* const kLongDutch =
    "De gemeenteraad heeft maandagavond de begroting voor het volgende jaar goedgekeurd, na een debat dat "
    "bijna vier uur "
    "duurde. De oppositie zei dat ze geen hogere belastingen kan aanvaarden nu veel mensen al moeite hebben "
    "om hun rekeningen "
    "te betalen. Volgens de burgemeester is er geen andere keuze, want er komt minder geld van de regering "
    "en de werken aan "
    "de school kunnen niet meer wachten tot er later misschien weer wat meer is.";

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

TEST_CASE("a text plainly in the language that it is declared in needs no detection", "[detection]") {
  for (const auto& [language, text] : {std::pair("fr-BE", kLongFrench), std::pair("nl", kLongDutch)}) {
    const LanguageGuess guess = choose_language(text, {"", language, {}});
    INFO(guess.reason);
    CHECK(guess.language == std::string(language).substr(0, 2));
    CHECK(guess.confidence == 1);
    CHECK(guess.reliable);
    CHECK(mentions(guess, "and its words are"));
  }
}

TEST_CASE("a wrong declaration of a long text is overridden, whichever it is", "[detection]") {
  for (const nsearch::LanguageInfo& declared : nsearch::languages()) {
    INFO(declared.code);
    CHECK(choose_language(kLongFrench, {"", declared.code, {}}).language == "fr");
    CHECK(choose_language(kLongDutch, {"", declared.code, {}}).language == "nl");
  }
}

TEST_CASE("a text in two languages is not plainly in one", "[detection]") {
  const std::string both = std::string(kLongDutch) + "\n" + kLongFrench;
  for (const char* const declared : {"fr", "nl"}) {
    const LanguageGuess guess = choose_language(both, {"", declared, {}});
    INFO(guess.reason);
    CHECK_FALSE(mentions(guess, "and its words are"));
  }
}

TEST_CASE("too few words, too few listed ones or another script among them are not plainly in a language",
          "[detection]") {
  std::string few, mixed, other;
  for (int i = 0; i < 40; ++i) few += "dans le pays et ";
  for (int i = 0; i < 40; ++i) mixed += "dans le blorf grumf trolp snarf quilp ";
  for (int i = 0; i < 40; ++i) other += "dans le pays et в стране ";
  const auto needs_none = [](std::string_view text) {
    return mentions(choose_language(text, {"", "fr", {}}), "and its words are");
  };
  CHECK(needs_none(few));
  CHECK_FALSE(needs_none(std::string_view(few).substr(0, 16 * 12)));  // 48 words
  CHECK_FALSE(needs_none(mixed));
  CHECK_FALSE(needs_none(other));
}
