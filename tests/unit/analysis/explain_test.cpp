// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "nsearch/analyzer.h"

namespace nsearch {
namespace {

/// "step=result step=result", a word a line.
std::string steps(std::string_view language, std::string_view utf8, const ProtectedWords& words = {}) {
  Analyzer analyzer(language, words);
  std::string shown;
  for (const WordSteps& word : analyzer.explain(utf8)) {
    shown += std::string(utf8.substr(word.begin, word.end - word.begin)) + ':';
    for (const AnalysisStep& step : word.steps) shown += ' ' + step.step + '=' + step.result;
    shown += '\n';
  }
  return shown;
}

TEST_CASE("every step of the chain is shown, those without effect are not") {
  CHECK(steps("fr", "L’Élève") ==
        "Élève: elided=L’ normalised=élève accents folded=eleve Snowball=élev stem=elev\n");
  CHECK(steps("fr", "yeux") == "yeux: normalised=yeux override=œil Snowball=œil stem=oeil\n");
  CHECK(steps("fr", "parlent") == "parlent: normalised=parlent rules=parler Snowball=parl stem=parl\n");
  CHECK(steps("fr", "OpenAI’s") ==
        "OpenAI’s: normalised=openai's without 's=openai override=openai stem=openai\n");
  CHECK(steps("fr", "sur") == "sur: normalised=sur stop word=sur Snowball=sur stem=sur\n");
  CHECK(steps("nl", "lopende") == "lopende: normalised=lopende rules=loop stem=loop\n");
  CHECK(steps("nl", "beurskoersen") ==
        "beurskoersen: normalised=beurskoersen rules=beurskoers stem=beurskoers compound part=beurs "
        "rules=beurs "
        "stem=beurs compound part=koersen rules=koers stem=koers\n");
  CHECK(steps("en", "don't 16,86 12") ==
        "don't: normalised=don't contraction=don't stop word=don't\n16,86: number=16.86\n12: normalised=12 "
        "number=12\n");
  CHECK(steps("fr", "Renée", ProtectedWords::parse("renee")) ==
        "Renée: normalised=renée accents folded=renee protected=renee\n");
  CHECK(steps("und", "Mots") == "Mots: normalised=mots stem=mots\n");
}

TEST_CASE("explaining changes no later analysis") {
  Analyzer analyzer("nl");
  AnalyzedText text;
  analyzer.analyze("lopende", text);
  analyzer.explain("steden lopende");
  analyzer.analyze("steden", text);
  REQUIRE(text.tokens().size() == 1);
  CHECK(text.tokens()[0].stem == "stad");
}

}  // namespace
}  // namespace nsearch
