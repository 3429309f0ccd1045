// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/word_memory.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "nsearch/dictionaries.h"
#include "nsearch/searcher.h"
#include "planning.h"

using nsearch::ImplicitOperator;
using nsearch::searcher::QueryPlan;
using nsearch::searcher::WordMemory;
using tiny::document;

namespace {

struct Question {
  std::string query;
  ImplicitOperator implicit = ImplicitOperator::and_;
  bool plain = false;
  bool explain = false;
  std::vector<std::string> languages = {};
};

std::vector<nsearch::StoredDocument> news() {
  return {document("fr1", "fr", "La côte", "Une cote de l’autre côté, des aandelenkoersen."),
          document("fr2", "fr", "Littoral", "La côte ouest pour les vacanciers."),
          document("nl1", "nl", "De koersen", "Aandelenkoersen dalen voor de kust, cote."),
          document("nl2", "nl", "Een aandeel", "De koers van een aandeel voor Deepseek-V3.")};
}

/// All that a plan says.
std::string told(Asked& asked, const Question& question) {
  asked.options.implicit = question.implicit;
  asked.options.explain = question.explain;
  asked.options.languages = question.languages;
  asked.plain = question.plain;
  const QueryPlan plan = asked.plan(question.query);
  std::string all = plan.query.get_description();
  for (const nsearch::QueryDiagnostic& hint : plan.hints) all += "\nhint: " + hint.message;
  for (const auto& [form, where] : plan.matches.surfaces)
    all += "\n" + form + " of " + std::to_string(where.word);
  for (const auto& [form, where] : plan.matches.exacts) all += "\n=" + form;
  for (const auto& [language, stems] : plan.matches.stems)
    for (const auto& [stem, where] : stems) all += "\n" + language + ':' + stem;
  for (const double rarity : plan.matches.rarity) all += "\nrarity " + std::to_string(rarity);
  for (const nsearch::ExplainedWord& word : plan.words)
    all += "\n" + word.text + ": " + std::to_string(word.terms.size()) + " terms";
  return all;
}

}  // namespace

TEST_CASE("Words are known until they are forgotten or too many") {
  WordMemory memory;
  CHECK(memory.find("koers") == nullptr);
  memory.add("koers", {{}, {}});
  REQUIRE(memory.find("koers") != nullptr);
  CHECK(memory.find("koers")->size() == 2);
  for (std::size_t i = 1; i < WordMemory::most_known; ++i) memory.add(std::to_string(i), {});
  CHECK(memory.find("koers") != nullptr);
  memory.add("one too many", {});
  CHECK(memory.find("koers") == nullptr);
  CHECK(memory.find("one too many") != nullptr);
  memory.forget();
  CHECK(memory.find("one too many") == nullptr);
}

TEST_CASE("A planner that has been asked plans as a new one does") {
  const ImplicitOperator any = ImplicitOperator::or_;
  const std::vector<Question> questions = {{"cote"},
                                           {"=cote"},
                                           {"côte"},
                                           {"=côte"},
                                           {"title:cote"},
                                           {"title:côte"},
                                           {"cote", any},
                                           {"aandelenkoersen"},
                                           {"aandelenkoersen", any},
                                           {"aandelenkoersen", any, true},
                                           {"cote", ImplicitOperator::and_, false, true},
                                           {"cote", ImplicitOperator::and_, false, false, {"nl"}},
                                           {"cote", ImplicitOperator::and_, false, false, {"fr"}},
                                           {"voor koers"},
                                           {"voor koers", any},
                                           {"Deepseek-V3"},
                                           {"Deepseek-V3", any},
                                           {"Deepseek-V3", any, true},
                                           {"zork AND koers"},
                                           {"cote~1"},
                                           {"cot*"},
                                           {"koers AND cote NOT kust"},
                                           {"cote^2 koers"}};
  Asked asked(news());
  for (int round = 0; round < 2; ++round) {
    for (const Question& question : questions) {
      Asked newcomer(news());
      INFO(question.query);
      CHECK(told(asked, question) == told(newcomer, question));
    }
  }
}

TEST_CASE("What a word is in other languages is looked for where it is asked for") {
  tiny::Folder folder;
  tiny::publish(folder.path(), 1, news());
  const std::string index = folder.path().string(), pairs = index + ".fra-nld.tsv";
  std::ofstream(pairs) << "littoral\tkust\n";
  nsearch::import_dictionary(index, {pairs});
  std::filesystem::remove(pairs);
  nsearch::Searcher searcher({index});
  nsearch::SearchRequest request;
  request.query = "littoral";
  for (int round = 0; round < 2; ++round) {
    request.across = false;
    CHECK(searcher.search(request).hits.size() == 1);
    request.across = true;
    CHECK(searcher.search(request).hits.size() == 2);
  }
}

TEST_CASE("A word is looked up anew where the index has changed") {
  tiny::Folder folder;
  // What is Dutch for a fall is a name in French, and in no Dutch text yet.
  std::vector<nsearch::StoredDocument> articles{document("fr", "fr", "", "Monsieur Dalingen parle."),
                                                document("nl", "nl", "", "De koers.")};
  tiny::publish(folder.path(), 1, articles);
  nsearch::Searcher searcher({folder.path().string()});
  nsearch::SearchRequest request;
  request.query = "dalingen";
  CHECK(searcher.search(request).hits.size() == 1);
  articles.push_back(document("new", "nl", "", "Een daling."));
  tiny::publish(folder.path(), 2, articles);
  CHECK(searcher.search(request).hits.size() == 2);
}

TEST_CASE("Without marks a plan finds and weighs the same") {
  Asked asked(news());
  for (const char* query :
       {"koers", "=côte", "aandelen*", "\"de koers\"", "~\"de koersen\"", "Deepseek-V3"}) {
    asked.options.marks = true;
    const QueryPlan marked = asked.plan(query);
    asked.options.marks = false;
    const QueryPlan plan = asked.plan(query);
    INFO(query);
    CHECK(plan.query.get_description() == marked.query.get_description());
    CHECK(!marked.matches.rarity.empty());
    CHECK(plan.matches.rarity == marked.matches.rarity);
    CHECK(marked.matches.surfaces.size() + marked.matches.exacts.size() + marked.matches.phrases.size() > 0);
    CHECK(plan.matches.surfaces.empty());
    CHECK(plan.matches.exacts.empty());
    CHECK(plan.matches.stems.empty());
    CHECK(plan.matches.phrases.empty());
  }
}

TEST_CASE("Unknown words are counted each time") {
  std::string query;
  for (int i = 0; i < 25; ++i) query += "zork" + std::string(1, static_cast<char>('a' + i)) + " ";
  Asked asked(news());
  const std::string first = asked.hints(query);
  CHECK(first.find("nor 5 further words") != std::string::npos);
  CHECK(asked.hints(query) == first);
}
