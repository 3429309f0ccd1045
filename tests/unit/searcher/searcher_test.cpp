// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/searcher.h"

#include <catch2/catch.hpp>
#include <set>

#include "nsearch/analyzer.h"
#include "nsearch/error.h"
#include "searching.h"
#include "storage/index_schema.h"
#include "tiny_index.h"

using nsearch::Error;
using nsearch::ErrorCode;
using nsearch::Searcher;
using nsearch::SearchRequest;
using nsearch::SearchResults;
using tiny::document;

TEST_CASE("Hits carry their document, title, snippet, rank and score") {
  tiny::Folder index;
  auto text = document("nl-1", "nl", "De dalingen", "Een daling van de koers.");
  text.date = "2025-03-13";
  text.url = "https://example.org/1";
  tiny::publish(index.path(), 1, {text, document("nl-2", "nl", "Iets", "Iets anders.")});
  Searcher searcher({index.path().string()});
  const SearchResults results = searcher.search(asking("daling"));
  REQUIRE(results.hits.size() == 1);
  const nsearch::Hit& hit = results.hits[0];
  CHECK(hit.id == "nl-1");
  CHECK(hit.rank == 1);
  CHECK(hit.score > 0);
  CHECK(hit.document.date == "2025-03-13");
  CHECK(hit.document.url == "https://example.org/1");
  CHECK(hit.document.body.empty());
  CHECK(hit.title.text == "De dalingen");
  CHECK(hit.title.marks.size() == 1);
  REQUIRE(hit.snippets.size() == 1);
  CHECK(hit.snippets[0].text == "Een daling van de koers.");
  CHECK(hit.snippets[0].marks == std::vector<std::pair<std::size_t, std::size_t>>{{4, 10}});
  CHECK(results.total.exact());
  CHECK(results.total.estimate == 1);
  CHECK_FALSE(results.explanation);

  SearchRequest bare = asking("daling");
  bare.documents = bare.snippets = false;
  const SearchResults only_ids = searcher.search(bare);
  REQUIRE(only_ids.hits.size() == 1);
  CHECK(only_ids.hits[0].id == "nl-1");
  CHECK(only_ids.hits[0].document.title.empty());
}

TEST_CASE("Pages of equally good documents neither overlap nor miss one; ties are ordered by id") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, courses(0, 45));
  Searcher searcher({index.path().string()});
  std::vector<std::string> all;
  for (std::size_t offset = 0; offset < 50; offset += 10) {
    SearchRequest request = asking("koers");
    request.offset = offset;
    const SearchResults page = searcher.search(request);
    CHECK(page.total.estimate == 45);
    if (!page.hits.empty()) CHECK(page.hits[0].rank == offset + 1);
    for (const std::string& id : ids(page)) all.push_back(id);
  }
  REQUIRE(all.size() == 45);
  CHECK(std::is_sorted(all.begin(), all.end()));
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == 45);
}

TEST_CASE("Ids longer than a value holds come out whole") {
  tiny::Folder index;
  const std::string id(500, 'x');
  tiny::publish(index.path(), 1, {document(id, "nl", "", "koers")});
  Searcher searcher({index.path().string()});
  SearchRequest request = asking("koers");
  request.documents = request.snippets = false;
  CHECK(ids(searcher.search(request)) == std::vector<std::string>{id});
  REQUIRE(searcher.get(id));
  CHECK(searcher.get(id)->body == "koers");
  CHECK_FALSE(searcher.get(std::string(499, 'x')));
}

TEST_CASE("A malformed query is a diagnostic, an impossible filter too") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, courses(0, 1));
  Searcher searcher({index.path().string()});
  CHECK(searcher.search(asking("(koers")).diagnostic);
  const SearchResults results = searcher.search(asking("köers date:morgen"));
  REQUIRE(results.diagnostic);
  CHECK(results.diagnostic->column == 7);
  CHECK(results.hits.empty());
  CHECK(searcher.count(asking("(koers")).diagnostic);
  CHECK(searcher.for_each_id(asking("(koers"), [](const std::string&) { return true; }).diagnostic);
}

TEST_CASE("Hints name the column") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, courses(0, 1));
  Searcher searcher({index.path().string()});
  const SearchResults results = searcher.search(asking("é koers OR xyzzy"));
  REQUIRE_FALSE(results.hints.empty());
  CHECK(results.hints.back().message == "no document holds “xyzzy”");
  CHECK(results.hints.back().column == 12);
}

