// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "planning.h"

using tiny::document;

namespace {

std::vector<nsearch::StoredDocument> news() {
  std::vector<nsearch::StoredDocument> documents = {
      document("fr1", "fr", "OpenAI soupçonne Deepseek",
               "La distillation de l’IA d’Openai inquiète.\nNvidia a perdu 600 milliards, soit 16,86% de sa "
               "valeur."),
      document("fr2", "fr", "Le littoral", "La côte ouest attire les vacanciers."),
      document("fr3", "fr", "La bourse", "La cote de Nvidia baisse. Les aides de la France inquiètent."),
      document("nl1", "nl", "Nvidia daalt", "De daling van Nvidia na de distillatie door Deepseek-V3."),
      document("nl2", "nl", "Gemeente", "De burgemeester spreekt over de salarissen."),
      document("en1", "en", "Chips", "OpenAI's models use chips. I have been to France."),
      document("und1", "und", "Nvidia", "Zork zorks Nvidia."),
  };
  documents[0].date = "2025-03-13";
  documents[0].source = "Le Courrier";
  documents[0].author = "Zoé Müller";
  documents[0].url = "https://www.example.org/a/1";
  documents[0].facets = {{"category", "Économie"}};
  documents[3].date = "2025-02-28";
  documents[4].date = "2024-12-31";
  return documents;
}

}  // namespace

TEST_CASE("A word is found in every language by that language's own stem") {
  Asked asked(news());
  CHECK(asked.set("dalingen") == "nl1");
  CHECK(asked.set("distillations") == "fr1");
  CHECK(asked.set("burgemeesters") == "nl2");
  CHECK(asked.set("chip") == "en1");
  CHECK(asked.set("IA") == "fr1");
  CHECK(asked.set("openai") == "en1 fr1");
  CHECK(asked.set("zork") == "und1");
  CHECK(asked.set("zorks") == "und1");
}

TEST_CASE("A stem of one language does not reach into another") {
  // Only Dutch makes "daling" of "dalingen".
  Asked asked({document("nl", "nl", "", "dalingen"), document("fr", "fr", "", "dalingen")});
  CHECK(asked.set("daling") == "nl");
}

TEST_CASE("AND, OR, NOT and their precedence") {
  Asked asked(news());
  CHECK(asked.set("distillation AND Nvidia") == "fr1");
  CHECK(asked.set("distillatie AND Nvidia") == "nl1");
  CHECK(asked.set("distillation OR distillatie") == "fr1 nl1");
  CHECK(asked.set("Nvidia AND NOT (lang:fr OR lang:und)") == "nl1");
  CHECK(asked.set("Nvidia NOT daling") == "fr1 fr3 und1");
  CHECK(asked.set("NOT Nvidia") == "en1 fr2 nl2");
  CHECK(asked.set("NOT NOT Nvidia") == asked.set("Nvidia"));
  CHECK(asked.set("NOT lang:nl") == "en1 fr1 fr2 fr3 und1");
  CHECK(asked.set("distillation OR NOT Nvidia") == "en1 fr1 fr2 nl2");
  CHECK(asked.set("NOT Nvidia AND NOT lang:fr") == "en1 nl2");
  CHECK(asked.set("Nvidia AND xyzzy") == "");
}

TEST_CASE("Phrases are exact words in order, within a paragraph") {
  Asked asked(news());
  CHECK(asked.set("\"côte ouest\"") == "fr2");
  CHECK(asked.set("\"cote ouest\"") == "fr2");
  CHECK(asked.set("\"ouest côte\"") == "");
  CHECK(asked.set("\"côtes ouest\"") == "");
  CHECK(asked.set("\"inquiète Nvidia\"") == "");
  CHECK(asked.set("\"chip\"") == "");
  CHECK(asked.set("\"chips\"") == "en1");
  CHECK(asked.set("\"de la\"") == "fr3");
  CHECK(asked.set("\"l’IA d'Openai\"") == "fr1");
}

TEST_CASE("Connected words match as typed, apart and as one") {
  Asked asked({document("hyphen", "en", "", "The Deepseek-V3 model"),
               document("space", "en", "", "the deepseek v3 model"),
               document("one", "en", "", "the DeepseekV3 model"),
               document("apart", "en", "", "v3 of deepseek")});
  CHECK(asked.set("Deepseek-V3") == "hyphen one space");
  CHECK(asked.set("deepseekv3") == "hyphen one space");
  CHECK(asked.set("deepseek v3") == "apart hyphen one space");
  CHECK(asked.set("\"Deepseek-V3\"") == "hyphen space");
  asked.plain = true;
  CHECK(asked.set("Deepseek-V3") == "apart hyphen one space");
}

