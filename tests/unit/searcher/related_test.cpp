// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/related.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "nsearch/dictionaries.h"
#include "searching.h"

using nsearch::ErrorCode;
using nsearch::RelatedHit;
using nsearch::RelatedRequest;
using nsearch::RelatedResults;
using nsearch::Searcher;
using nsearch::StoredDocument;
using tiny::document;

namespace {

StoredDocument dated(StoredDocument article, const std::string& date) {
  article.date = date;
  return article;
}

/// Two stories in two languages, and everyday articles that share the common words.
struct News {
  News() {
    std::vector<StoredDocument> articles{
        dated(document("fr-1", "fr", "Nvidia dévisse",
                       "Hier OpenAI a soupçonné Deepseek de distillation. Le titre de Nvidia a perdu 16,86 % "
                       "à Moscou."),
              "2025-03-13"),
        dated(document("fr-2", "fr", "La suite", "Hier encore Nvidia et OpenAI, le titre a perdu."),
              "2025-03-20"),
        dated(document("nl-1", "nl", "Koers keldert",
                       "Gisteren verdacht OpenAI het bedrijf Deepseek van destillatie. Nvidia daalde 16.86% "
                       "in Moskou."),
              "2025-03-14"),
        dated(document("nl-2", "nl", "Fietsen", "Gisteren won Evenepoel de koers in Luik met 42 tellen."),
              "2025-03-13"),
        dated(
            document("fr-3", "fr", "Cyclisme", "Hier Evenepoel a gagné la course à Liège avec 42 secondes."),
            "2020-01-01"),
    };
    for (int i = 0; i < 20; ++i) {
      const std::string number = std::to_string(i);
      articles.push_back(
          document("fr-x" + number, "fr", "Le marché", "Hier le titre du marché a perdu " + number));
      articles.push_back(
          document("nl-x" + number, "nl", "De markt", "Gisteren daalde de koers van de markt"));
    }
    tiny::publish(folder.path(), 1, articles);
    searcher.emplace(std::vector<std::string>{folder.path().string()});
  }

  RelatedResults ask(const RelatedRequest& request) { return searcher->related(request); }

