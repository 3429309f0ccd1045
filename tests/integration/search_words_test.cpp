// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words written in another way than the documents have them: together, apart, misspelled, by a synonym.
#include <catch2/catch.hpp>
#include <fstream>

#include "nsearch/error.h"
#include "nsearch/maintenance.h"
#include "nsearch/synonyms.h"
#include "search_fixture.h"

namespace {

struct Written {
  explicit Written(const std::vector<std::string>& texts) {
    std::vector<nsearch::Document> articles;
    for (std::size_t i = 0; i < texts.size(); ++i)
      articles.push_back(article(std::to_string(i), i % 2 ? "nl" : "fr", "Titel", texts[i]));
    index.write(articles);
    searcher.emplace(std::vector<std::string>{index.path()});
  }
  std::string found(const std::string& query) { return ids(searcher->search(asking(query))); }
  nsearch::SearchResults results(const std::string& query) { return searcher->search(asking(query)); }

  LiveIndex index;
  std::optional<nsearch::Searcher> searcher;
};

std::vector<std::string> suggested(const nsearch::SearchResults& results) {
  std::vector<std::string> all;
  for (const nsearch::Suggestion& s : results.suggestions)
    all.push_back(s.query + " " + std::to_string(s.documents));
  return all;
}

void write_file(const std::string& path, const std::string& text) {
  std::ofstream(path) << text;
}

}  // namespace

TEST_CASE("Ways to write one thing find each other, in both directions") {
  const std::vector<std::vector<std::string>> groups = {
      {"Deepseek-V3", "deepseek v3", "DeepSeekV3"},
      {"États-Unis", "Etats-Unis", "etats unis", "ÉTATS UNIS"},
      {"16,86%", "16.86", "16,86 %"},
      {"6.0.5", "versie 6.0.5"},
      {"600 miljard", "600miljard", "600-miljard"},
      {"GPU -technologie", "GPU-technologie", "gpu technologie"},
      {"wake-up call", "wake up call"},
      {"ChatGPT", "chat GPT", "Chat-GPT"},
  };
  for (const auto& group : groups) {
    std::vector<std::string> texts;
    for (const std::string& spelling : group) texts.push_back("Voici " + spelling + ", dit is alles.");
    texts.push_back("Niets ervan staat hier, rien du tout.");
    Written written(texts);
    std::string all;
    for (std::size_t i = 0; i < group.size(); ++i) all += (i ? " " : "") + std::to_string(i);
    for (const std::string& query : group) {
      if (query.find(" -") != std::string::npos || query.find("versie") != std::string::npos) continue;
      CAPTURE(query);
      CHECK(written.found(query) == all);
    }
  }
}

TEST_CASE("What may be meant is written as most documents write it") {
  Written written(
      {"l'économie et la démocratie", "de économie", "Economie en démocratie", "democratie", "DEMOCRATIE"});
  CHECK(suggested(written.results("economei")) == std::vector<std::string>{"économie 3"});
  CHECK(suggested(written.results("democratei")) == std::vector<std::string>{"democratie 4"});
}

TEST_CASE("Together and apart, but not something else") {
  Written written({"Le passage est ouvert", "het pas geopende huis van de sage", "deepseek wint van de v3",
                   "partout en France", "une part et tout"});
  CHECK(written.found("deepseekv3") == "");
  CHECK(written.found("passage") == "0");
  CHECK(written.found("partout") == "3");
  CHECK(written.found("\"deepseek v3\"") == "");
}

TEST_CASE("Words written as one in the index are found by a query that sets them apart") {
  Written written({"salaireminimum garanti", "de kwaliteitbewaking", "kwaliteit en bewaking"});
  CHECK(written.found("salaire minimum") == "0");
  CHECK(written.found("kwaliteit bewaking") == "1 2");
  CHECK(written.found("kwaliteit bewaking zzz") == "");
}

TEST_CASE("Did you mean: only what finds something, under the same filters") {
  Written written({"Nvidia stijgt op de beurs", "Nvidia daalt", "Nvidia et l'intelligence artificielle",
                   "intelligence économique", "Le président parle", "de president spreekt"});
  CHECK(suggested(written.results("nvidai")) == std::vector<std::string>{"nvidia 3"});
  CHECK(suggested(written.results("title:nvidai")).empty());
  CHECK(suggested(written.results("nvidai AND lang:nl")) == std::vector<std::string>{"nvidia AND lang:nl 2"});
  CHECK(suggested(written.results("intelligense artificiele")) ==
        std::vector<std::string>{"intelligence artificielle 1"});
  CHECK(suggested(written.results("\"Nvidai stijgt\"")) == std::vector<std::string>{"\"nvidia stijgt\" 1"});
  CHECK(suggested(written.results("=nvidai")).empty());
  CHECK(suggested(written.results("nvidai*")).empty());
  CHECK(suggested(written.results("NOT nvidai")).empty());
  CHECK(suggested(written.results("nvidia")).empty());
  CHECK(suggested(written.results("zzzzzzzz")).empty());
  nsearch::SearchRequest request = asking("nvidai");
  request.languages = {"nl"};
  CHECK(suggested(written.searcher->search(request)) == std::vector<std::string>{"nvidia 2"});
  request.suggest = false;
  CHECK(suggested(written.searcher->search(request)).empty());
}

