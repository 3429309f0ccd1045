// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <limits>
#include <random>

#include "nsearch/error.h"
#include "nsearch/maintenance.h"
#include "search_fixture.h"
#include "storage/index_schema.h"

namespace {

/// Words of no language, each story its own.
std::string story(unsigned seed, std::size_t words = 120) {
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t i = 0; i < words; ++i)
    text += "w" + std::to_string(seed) + "x" + std::to_string(random() % 5000) + ' ';
  return text + "nieuws";
}

/// The same without its last words, so that it is shorter and ranks otherwise.
std::string cut(const std::string& text, std::size_t percent) {
  return text.substr(0, text.rfind(' ', text.size() * (100 - percent) / 100)) + " nieuws";
}

/// Three copies of story 1, two of story 2, story 3 once.
void write_copies(const LiveIndex& index) {
  index.write({article("a1", "nl", "", story(1), "2025-03-01"),
               article("a2", "nl", "", cut(story(1), 5), "2025-03-04"),
               article("a3", "nl", "", cut(story(1), 8), "2025-03-03"),
               article("b1", "nl", "", story(2), "2025-03-02"), article("b2", "nl", "", cut(story(2), 6)),
               article("c1", "nl", "", story(3), "2025-03-05")});
}

std::string folded(const nsearch::SearchResults& results) {
  std::string text;
  for (const nsearch::Hit& hit : results.hits) {
    text += (text.empty() ? "" : " ") + hit.id;
    for (const std::string& id : hit.copies.ids) text += "+" + id;
  }
  return text;
}

nsearch::SearchRequest folding(const std::string& query, nsearch::SortOrder sort = nsearch::SortOrder::rank) {
  nsearch::SearchRequest request = asking(query);
  request.fold = true;
  request.sort = sort;
  return request;
}

}  // namespace

TEST_CASE("copies fold into the first of them in each order", "[fold]") {
  const LiveIndex index;
  write_copies(index);
  nsearch::Searcher searcher({index.path()});
  CHECK(folded(searcher.search(folding("nieuws", nsearch::SortOrder::oldest_first))) == "a1+a3+a2 b1+b2 c1");
  CHECK(folded(searcher.search(folding("nieuws", nsearch::SortOrder::newest_first))) == "c1 a2+a3+a1 b1+b2");
  const nsearch::SearchResults plain = searcher.search(asking("nieuws"));
  const nsearch::SearchResults ranked = searcher.search(folding("nieuws"));
  REQUIRE(ranked.hits.size() == 3);
  CHECK(ranked.hits.front().id == plain.hits.front().id);
  CHECK(ranked.hits.front().score == plain.hits.front().score);
  CHECK(ranked.hits.back().rank == 3);
  CHECK(ranked.total.lower == 6);
  REQUIRE(ranked.folding);
  CHECK(ranked.folding->texts == 3);
  CHECK(ranked.folding->exact);
}

TEST_CASE("folded pages neither overlap nor miss a text", "[fold]") {
  const LiveIndex index;
  write_copies(index);
  nsearch::Searcher searcher({index.path()});
  for (const auto sort : {nsearch::SortOrder::rank, nsearch::SortOrder::newest_first}) {
    const std::string all = folded(searcher.search(folding("nieuws", sort)));
    std::string pages;
    for (std::size_t offset = 0; offset < 4; ++offset) {
      nsearch::SearchRequest request = folding("nieuws", sort);
      request.offset = offset;
      request.limit = 1;
      const std::string page = folded(searcher.search(request));
      pages += (pages.empty() || page.empty() ? "" : " ") + page;
    }
    CHECK(pages == all);
  }
}

TEST_CASE("facets count documents, whatever is folded", "[fold]") {
  const LiveIndex index;
  write_copies(index);
  nsearch::Searcher searcher({index.path()});
  nsearch::SearchRequest request = folding("nieuws");
  request.facets = {"lang"};
  const nsearch::SearchResults results = searcher.search(request);
  REQUIRE(results.facets.size() == 1);
  CHECK(results.facets[0].values[0].documents == 6);
}