TEST_CASE("Numbers are found by their value") {
  Asked asked(news());
  CHECK(asked.set("16.86") == "fr1");
  CHECK(asked.set("16,86%") == "fr1");
  CHECK(asked.set("600") == "fr1");
  CHECK(asked.set("60") == "");
}

TEST_CASE("An exact word tells accents apart") {
  Asked asked(news());
  CHECK(asked.set("cote") == "fr2 fr3");
  CHECK(asked.set("=côte") == "fr2");
  CHECK(asked.set("=côté") == "");
  CHECK(asked.set("=inquiète") == "fr1");
  CHECK(asked.set("=chip") == "");
  CHECK(asked.set("=\"côte ouest\"") == "fr2");
  CHECK(asked.set("=\"cote ouest\"") == "");
  CHECK(asked.set("=cote") == "fr3");
  CHECK(asked.set("=\"côté ouest\"") == "");
}

TEST_CASE("title: looks at titles only") {
  Asked asked(news());
  CHECK(asked.set("title:nvidia") == "nl1 und1");
  CHECK(asked.set("title:soupçonner") == "fr1");
  CHECK(asked.set("title:distillation") == "");
  CHECK(asked.set("title:\"OpenAI soupçonne\"") == "fr1");
  CHECK(asked.set("title:\"De daling\"") == "");
  CHECK(asked.set("body:burgemeester") == "nl2");
}

TEST_CASE("Filters") {
  Asked asked(news());
  asked.facets = {"category"};
  CHECK(asked.set("lang:nl-BE") == "nl1 nl2");
  CHECK(asked.set("source:\"le courrier\"") == "fr1");
  CHECK(asked.set("author:\"zoe muller\"") == "fr1");
  CHECK(asked.set("id:nl2") == "nl2");
  CHECK(asked.set("host:www.Example.org") == "fr1");
  CHECK(asked.set("url:https://www.example.org") == "fr1");
  CHECK(asked.set("category:economie") == "fr1");
  CHECK(asked.set("category:eco") == "");
  CHECK(asked.set("date:2025") == "fr1 nl1");
  CHECK(asked.set("date:2025-03") == "fr1");
  CHECK(asked.set("date:2025-02-28") == "nl1");
  CHECK(asked.set("date:2024..2025-02") == "nl1 nl2");
  CHECK(asked.set("date:<2025") == "nl2");
  CHECK(asked.set("date:<=2025-02") == "nl1 nl2");
  CHECK(asked.set("date:>=2025-02-28") == "fr1 nl1");
  CHECK(asked.set("date:>2025-02") == "fr1");
  CHECK(asked.set("Nvidia date:2025") == "fr1 nl1");
  CHECK(asked.set("Nvidia AND date:2025-02..") == "fr1 nl1");
}

TEST_CASE("Filters weigh nothing") {
  Asked asked(news());
  CHECK(asked.ranked("Nvidia") == asked.ranked("Nvidia (lang:fr OR lang:nl OR lang:und)"));
  CHECK(asked.ranked("lang:fr") == "fr1 fr2 fr3");
}

TEST_CASE("A filter that can't be meant is refused") {
  Asked asked(news());
  const auto date = asked.plan("Nvidia date:demain").diagnostic;
  REQUIRE(date);
  CHECK(date->begin == 7);
  CHECK(date->message == "“demain” is no date and no range of dates");
  CHECK(asked.plan("date:2025-03..2025-01").diagnostic);
  CHECK(asked.plan("date:2025-02-30").diagnostic);
  CHECK(asked.plan("lang:dutch").diagnostic);
  CHECK_FALSE(asked.plan("lang:und").diagnostic);
}

TEST_CASE("Only documents in the languages asked for") {
  Asked asked(news());
  asked.options.languages = {"nl-NL", "und"};
  CHECK(asked.set("Nvidia") == "nl1 und1");
  CHECK(asked.set("chip") == "");
  asked.options.languages = {"ru"};
  CHECK(asked.set("Nvidia") == "");
}