TEST_CASE("A facet of the index is a field") {
  tiny::Folder index;
  auto text = document("a", "nl", "", "koers");
  text.facets = {{"category", "Économie"}};
  tiny::publish(index.path(), 1, {text, document("b", "nl", "", "koers")});
  Searcher searcher({index.path().string()});
  CHECK(ids(searcher.search(asking("category:economie"))) == std::vector<std::string>{"a"});
  CHECK(searcher.search(asking("kategory:economie")).diagnostic);
  CHECK(searcher.info().facets == std::vector<std::string>{"category"});
}

TEST_CASE("Languages of the request are checked") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, courses(0, 1));
  Searcher searcher({index.path().string()});
  SearchRequest request = asking("koers");
  request.languages = {"nl-BE"};
  CHECK(searcher.search(request).hits.size() == 1);
  request.languages = {"fr"};
  CHECK(searcher.search(request).hits.empty());
  request.languages = {"dutch"};
  CHECK(code_of([&] { searcher.search(request); }) == ErrorCode::usage);
}

TEST_CASE("Several indexes are searched as one") {
  tiny::Folder first, second;
  tiny::publish(first.path(), 1, {document("nl", "nl", "", "De dalingen van Nvidia.")});
  tiny::publish(second.path(), 1, {document("fr", "fr", "", "Les distillations de Nvidia.")});
  Searcher searcher({first.path().string(), second.path().string()});
  CHECK(ids(searcher.search(asking("Nvidia"))) == std::vector<std::string>{"fr", "nl"});
  CHECK(ids(searcher.search(asking("distillation"))) == std::vector<std::string>{"fr"});
  CHECK(searcher.get("fr"));
  std::size_t walked = 0;
  searcher.for_each_id(asking("Nvidia"), [&](const std::string&) { return ++walked > 0; });
  CHECK(walked == 2);
  const nsearch::IndexInfo info = searcher.info();
  CHECK(info.documents == 2);
  CHECK(info.languages.size() == 2);
  CHECK(info.generations.size() == 2);
}

TEST_CASE("count() and for_each_id() see all matches") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, courses(0, 30));
  Searcher searcher({index.path().string()});
  const SearchResults counted = searcher.count(asking("dalingen"));
  CHECK(counted.total.exact());
  CHECK(counted.total.lower == 30);
  CHECK(counted.hits.empty());
  std::vector<std::string> walked;
  const SearchResults results = searcher.for_each_id(asking("koers"), [&](const std::string& id) {
    walked.push_back(id);
    return true;
  });
  CHECK(walked.size() == 30);
  CHECK(walked[2] == "d2");  // document order, not the ids'
  CHECK(results.total.lower == 30);
  int asked_for = 0;
  searcher.for_each_id(asking("koers"), [&](const std::string&) { return ++asked_for < 5; });
  CHECK(asked_for == 5);
}

TEST_CASE("The total is exact up to where it was asked for") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, courses(0, 300));
  Searcher searcher({index.path().string()});
  SearchRequest request = asking("koers");
  request.exact_total_up_to = 300;
  CHECK(searcher.search(request).total.exact());
  CHECK(searcher.search(request).total.lower == 300);
}

TEST_CASE("What an index is") {
  tiny::Folder index;
  auto texts = courses(0, 3);
  texts[0].date = "2025-03-13";
  texts[1].date = "2024-01-01";
  texts.push_back(document("fr", "fr", "", "Un texte."));
  tiny::publish(index.path(), 4, texts);
  const nsearch::IndexInfo info = Searcher({index.path().string()}).info();
  CHECK(info.documents == 4);
  CHECK(info.bytes > 1000);
  CHECK(info.format == nsearch::schema::format_version);
  CHECK(info.created == "2025-01-01T00:00:00Z");
  CHECK(info.committed == "2025-02-01T00:00:00Z");
  CHECK(info.first_date == "2024-01-01");
  CHECK(info.last_date == "2025-03-13");
  CHECK(info.generations == std::vector<std::string>{"gen-4"});
  REQUIRE(info.languages.size() == 2);
  CHECK(info.languages[0].language == "nl");
  CHECK(info.languages[0].documents == 3);
  CHECK(info.languages[0].fingerprint == nsearch::analysis_fingerprint("nl"));
}
