// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <set>

#include "searching.h"

using nsearch::Searcher;
using tiny::document;

TEST_CASE("A searcher follows commits, discarded revisions and new generations") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, courses(0, 1));
  Searcher searcher({index.path().string()});
  CHECK(searcher.count(asking("koers")).total.lower == 1);
  for (int commit = 1; commit <= 3; ++commit) {
    Xapian::WritableDatabase database((index.path() / "gen-1").string());
    tiny::add(database, document("new" + std::to_string(commit), "nl", "", "Weer een koers."));
    database.commit();
  }
  CHECK(searcher.count(asking("koers")).total.lower == 4);

  tiny::publish(index.path(), 2, courses(0, 7));
  std::filesystem::remove_all(index.path() / "gen-1");
  CHECK(searcher.count(asking("koers")).total.lower == 7);
  CHECK(searcher.search(asking("koers")).hits.size() == 7);
  CHECK(searcher.info().generations == std::vector<std::string>{"gen-2"});

  auto french = courses(0, 2);
  french.push_back(document("fr", "fr", "", "Les distillations."));
  tiny::publish(index.path(), 3, french);
  CHECK(searcher.count(asking("distillation")).total.lower == 1);
}

TEST_CASE("A listing goes on while the index is replaced under it") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, courses(0, 20));
  Searcher searcher({index.path().string()});
  std::set<std::string> walked;
  int calls = 0;
  searcher.for_each_id(asking("koers"), [&](const std::string& id) {
    if (++calls == 5) {
      tiny::publish(index.path(), 2, courses(0, 20));
      std::filesystem::remove_all(index.path() / "gen-1");
      CHECK(searcher.get("d3"));
    }
    CHECK(walked.insert(id).second);
    return true;
  });
  CHECK(walked.size() == 20);
}

TEST_CASE("A question that is asked again has the same answer, and another one once the index has changed") {
  tiny::Folder index;
  auto articles = courses(0, 3);
  // A wildcard of more than a hundred forms weighs nothing; its documents are kept when it is asked again.
  for (int i = 0; i < 120; ++i)
    articles.push_back(
        document("k" + std::to_string(i), "nl", "", "De koop" + std::to_string(i) + " van vandaag."));
  tiny::publish(index.path(), 1, articles);
  Searcher searcher({index.path().string()});
  const std::vector<std::string> queries = {
      "koers", "koop*", "koer*", "koop7 AND vandaag", "koers OR vandaag", "koo* NOT koop7"};
  const auto answer = [&](const std::string& query) {
    const nsearch::SearchResults results = searcher.search(asking(query));
    std::vector<std::pair<std::string, double>> found;
    for (const nsearch::Hit& hit : results.hits) found.emplace_back(hit.id, hit.score);
    found.emplace_back(std::to_string(results.total.lower), static_cast<double>(results.hints.size()));
    return found;
  };
  for (const std::string& query : queries) {
    INFO(query);
    const auto first = answer(query);
    CHECK(first.size() > 1);
    for (int again = 0; again < 3; ++again) CHECK(answer(query) == first);
  }
  CHECK(searcher.count(asking("koop*")).total.lower == 120);
  CHECK(searcher.count(asking("koer*")).total.lower == 3);
  Xapian::WritableDatabase database((index.path() / "gen-1").string());
  tiny::add(database, document("new", "nl", "", "Een koop777, en de koersen."));
  database.commit();
  for (int again = 0; again < 3; ++again) {
    CHECK(searcher.count(asking("koop*")).total.lower == 121);
    CHECK(searcher.count(asking("koer*")).total.lower == 4);
    CHECK(searcher.search(asking("koop777")).hits.size() == 1);
  }
}
