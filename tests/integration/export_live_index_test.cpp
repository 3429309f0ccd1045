// SPDX-License-Identifier: GPL-2.0-or-later
#include <atomic>
#include <catch2/catch.hpp>
#include <set>
#include <thread>

#include "search_fixture.h"

namespace {

constexpr int kept = 3000;

std::vector<nsearch::Document> numbered(const std::string& name, int from, int to) {
  std::vector<nsearch::Document> articles;
  for (int i = from; i < to; ++i) {
    articles.push_back(article(name + std::to_string(i), "nl", "Een daling van de koers",
                               "Alweer een daling op de beurs, nummer " + std::to_string(i) + "."));
  }
  return articles;
}

}  // namespace

TEST_CASE("An export while a writer commits gives each document that was there throughout, once, whole") {
  LiveIndex index;
  index.write(numbered("a", 0, kept));
  nsearch::Searcher searcher({index.path()});
  std::atomic<bool> done{false};
  std::atomic<int> commits{0};
  std::thread writing([&] {
    for (int commit = 0; !done; ++commit) {
      index.write(numbered("w" + std::to_string(commit) + "-", 0, 20));
      ++commits;
    }
  });
  std::set<std::string> seen;
  bool twice = false, whole = true;
  int commits_at_start = 0;
  const auto results =
      searcher.for_each_document(asking("dalingen"), [&](const nsearch::StoredDocument& document) {
        if (seen.empty()) commits_at_start = commits;
        twice = twice || !seen.insert(document.id).second;
        whole = whole && document.body.find("nummer") != std::string::npos && document.language == "nl";
        // Every so often the walk waits until its revision is gone.
        if (seen.size() % 500 == 1) {
          const int before = commits;
          while (commits < before + 3) std::this_thread::yield();
        }
        return true;
      });
  done = true;
  writing.join();
  CHECK_FALSE(twice);
  CHECK(whole);
  CHECK(commits - commits_at_start > 10);
  std::size_t of_the_first = 0;
  for (const std::string& id : seen) of_the_first += id[0] == 'a';
  CHECK(of_the_first == kept);
  CHECK(results.total.lower == seen.size());
}

TEST_CASE("An export ends when it is told to; documents may go meanwhile") {
  LiveIndex index;
  index.write(numbered("a", 0, 20));
  nsearch::Searcher searcher({index.path()});
  std::vector<std::string> seen;
  searcher.for_each_document(asking("daling"), [&](const nsearch::StoredDocument& document) {
    if (seen.empty()) {
      nsearch::IndexWriter writer(index.path());
      writer.remove("a7");
      writer.commit();
      writer.remove("a8");
      writer.commit();
    }
    seen.push_back(document.id);
    return seen.size() < 12;
  });
  REQUIRE(seen.size() == 12);
  CHECK(seen.front() == "a0");
  CHECK(std::set<std::string>(seen.begin(), seen.end()).size() == 12);
  CHECK(searcher.for_each_document(asking("(daling"), [](const auto&) { return true; }).diagnostic);
}
