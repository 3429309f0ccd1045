// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "search_fixture.h"

namespace {

std::vector<nsearch::Document> one_story_in_three_languages() {
  std::vector<nsearch::Document> articles = {
      article("fr-ia", "fr", "OpenAI accuse Deepseek de distillation",
              "L’IA d’Openai aurait été copiée par une distillation des réponses.\n"
              "Nvidia a perdu 16,86% en une seule journée, soit près de 600 milliards de dollars.",
              "2025-01-29"),
      article("fr-mer", "fr", "La mer monte",
              "La côte ouest recule. Être ou ne pas être prudent, telle est la question.", "2025-03-13"),
      article("nl-ai", "nl", "OpenAI beschuldigt Deepseek",
              "De destillatie van de antwoorden leidde tot een daling van het aandeel Nvidia op de beurs.",
              "2025-01-30"),
      article("nl-weer", "nl", "Het weer",
              "Morgen wordt het in het hele land zonnig en droog, die dag zelfs warm.", "2024-12-31"),
      article("en-ai", "en", "OpenAI's claim",
              "OpenAI's lawyers said that Deepseek-V3 distilled the models. Nvidia fell.", "2025-01-29"),
  };
  articles[0].source = "Le Courrier";
  articles[0].facets = {{"category", "Économie"}};
  return articles;
}

struct Story {
  Story() {
    index.write(one_story_in_three_languages());
    searcher.emplace(std::vector<std::string>{index.path()});
  }
  std::string found(const std::string& query) { return ids(searcher->search(asking(query))); }
  LiveIndex index;
  std::optional<nsearch::Searcher> searcher;
};

}  // namespace

TEST_CASE("Words find their inflected forms in each language") {
  Story story;
  // English stems distillation and distilled alike.
  CHECK(story.found("distillation AND Nvidia") == "en-ai fr-ia");
  CHECK(story.found("distillation AND Nvidia AND lang:fr") == "fr-ia");
  CHECK(story.found("destillatie AND Nvidia") == "nl-ai");
  CHECK(story.found("IA") == "fr-ia");
  CHECK(story.found("openai") == "en-ai fr-ia nl-ai");
  CHECK(story.found("dalingen") == "nl-ai");
  CHECK(story.found("lawyer") == "en-ai");
  CHECK(story.found("côtes") == "fr-mer");
  CHECK(story.found("co\u0302tes") == "fr-mer");
  CHECK(story.found("deepseekv3") == "en-ai");
  CHECK(story.found("deepseek v3") == "en-ai");
  CHECK(story.found("\"600 milliards\"") == "fr-ia");
  CHECK(story.found("16.86") == "fr-ia");
}

TEST_CASE("The implicit AND, the implicit OR and stop words") {
  Story story;
  CHECK(story.found("la distillation de Nvidia") == "fr-ia");
  CHECK(story.found("daling zonnig") == "");
  nsearch::SearchRequest request = asking("daling zonnig");
  request.implicit = nsearch::ImplicitOperator::or_;
  CHECK(ids(story.searcher->search(request)) == "nl-ai nl-weer");
  CHECK(story.found("être ou ne pas être") == "fr-mer");
  CHECK(story.found("Nvidia -lang:nl") == "en-ai fr-ia");
  CHECK(story.found("NOT Nvidia") == "fr-mer nl-weer");
}

TEST_CASE("A headline as plain words") {
  Story story;
  nsearch::SearchRequest request = asking("Chine: R&D, OpenAI -accuse (Deepseek de \"distillation");
  request.plain = true;
  const std::string ranked = ids(story.searcher->search(request), true);
  CHECK(ranked.rfind("fr-ia", 0) == 0);
  CHECK(ranked.find("nl-ai") != std::string::npos);
  CHECK(ranked.find("weer") == std::string::npos);
}

TEST_CASE("Fields, dates, languages and facets") {
  Story story;
  CHECK(story.found("title:openai") == "en-ai fr-ia nl-ai");
  CHECK(story.found("title:nvidia") == "");
  CHECK(story.found("title:\"La mer\"") == "fr-mer");
  CHECK(story.found("Nvidia lang:nl") == "nl-ai");
  CHECK(story.found("date:2025-01") == "en-ai fr-ia nl-ai");
  CHECK(story.found("date:2025-01-30..2025-03") == "fr-mer nl-ai");
  CHECK(story.found("date:<2025") == "nl-weer");
  CHECK(story.found("source:\"LE COURRIER\"") == "fr-ia");
  CHECK(story.found("category:economie") == "fr-ia");
  CHECK(story.found("id:nl-weer") == "nl-weer");
  nsearch::SearchRequest request = asking("Nvidia");
  request.languages = {"nl", "fr"};
  CHECK(ids(story.searcher->search(request)) == "fr-ia nl-ai");
}

TEST_CASE("Phrases stay within a paragraph") {
  Story story;
  CHECK(story.found("\"distillation des réponses\"") == "fr-ia");
  CHECK(story.found("\"des réponses Nvidia\"") == "");
  CHECK(story.found("\"Deepseek-V3\"") == "en-ai");
  CHECK(story.found("=côte") == "fr-mer");
  CHECK(story.found("=côté") == "");
}

TEST_CASE("Snippets mark the forms that stand in the text") {
  Story story;
  const auto snippet = [&](const std::string& query) {
    const nsearch::SearchResults results = story.searcher->search(asking(query));
    REQUIRE(results.hits.size() == 1);
    REQUIRE_FALSE(results.hits[0].snippets.empty());
    return shown(results.hits[0].snippets[0]);
  };
  CHECK(snippet("dalingen").find("een [daling] van het aandeel") != std::string::npos);
  CHECK(snippet("IA AND Openai AND lang:fr").rfind("L’[IA] d’[Openai] aurait", 0) == 0);
  CHECK(snippet("openai AND lang:en").rfind("[OpenAI's] lawyers", 0) == 0);
  CHECK(snippet("\"côte ouest\"").rfind("La [côte ouest] recule.", 0) == 0);
  CHECK(snippet("deepseekv3").find("that [Deepseek-V3] distilled") != std::string::npos);
}

TEST_CASE("The stored document comes back whole") {
  Story story;
  const auto stored = story.searcher->get("fr-ia");
  REQUIRE(stored);
  CHECK(stored->language == "fr");
  CHECK(stored->body == one_story_in_three_languages()[0].body);
  CHECK_FALSE(story.searcher->get("fr-i"));
  const nsearch::IndexInfo info = story.searcher->info();
  CHECK(info.documents == 5);
  CHECK(info.first_date == "2024-12-31");
  CHECK(info.last_date == "2025-03-13");
}