TEST_CASE("What is not in the index is said") {
  Asked asked(news());
  CHECK(asked.hints("Nvidia xyzzy") == "no document holds “xyzzy”");
  CHECK(asked.hints("Nvidia") == "");
  CHECK(asked.hints("title:burgemeester") == "no document holds “burgemeester” in its title");
  CHECK(asked.hints("\"Nvidia xyzzy\"") == "no document holds “xyzzy”");
  CHECK(asked.hints("title:\"Nvidia daling\"") == "no document holds “daling” in its title");
  CHECK(asked.hints("lang:ru") == "no document has lang:ru");
  CHECK(asked.hints("url:http://example.org/a/1") == "url: looks at the host only, here “example.org”");
}

TEST_CASE("Compound parts of documents are found, below the word itself") {
  const std::vector<nsearch::StoredDocument> documents = {document("compound", "nl", "", "iets anders"),
                                                          document("word", "nl", "", "dalingen zijn er")};
  Xapian::WritableDatabase database = tiny::in_memory(documents);
  Xapian::Document compound = database.get_document(1);
  compound.add_term("Knl:daling");
  database.replace_document(1, compound);
  nsearch::searcher::Planner planner({"nl"});
  const auto plan = planner.plan(nsearch::parse_query("daling").root, database, {});
  CHECK(tiny::matching(database, plan.query) == std::vector<std::string>{"word", "compound"});
}

TEST_CASE("The form as typed ranks above another form of its stem") {
  Asked asked({document("a", "nl", "", "de daling komt vandaag"),
               document("b", "nl", "", "de dalingen komen vandaag"),
               document("c", "nl", "", "iets anders vandaag nog"),
               document("d", "nl", "", "weer iets anders nog")});
  CHECK(asked.ranked("dalingen") == "b a");
  CHECK(asked.ranked("daling") == "a b");
}

TEST_CASE("A word in the title counts more") {
  Asked asked({document("a", "fr", "Le marché", "La distillation avance."),
               document("b", "fr", "La distillation", "Le marché avance."),
               document("c", "fr", "Rien", "Un autre texte.")});
  CHECK(asked.ranked("distillation") == "b a");
}

TEST_CASE("A very wide OR finds all, and is ranked by its rarest operands") {
  Asked asked(news());
  std::string wide = "zork";
  for (int i = 0; i < 1200; ++i) wide += " OR rien" + std::to_string(i);
  CHECK(asked.set(wide + " OR daling OR Nvidia") == "fr1 fr3 nl1 und1");
  CHECK(asked.ranked(wide + " OR daling OR Nvidia").rfind("fr", 0) == std::string::npos);
  CHECK(asked.hints(wide).find("of 1201 operands of OR only the 128 rarest") != std::string::npos);
  CHECK(asked.plan(wide).hints.size() == 22);
  CHECK(asked.hints(wide).find("nor 1180 further words") != std::string::npos);
  CHECK(asked.set("(" + wide + ") AND Nvidia") == "und1");
}

TEST_CASE("What is to be marked leaves out what is negated") {
  Asked asked(news());
  const auto matches = asked.plan("Nvidia NOT daling \"côte ouest\"").matches;
  CHECK(matches.surfaces.count("nvidia") == 1);
  CHECK(matches.surfaces.count("daling") == 0);
  CHECK(matches.stems.count("nl") == 1);
  CHECK(matches.stems.at("nl").count("daling") == 0);
  REQUIRE(matches.phrases.size() == 1);
  CHECK(matches.phrases[0].words == std::vector<std::vector<std::string>>{{"cote"}, {"ouest"}});
}

TEST_CASE("Each word is explained: its terms, their languages and frequencies") {
  Asked asked(news());
  asked.options.explain = true;
  const auto words = asked.plan("dalingen AND lang:nl").words;
  REQUIRE(words.size() == 2);
  CHECK(words[0].text == "dalingen");
  CHECK(words[0].begin == 0);
  CHECK(words[0].end == 8);
  const auto dutch = std::find_if(words[0].terms.begin(), words[0].terms.end(), [](const auto& term) {
    return term.role == "stem" && term.language == "nl";
  });
  REQUIRE(dutch != words[0].terms.end());
  CHECK(dutch->term == "daling");
  CHECK(dutch->documents == 1);
  CHECK(words[1].terms.at(0).role == "filter");
  CHECK(words[1].terms.at(0).documents == 2);
  asked.options.explain = false;
  CHECK(asked.plan("dalingen").words.empty());
}
