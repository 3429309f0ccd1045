// SPDX-License-Identifier: GPL-2.0-or-later
#include <atomic>
#include <catch2/catch.hpp>
#include <set>
#include <thread>

#include "search_fixture.h"

namespace {

std::vector<nsearch::Document> series(const std::string& name, int from, int to) {
  std::vector<nsearch::Document> articles;
  for (int i = from; i < to; ++i) {
    articles.push_back(
        article(name + std::to_string(i), "nl", "Een daling van de koers op de beurs",
                "Vandaag volgde er alweer een daling op de beurs, nummer " + std::to_string(i) + "."));
  }
  return articles;
}

}  // namespace

TEST_CASE("A reader sees each commit, and survives those that discard its revision") {
  LiveIndex index;
  index.write(series("a", 0, 10));
  nsearch::Searcher searcher({index.path()});
  CHECK(searcher.count(asking("dalingen")).total.lower == 10);
  for (int commit = 1; commit <= 3; ++commit) index.write(series("b" + std::to_string(commit), 0, 10));
  CHECK(searcher.count(asking("dalingen")).total.lower == 40);
}

TEST_CASE("A listing in the midst of commits gives each of its documents once") {
  LiveIndex index;
  index.write(series("a", 0, 50));
  nsearch::Searcher searcher({index.path()});
  std::set<std::string> walked;
  searcher.for_each_id(asking("daling"), [&](const std::string& id) {
    if (walked.size() % 10 == 0) index.write(series("b" + std::to_string(walked.size()) + "-", 0, 3));
    CHECK(walked.insert(id).second);
    return true;
  });
  for (const nsearch::Document& document : series("a", 0, 50)) CHECK(walked.count(document.id) == 1);
}

TEST_CASE("Searching while another thread commits never fails") {
  LiveIndex index;
  index.write(series("a", 0, 20));
  std::atomic<bool> done{false};
  std::thread writing([&] {
    for (int commit = 0; commit < 12; ++commit)
      index.write(series("w" + std::to_string(commit) + "-", 0, 20));
    done = true;
  });
  nsearch::Searcher searcher({index.path()});
  std::uint64_t seen = 0, searches = 0;
  bool shrank = false, empty_page = false;
  while (!done) {
    nsearch::SearchRequest request = asking("dalingen beurs");
    request.exact_total_up_to = 1000;
    const nsearch::SearchResults results = searcher.search(request);
    shrank = shrank || results.total.estimate < seen;
    empty_page = empty_page || results.hits.size() != 10;
    seen = results.total.estimate;
    ++searches;
  }
  writing.join();
  CHECK_FALSE(shrank);
  CHECK_FALSE(empty_page);
  CHECK(searches > 0);
  CHECK(searcher.count(asking("dalingen")).total.lower == 260);
}

TEST_CASE("Several indexes are one; pages of equal documents don't overlap") {
  LiveIndex first, second;
  first.write(series("a", 0, 15));
  second.write(series("b", 0, 15));
  nsearch::Searcher searcher({first.path(), second.path()});
  std::set<std::string> seen;
  for (std::size_t offset = 0; offset < 30; offset += 7) {
    nsearch::SearchRequest request = asking("dalingen");
    request.offset = offset;
    request.limit = 7;
    for (const nsearch::Hit& hit : searcher.search(request).hits) CHECK(seen.insert(hit.id).second);
  }
  CHECK(seen.size() == 30);
}

TEST_CASE("Deleted and changed documents are gone from answers") {
  LiveIndex index;
  index.write(series("a", 0, 5));
  nsearch::Searcher searcher({index.path()});
  {
    nsearch::IndexWriter writer(index.path());
    CHECK(writer.remove("a1"));
    writer.add(article("a2", "nl", "Iets heel anders", "Morgen wordt het in het hele land zonnig en droog."));
    CHECK(searcher.count(asking("dalingen")).total.lower == 5);
    writer.commit();
  }
  CHECK(ids(searcher.search(asking("dalingen"))) == "a0 a3 a4");
  CHECK_FALSE(searcher.get("a1"));
  CHECK(ids(searcher.search(asking("zonnig"))) == "a2");
}
