// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/accent_variants.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "analysis/fold.h"
#include "planning.h"
#include "query/planner_analysis.h"

using namespace nsearch::searcher;
using tiny::document;

namespace {

const std::filesystem::path vocabularies = "/usr/share/snowball/data";

/// Accented words of one token, without hyphen or apostrophe.
std::vector<std::string> accented_words(const std::filesystem::path& vocabulary) {
  std::vector<std::string> words;
  nsearch::Analyzer analyzer("und");
  nsearch::AnalyzedText text;
  std::ifstream file(vocabulary);
  for (std::string word; std::getline(file, word);) {
    if (nsearch::fold(word) == word) continue;
    analyzer.analyze(word, text);
    if (text.tokens().size() == 1 && text.tokens()[0].exact == word) words.push_back(word);
  }
  return words;
}

WordForms forms_of(const std::string& word, nsearch::Analyzer& analyzer) {
  nsearch::Analyzer neutral("und");
  return analyse_words(word, {&analyzer}, neutral).words.at(0);
}

}  // namespace

TEST_CASE("Each letter takes each accent, the last letters first") {
  CHECK(accent_variants("ete", "e:éè") == std::vector<std::string>{"eté", "etè", "éte", "ète"});
  CHECK(accent_variants("coeur", "oe:œ c:ç") == std::vector<std::string>{"cœur", "çoeur", "çœur"});
  CHECK(accent_variants("naif", "e:é i:ï") == std::vector<std::string>{"naïf"});
  CHECK(accent_variants("laicite", "e:é i:ï") ==
        std::vector<std::string>{"laicité", "laicïte", "laïcite", "laicïté", "laïcité"});
  CHECK(accent_variants("nacao", "a:ã c:ç") == std::vector<std::string>{"nacão", "naçao", "nãcao", "nação"});
  CHECK(accent_variants("dry", "e:é").empty());
  CHECK(accent_variants("", "e:é").empty());
  CHECK(accent_variants(std::string(150, 'e'), "e:éèêë").size() == most_accent_variants);
}

TEST_CASE("Without accents a word has the stems of every accented word of the vocabulary") {
  struct Vocabulary {
    const char* language;
    const char* name;
    std::size_t least;
  };
  const Vocabulary all[] = {{"fr", "french", 6000},  {"nl", "dutch", 900},    {"de", "german", 6000},
                            {"es", "spanish", 5000}, {"it", "italian", 1000}, {"pt", "portuguese", 5000},
                            {"ca", "catalan", 1000}};
  for (const auto& [language, name, least] : all) {
    const auto file = vocabularies / name / "voc.txt";
    if (!std::filesystem::exists(file)) {
      WARN("no " << file << " (package snowball-data): skipped");
      continue;
    }
    nsearch::Analyzer analyzer(language);
    const std::vector<std::string> words = accented_words(file);
    CAPTURE(language);
    CHECK(words.size() >= least);
    std::string missed;
    for (const std::string& word : words) {
      const WordForms accented = forms_of(word, analyzer);
      const WordForms folded = forms_of(accented.surface, analyzer);
      for (const auto& stem : accented.stems) {
        const bool found =
            std::find(folded.stems.begin(), folded.stems.end(), stem) != folded.stems.end() ||
            std::find(folded.accented.begin(), folded.accented.end(), stem) != folded.accented.end();
        if (!found) missed += word + " ";
      }
    }
    CHECK(missed == "");
  }
}

TEST_CASE("Typed without accents, a word finds the forms of the accented word") {
  Asked asked({document("infinitive", "fr", "", "Il faut développer la région."),
               document("other", "fr", "", "Une usine ferme."),
               document("diaeresis", "fr", "", "La laïcité et le héros"),
               document("nl", "nl", "", "De industrie groeit, de crème is op")});
  CHECK(asked.set("developpee") == "infinitive");
  CHECK(asked.set("DEVELOPPEES") == "infinitive");
  CHECK(asked.set("laïcités") == "diaeresis");
  CHECK(asked.set("laicites") == "diaeresis");
  CHECK(asked.set("heroines") == asked.set("héroïnes"));
  CHECK(asked.set("industrieen") == "nl");
  CHECK(asked.set("industrieen AND lang:nl") == "nl");
  CHECK(asked.set("=developpee") == "");
}

TEST_CASE("Typed with accents, a word finds what stands in capitals without") {
  Asked asked({document("capitals", "fr", "LES USINES DEVELOPPEES", "Rien."),
               document("other", "fr", "", "Une usine ferme.")});
  CHECK(asked.set("développée") == "capitals");
  CHECK(asked.set("title:développée") == "capitals");
}

TEST_CASE("Of words that fold alike, the one with the accents that were typed comes first") {
  Asked asked({document("a", "fr", "", "la cote est là"), document("b", "fr", "", "la coté est là"),
               document("c", "fr", "", "la côte est là"), document("d", "fr", "", "rien du tout ici")});
  CHECK(asked.ranked("côte").front() == 'c');
  CHECK(asked.ranked("coté").front() == 'b');
  CHECK(asked.set("côte") == "a b c");
}

TEST_CASE("Without accents, what a protected name is not found by") {
  Asked asked({document("name", "fr", "", "OpenAI a publié un modèle."),
               document("word", "fr", "", "Le tournoi Open de Paris.")});
  CHECK(asked.set("openai") == "name");
}

TEST_CASE("What the accented word finds, it finds without its accents: whole queries") {
  const auto file = vocabularies / "french" / "voc.txt";
  if (!std::filesystem::exists(file)) {
    WARN("no " << file << " (package snowball-data): skipped");
    return;
  }
  std::vector<nsearch::StoredDocument> documents;
  std::vector<std::string> words = accented_words(file);
  for (std::size_t i = 0; i < words.size(); ++i)
    documents.push_back(document(std::to_string(i), "fr", "", words[i]));
  Asked asked(documents);
  std::size_t wider = 0;
  for (std::size_t i = 0; i < words.size(); i += 7) {
    const auto query = asked.plan(words[i] + " AND NOT (" + nsearch::fold(words[i]) + ")").query;
    CAPTURE(words[i]);
    CHECK(asked.found(query) == 0);
    wider += asked.found(asked.plan(words[i]).query) > 1;
  }
  CHECK(wider > 500);
}