TEST_CASE("fold-of gives the copies of one document, itself included", "[fold]") {
  const LiveIndex index;
  write_copies(index);
  nsearch::Searcher searcher({index.path()});
  nsearch::SearchRequest request = asking("nieuws");
  request.copies_of = "a2";
  CHECK(ids(searcher.search(request)) == "a1 a2 a3");
  request.copies_of = "c1";
  CHECK(ids(searcher.search(request)) == "c1");
  request.limit = 1;
  request.copies_of = "a2";
  CHECK(searcher.search(request).total.lower == 3);
  request.copies_of = "zz";
  CHECK_THROWS_AS(searcher.search(request), nsearch::Error);
}

TEST_CASE("fold-of gives a document that has no words itself, and no other such one", "[fold]") {
  const LiveIndex index;
  index.write({article("a", "nl", "", "…"), article("b", "nl", "", "…"), article("c", "nl", "", "woord")});
  nsearch::Searcher searcher({index.path()});
  nsearch::SearchRequest request = asking("lang:nl");
  request.copies_of = "a";
  CHECK(ids(searcher.search(request)) == "a");
}

TEST_CASE("fold-of gives no copies that the query itself leaves out", "[fold]") {
  const LiveIndex index;
  index.write({article("a", "nl", "", "Eerste koers " + story(1)),
               article("b", "nl", "", "Eerste koers " + cut(story(1), 4)),
               article("c", "nl", "", "Eerste. Koers " + story(1))});
  nsearch::Searcher searcher({index.path()});
  nsearch::SearchRequest request = asking("koers");
  request.copies_of = "a";
  CHECK(ids(searcher.search(request)) == "a b c");
  request.query = "eerste SENTENCE koers";
  CHECK(ids(searcher.search(request)) == "a b");
}

TEST_CASE("no more copies are named than are asked for; all are counted", "[fold]") {
  const LiveIndex index;
  write_copies(index);
  nsearch::Searcher searcher({index.path()});
  nsearch::SearchRequest request = folding("nieuws", nsearch::SortOrder::newest_first);
  request.most_copies = 1;
  const nsearch::SearchResults results = searcher.search(request);
  CHECK(folded(results) == "c1 a2+a3 b1+b2");
  CHECK(results.hits[1].copies.more == 2);
  CHECK(results.total.exact());
  CHECK(results.total.lower == 6);
}

TEST_CASE("beyond what is looked at, texts and copies are said to be lower bounds", "[fold]") {
  const LiveIndex index;
  std::vector<nsearch::Document> many;
  for (unsigned i = 0; i < 150; ++i)
    many.push_back(article("d" + std::to_string(1000 + i), "nl", "", story(i % 5), "2025-03-01"));
  index.write(many);
  nsearch::Searcher searcher({index.path()});
  nsearch::SearchRequest request = folding("nieuws", nsearch::SortOrder::newest_first);
  request.limit = 2;
  request.fold_exact_up_to = 1;  // a hundred are looked at all the same
  const nsearch::SearchResults few = searcher.search(request);
  REQUIRE(few.folding);
  CHECK_FALSE(few.folding->exact);
  CHECK(few.folding->looked_at == 100);
  CHECK(few.hits[0].copies.more == 19);
  request.offset = 4;  // the fifth text; there is no sixth, which all must be looked at to know
  const nsearch::SearchResults all = searcher.search(request);
  CHECK(all.folding->exact);
  CHECK(all.total.exact());
  CHECK(all.total.lower == 150);
  REQUIRE(all.hits.size() == 1);
  CHECK(all.hits[0].copies.more == 29);
  CHECK(all.hits[0].copies.ids.size() == 29);
}

TEST_CASE("an index without signatures says so, and reindexing makes them", "[fold]") {
  const LiveIndex index;
  write_copies(index);
  {
    Xapian::WritableDatabase database(index.path());
    for (Xapian::docid number = 1; number <= 4; ++number) {
      Xapian::Document document = database.get_document(number);
      document.remove_value(nsearch::schema::slot_fold);
      database.replace_document(number, document);
    }
    database.commit();
  }
  {
    nsearch::Searcher searcher({index.path()});
    const nsearch::SearchResults results = searcher.search(folding("nieuws"));
    REQUIRE(results.hints.size() == 1);
    CHECK(results.hints[0].message.find("4 of 6 documents") == 0);
    CHECK(results.hits.size() == 6);
    CHECK(searcher.search(asking("nieuws")).hints.empty());
    CHECK(searcher.duplicates({}).hints.size() == 1);
  }
  nsearch::reindex(index.path());
  nsearch::Searcher searcher({index.path()});
  const nsearch::SearchResults results = searcher.search(folding("nieuws"));
  CHECK(results.hints.empty());
  CHECK(results.hits.size() == 3);
}