  tiny::Folder folder;
  std::optional<Searcher> searcher;
};

RelatedRequest about(const std::string& id) {
  RelatedRequest request;
  request.id = id;
  return request;
}

std::vector<std::string> ids(const RelatedResults& results) {
  std::vector<std::string> found;
  for (const RelatedHit& related : results.hits) found.push_back(related.hit.id);
  return found;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("the same story is found in another language, and not the article itself") {
  News news;
  const RelatedResults results = news.ask(about("fr-1"));
  CHECK(ids(results) == Ids{"nl-1", "fr-2"});
  CHECK(results.article.id == "fr-1");
  CHECK(results.article.body.empty());
  REQUIRE(results.hits.size() == 2);
  CHECK(results.hits[0].hit.rank == 1);
  CHECK(results.hits[0].hit.title.text == "Koers keldert");
  CHECK(results.hits[0].hit.document.body.empty());
  CHECK(results.hits[0].hit.score > results.hits[1].hit.score);
  CHECK(ids(news.ask(about("nl-1"))).at(0) == "fr-1");
  CHECK(ids(news.ask(about("nl-2"))) == Ids{"fr-3"});
}

TEST_CASE("ties are the words that both share, and those that are akin") {
  News news;
  const RelatedResults results = news.ask(about("fr-1"));
  REQUIRE_FALSE(results.hits.empty());
  double share = 0;
  std::map<std::string, nsearch::Tie> ties;
  for (const nsearch::Tie& tie : results.hits[0].ties) {
    share += tie.share;
    ties[tie.here] = tie;
  }
  CHECK(share == Approx(1));
  CHECK(ties.at("Deepseek").there == "Deepseek");
  CHECK_FALSE(ties.at("Deepseek").akin);
  CHECK(ties.at("16,86").there == "16.86");
  CHECK_FALSE(ties.at("16,86").akin);
  CHECK(ties.at("distillation").there == "destillatie");
  CHECK(ties.at("distillation").akin);
  CHECK(ties.at("Moscou").there == "Moskou");
  RelatedRequest request = about("fr-1");
  request.ties = false;
  CHECK(news.ask(request).hits[0].ties.empty());
}

TEST_CASE("related articles are limited by language, date and number") {
  News news;
  RelatedRequest request = about("fr-1");
  request.languages = {"fr"};
  CHECK(ids(news.ask(request)) == Ids{"fr-2"});
  request.languages = {"nl-BE"};
  CHECK(ids(news.ask(request)) == Ids{"nl-1"});
  request.languages = {};
  request.other_languages = true;
  CHECK(ids(news.ask(request)) == Ids{"nl-1"});
  request = about("fr-1");
  request.limit = 1;
  CHECK(ids(news.ask(request)) == Ids{"nl-1"});
  request = about("fr-1");
  request.since = "2025-03-15";
  CHECK(ids(news.ask(request)) == Ids{"fr-2"});
  request = about("fr-1");
  request.until = "2025-03-15";
  CHECK(ids(news.ask(request)) == Ids{"nl-1"});
  request = about("fr-1");
  request.days = 1;
  CHECK(ids(news.ask(request)) == Ids{"nl-1"});
  request.days = 7;
  CHECK(ids(news.ask(request)) == Ids{"nl-1", "fr-2"});
  request.days = 0;
  CHECK(ids(news.ask(request)).empty());
}

TEST_CASE("an article that is not indexed has relatives too") {
  News news;
  RelatedRequest request;
  request.article.emplace();
  request.article->body =
      "Gestern hat OpenAI Deepseek der Destillation verdächtigt; Nvidia verlor 16,86 Prozent.";
  request.bodies = true;
  const RelatedResults results = news.ask(request);
  REQUIRE(results.hits.size() >= 2);
  CHECK(((results.hits[0].hit.id == "fr-1" && results.hits[1].hit.id == "nl-1") ||
         (results.hits[0].hit.id == "nl-1" && results.hits[1].hit.id == "fr-1")));
  CHECK_FALSE(results.hits[0].hit.document.body.empty());
  request.article->body = "";
  CHECK(news.ask(request).hits.empty());
}

TEST_CASE("a request for relatives that makes no sense is refused") {
  News news;
  RelatedRequest request = about("fr-1");
  request.languages = {"no language"};
  CHECK(code_of([&] { news.ask(request); }) == ErrorCode::usage);
  request = about("fr-1");
  request.since = "soon";
  CHECK(code_of([&] { news.ask(request); }) == ErrorCode::usage);
  request = about("fr-x1");
  request.days = 3;
  CHECK(code_of([&] { news.ask(request); }) == ErrorCode::usage);
}

TEST_CASE("an unknown id is refused with those that begin alike") {
  News news;
  try {
    news.ask(about("nl-12"));
    FAIL("no error");
  } catch (const nsearch::Error& error) {
    CHECK(error.code() == ErrorCode::not_found);
    CHECK(error.way_out() == "the nearest ids are “nl-1”");
  }
  try {
    news.ask(about("other"));
    FAIL("no error");
  } catch (const nsearch::Error& error) {
    CHECK(error.way_out() == "find its id: nsearch query WORDS --format ids");
  }
}

TEST_CASE("an everyday word of one language is no tie, however rare in the whole index") {
  // "van" stands in one French article and in all Dutch ones, which are few.
  tiny::Folder folder;
  std::vector<StoredDocument> articles{
      document("fr-1", "fr", "Peinture", "Le tableau de Van Gogh est vendu à Anvers, dit Ensor.")};
  for (int i = 0; i < 40; ++i)
    articles.push_back(
        document("nl-" + std::to_string(i), "nl", "De markt", "De koers van de dag, een bericht."));
  for (int i = 0; i < 400; ++i)
    articles.push_back(document("fr-x" + std::to_string(i), "fr", "Le marché", "Le cours du jour."));
  articles.push_back(document("nl-x", "nl", "Verkocht", "Een doek van Ensor en Gogh gaat weg."));
  tiny::publish(folder.path(), 1, articles);
  Searcher searcher({folder.path().string()});
  const RelatedResults results = searcher.related(about("fr-1"));
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits[0].hit.id == "nl-x");
  for (const nsearch::Tie& tie : results.hits[0].ties) CHECK(tie.here != "Van");
}

TEST_CASE("two articles alone in an index can be related") {
  tiny::Folder folder;
  tiny::publish(folder.path(), 1,
                {document("fr", "fr", "", "La distillation de modèles inquiète Nvidia et ses investisseurs."),
                 document("nl", "nl", "", "De destillatie van modellen deed de koers van Nvidia dalen.")});
  Searcher searcher({folder.path().string()});
  CHECK(ids(searcher.related(about("fr"))) == Ids{"nl"});
  CHECK(ids(searcher.related(about("nl"))) == Ids{"fr"});
}

TEST_CASE("numbers alone make no relative") {
  tiny::Folder folder;
  std::vector<StoredDocument> articles{
      document("poll", "nl", "Peiling", "Wilders staat op 34,6 en Timmermans op 19,4, Yesilgöz op 22,9."),
      document("table", "nl", "Premies", "34,6 19,4 22,9 en nog een tabel"),
      document("figures", "nl", "Cijfers", "34,6 19,4 22,9"),
      document("story", "nl", "Zetels", "Volgens de peiling verliest Timmermans, en Wilders niet.")};
  for (int i = 0; i < 20; ++i)
    articles.push_back(document("x" + std::to_string(i), "nl", "De markt", "Gisteren daalde de koers"));
  tiny::publish(folder.path(), 1, articles);
  Searcher searcher({folder.path().string()});
  CHECK(ids(searcher.related(about("poll"))) == Ids{"story"});
  const Ids of_figures = ids(searcher.related(about("figures")));
  CHECK(std::find(of_figures.begin(), of_figures.end(), "table") != of_figures.end());
}

TEST_CASE("dictionaries beside the index tie words that nothing else does") {
  tiny::Folder folder;
  std::vector<StoredDocument> articles{
      document("fr", "fr", "Incendie", "Un incendie a ravagé hier la grange et tué des moutons."),
      document("nl", "nl", "Brand", "De branden legden een schuur in as; schapen kwamen om.")};
  for (int i = 0; i < 20; ++i) {
    articles.push_back(document("x" + std::to_string(i), "nl", "De markt", "Gisteren daalde de koers"));
    articles.push_back(document("y" + std::to_string(i), "fr", "Le cours", "Hier le titre a perdu"));
  }
  tiny::publish(folder.path(), 1, articles);
  const std::string index = folder.path().string(), pairs = index + ".fra-nld.tsv";
  std::ofstream(pairs) << "incendie\tbrand\ngrange\tschuur\nmouton\tschaap\n";
  Searcher searcher({index});
  CHECK(searcher.related(about("fr")).hits.empty());
  nsearch::import_dictionary(index, {pairs});
  for (const auto& [asked, found] : {std::pair("fr", "nl"), std::pair("nl", "fr")}) {
    const RelatedResults results = searcher.related(about(asked));
    REQUIRE(ids(results) == Ids{found});
    CHECK(results.hits[0].ties.size() == 3);
  }
  std::filesystem::remove(pairs);
}
