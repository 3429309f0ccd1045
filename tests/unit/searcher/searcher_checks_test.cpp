// SPDX-License-Identifier: GPL-2.0-or-later
//
// Queries whose hits are checked one by one: pages, totals, counts and exports, over several indexes.
#include <algorithm>
#include <set>

#include "searching.h"

using nsearch::Searcher;
using nsearch::SearchRequest;
using nsearch::SearchResults;

namespace {

/// Each third document has both words in one sentence, the others in two.
std::vector<nsearch::StoredDocument> mixed(int from, int to) {
  std::vector<nsearch::StoredDocument> documents;
  for (int i = from; i < to; ++i) {
    const std::string number = std::to_string(1000 + i);
    const std::string body = i % 3 == 0 ? "De koers van Nvidia zakt." : "De koers zakt. Nvidia zwijgt.";
    documents.push_back(tiny::document("d" + number, "nl", "", body + (i % 2 == 0 ? " Koers!" : "")));
  }
  return documents;
}

struct TwoIndexes {
  TwoIndexes() {
    tiny::publish(first.path(), 1, mixed(0, 150));
    tiny::publish(second.path(), 1, mixed(150, 300));
  }
  std::vector<std::string> paths() const { return {first.path().string(), second.path().string()}; }
  tiny::Folder first, second;
};

const std::string together = "koers SENTENCE Nvidia";

}  // namespace

TEST_CASE("Pages of checked hits neither overlap nor miss one, and their total is exact") {
  const TwoIndexes indexes;
  Searcher searcher(indexes.paths());
  std::vector<std::string> all;
  std::vector<double> scores;
  for (std::size_t offset = 0; offset < 110; offset += 7) {
    SearchRequest request = asking(together);
    request.offset = offset;
    request.limit = 7;
    request.exact_total_up_to = 200;
    const SearchResults page = searcher.search(request);
    CHECK(page.total.exact());
    CHECK(page.total.estimate == 100);
    for (const nsearch::Hit& hit : page.hits) {
      CHECK(hit.rank == all.size() + 1);
      all.push_back(hit.id);
      scores.push_back(hit.score);
    }
  }
  CHECK(all.size() == 100);
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == 100);
  CHECK(std::is_sorted(scores.rbegin(), scores.rend()));
}

TEST_CASE("Beyond what was asked for exactly, a total of checked hits is an estimate within bounds") {
  const TwoIndexes indexes;
  Searcher searcher(indexes.paths());
  SearchRequest request = asking(together);
  request.exact_total_up_to = 20;
  const SearchResults some = searcher.search(request);
  CHECK_FALSE(some.total.exact());
  CHECK(some.total.lower >= 20);
  CHECK(some.total.lower <= 100);
  CHECK(some.total.upper >= 100);
  CHECK(some.total.estimate >= some.total.lower);
  CHECK(some.total.estimate <= some.total.upper);
  request.exact_total_up_to = 101;
  CHECK(searcher.search(request).total.exact());
  request.exact_total_up_to = request.limit = 0;
  CHECK(searcher.search(request).hits.empty());
}

TEST_CASE("Counts and exports check every candidate") {
  const TwoIndexes indexes;
  Searcher searcher(indexes.paths());
  CHECK(searcher.count(asking(together)).total.estimate == 100);
  CHECK(searcher.count(asking("koers NOT (" + together + ")")).total.estimate == 200);
  std::set<std::string> ids;
  searcher.for_each_id(asking(together), [&](const std::string& id) { return ids.insert(id).second; });
  CHECK(ids.size() == 100);
  CHECK(ids.count("d1003") == 1);
  CHECK(ids.count("d1004") == 0);
}

TEST_CASE("Forms that a commit brings are found at once") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, {tiny::document("a", "nl", "", "De daling van de aandelen.")});
  Searcher searcher({index.path().string()});
  CHECK(ids(searcher.search(asking("daling NEAR/5 aandeel"))) == std::vector<std::string>{"a"});
  tiny::publish(index.path(), 2,
                {tiny::document("a", "nl", "", "De daling van de aandelen."),
                 tiny::document("b", "nl", "", "Dalingen van het aandeel.")});
  CHECK(searcher.search(asking("daling NEAR/5 aandeel")).hits.size() == 2);
}

TEST_CASE("A phrase that was found is marked as a whole, inflected forms included") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, {tiny::document("a", "nl", "", "Er waren dalingen van aandelen te zien.")});
  Searcher searcher({index.path().string()});
  const SearchResults results = searcher.search(asking("~\"daling van aandeel\""));
  REQUIRE(results.hits.size() == 1);
  REQUIRE(results.hits[0].snippets.size() == 1);
  CHECK(results.hits[0].snippets[0].marks == std::vector<std::pair<std::size_t, std::size_t>>{{9, 30}});
}
