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