TEST_CASE("A known word is doubted where another is ten times as frequent") {
  std::vector<std::string> texts(40, "Amsterdam is een stad met grachten");
  texts.push_back("Amsteldam heet zij in een oud lied");
  Written written(texts);
  CHECK(suggested(written.results("Amsteldam")) == std::vector<std::string>{"amsterdam 40"});
  CHECK(suggested(written.results("Amsteldam lied")).empty());
}

TEST_CASE("Synonyms that the user gives") {
  Written written({"Les États-Unis décident", "De Verenigde Staten besluiten", "Le smic augmente",
                   "De VS besluit", "Rien", "Het minimumloon stijgt", "Rien encore",
                   "de staten zijn verenigd"});
  nsearch::SearchRequest request;
  request.synonyms = nsearch::Synonyms::parse(
      "# landen\nVS = États-Unis = Verenigde Staten  # allemaal\n\nsmic = salaire minimum = minimumloon\n",
      "test");
  const auto found = [&](const std::string& query) {
    request.query = query;
    return ids(written.searcher->search(request));
  };
  CHECK(found("VS") == "0 1 3");
  CHECK(found("etats-unis") == "0 1 3");
  CHECK(found("Verenigde Staten") == "0 1 3 7");
  CHECK(found("\"Verenigde Staten\"") == "1");
  CHECK(found("=VS") == "3");
  CHECK(found("VS AND besluit") == "1 3");
  CHECK(found("Verenigde Staten besluiten") == "1 3");
  CHECK(found("minimumlonen") == "5");
  CHECK(found("salaire minimum") == "2 5");
  CHECK(found("smic OR VS") == "0 1 2 3 5");
  CHECK(written.found("VS") == "3");
}

TEST_CASE("Synonyms are kept beside the index, and the request's own replace them") {
  Written written({"Les États-Unis décident", "De VS besluit"});
  const std::string file = written.index.path() + ".syn";
  CHECK(written.found("VS") == "1");
  write_file(file, "VS = États-Unis\n");
  nsearch::keep_synonyms(written.index.path(), file);
  CHECK(written.found("VS") == "0 1");
  nsearch::SearchRequest request = asking("VS");
  request.synonyms = nsearch::Synonyms::parse("", "none");
  CHECK(ids(written.searcher->search(request)) == "1");
  request = asking("VS");
  request.explain = true;
  const auto explanation = written.searcher->search(request).explanation;
  REQUIRE(explanation);
  CHECK(explanation->words.at(1).text == "synonym “États-Unis”");
  write_file(file, "VS = Verenigde Staten\n");
  nsearch::keep_synonyms(written.index.path(), file);
  CHECK(written.found("VS") == "1");
}

TEST_CASE("A malformed file of synonyms is refused with its line") {
  const auto message = [](const std::string& text) -> std::string {
    try {
      nsearch::Synonyms::parse(text, "syn.txt");
    } catch (const nsearch::Error& error) {
      CHECK(error.code() == nsearch::ErrorCode::usage);
      return error.what();
    }
    return "fine";
  };
  CHECK(message("a = b\n\nno group\n") == "syn.txt, line 3: no equals sign");
  CHECK(message("a = \n") == "syn.txt, line 1: “” holds no word");
  CHECK(message("a = b\n# x\nb = \xff\n") == "syn.txt, line 3: these bytes are no UTF-8");
  CHECK(message("a = one two three four five six seven eight nine") ==
        "syn.txt, line 1: “one two three four five six seven eight nine” has more than 8 words");
  CHECK(message("\xEF\xBB\xBF"
                "C# = C sharp\r\n") == "fine");
  CHECK_THROWS_AS(nsearch::Synonyms::load({"/nonexistent/synonyms"}), nsearch::Error);
}

TEST_CASE("a backup has the synonyms") {
  const LiveIndex index;
  index.write({article("w", "nl", "", "De wagen staat stil.")});
  std::ofstream(index.path() + ".txt") << "auto = wagen\n";
  nsearch::keep_synonyms(index.path(), index.path() + ".txt");
  const std::string copy = index.path() + ".copy";
  nsearch::backup_index(index.path(), copy);
  nsearch::Searcher searcher({copy});
  CHECK(ids(searcher.search(asking("auto"))) == "w");
}