TEST_CASE("a document that is replaced is signed anew", "[fold]") {
  const LiveIndex index;
  write_copies(index);
  index.write({article("c1", "nl", "", cut(story(2), 3), "2025-03-06")});
  nsearch::Searcher searcher({index.path()});
  CHECK(folded(searcher.search(folding("nieuws", nsearch::SortOrder::newest_first))) == "c1+b1+b2 a2+a3+a1");
}

TEST_CASE("two shards fold as one index", "[fold]") {
  const LiveIndex first, second;
  first.write(
      {article("a1", "nl", "", story(1), "2025-03-01"), article("b1", "nl", "", story(2), "2025-03-02")});
  second.write({article("a2", "nl", "", cut(story(1), 5), "2025-03-03")});
  nsearch::Searcher searcher({first.path(), second.path()});
  CHECK(folded(searcher.search(folding("nieuws", nsearch::SortOrder::newest_first))) == "a2+a1 b1");
  const nsearch::Duplicates duplicates = searcher.duplicates({});
  REQUIRE(duplicates.groups.size() == 1);
  CHECK(duplicates.groups[0].copies[0].id == "a1");
}

TEST_CASE("duplicates are the groups that folding by date gives", "[fold]") {
  const LiveIndex index;
  write_copies(index);
  nsearch::Searcher searcher({index.path()});
  const nsearch::Duplicates all = searcher.duplicates({});
  REQUIRE(all.groups.size() == 2);
  CHECK(all.documents == 6);
  CHECK(all.copies == 5);
  std::string first;
  for (const nsearch::DocumentName& copy : all.groups[0].copies) first += copy.id + ' ';
  CHECK(first == "a1 a3 a2 ");
  nsearch::SearchRequest request = asking("date:2025-03-03 OR date:2025-03-04");
  const nsearch::Duplicates some = searcher.duplicates(request);
  CHECK(some.documents == 2);
  CHECK(some.found == 1);
  request = asking("");
  request.offset = 1;
  request.limit = 1;
  REQUIRE(searcher.duplicates(request).groups.size() == 1);
  CHECK(searcher.duplicates(request).groups[0].copies[0].id == "b1");
  CHECK(searcher.duplicates(asking("(nieuws")).diagnostic);
}

TEST_CASE("duplicates are shown from an offset on, however many are asked for", "[fold]") {
  const LiveIndex index;
  write_copies(index);
  nsearch::Searcher searcher({index.path()});
  nsearch::SearchRequest request;
  request.offset = 1;
  for (const std::size_t limit : {std::size_t{5}, std::numeric_limits<std::size_t>::max()}) {
    request.limit = limit;
    const nsearch::Duplicates duplicates = searcher.duplicates(request);
    CHECK(duplicates.found == 2);
    REQUIRE(duplicates.groups.size() == 1);
    CHECK(duplicates.groups[0].copies[0].id == "b1");
  }
}

TEST_CASE("what is a copy of a copy only is in no group", "[fold]") {
  const LiveIndex index;
  // Each is the one before without a part of its words: next to each other they are copies, the first and the last are not.
  std::vector<nsearch::Document> chain;
  std::string text = story(1, 400);
  for (int i = 0; i < 3; ++i) {
    chain.push_back(article("a" + std::to_string(i), "nl", "", text, "2025-03-0" + std::to_string(i + 1)));
    text = cut(text, 38);
  }
  index.write(chain);
  nsearch::Searcher searcher({index.path()});
  REQUIRE(folded(searcher.search(folding("nieuws", nsearch::SortOrder::newest_first))) == "a2+a1 a0");
  REQUIRE(folded(searcher.search(folding("nieuws", nsearch::SortOrder::oldest_first))) == "a0+a1 a2");
  const nsearch::Duplicates duplicates = searcher.duplicates({});
  CHECK(duplicates.found == 1);
  CHECK(duplicates.copies == 2);
}
