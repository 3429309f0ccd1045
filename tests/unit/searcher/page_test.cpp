// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/page.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <random>

#include "random_database.h"
#include "storage/index_schema.h"

using nsearch::SortOrder;
using nsearch::Total;
using namespace nsearch::searcher;
namespace schema = nsearch::schema;

namespace {

struct Article {
  std::string id;
  int words = 0;  // occurrences of "word": few numbers, so that many weights are equal
  int date = 0;   // 0: none
};

std::vector<Article> articles(std::size_t number, int kinds, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Article> all;
  for (std::size_t i = 0; i < number; ++i) {
    Article article;
    article.id = "d" + std::to_string(1000 + i);
    article.words = static_cast<int>(random() % static_cast<unsigned>(kinds));
    article.date = static_cast<int>(random() % 6);
    all.push_back(article);
  }
  std::shuffle(all.begin(), all.end(), random);
  return all;
}

Xapian::Database database_of(const std::vector<Article>& all, std::size_t shards) {
  std::vector<Xapian::WritableDatabase> parts;
  for (std::size_t i = 0; i < shards; ++i) parts.emplace_back("", Xapian::DB_BACKEND_INMEMORY);
  for (std::size_t i = 0; i < all.size(); ++i) {
    Xapian::Document document;
    if (all[i].words > 0) document.add_term("word", static_cast<Xapian::termcount>(all[i].words));
    document.add_boolean_term("all");
    document.add_value(schema::slot_tie_break, all[i].id);
    if (all[i].date > 0)
      document.add_value(schema::slot_date, Xapian::sortable_serialise(all[i].date * 1e6 - 2e6));
    parts[i * shards / all.size()].add_document(document);
  }
  Xapian::Database database;
  for (const auto& part : parts) database.add_database(part);
  return database;
}

/// The right order, by the articles alone.
std::vector<std::string> ordered(std::vector<Article> all, SortOrder sort, bool only_words) {
  if (only_words)
    all.erase(std::remove_if(all.begin(), all.end(), [](const Article& a) { return a.words == 0; }),
              all.end());
  std::sort(all.begin(), all.end(), [&](const Article& a, const Article& b) {
    if (sort == SortOrder::rank && only_words && a.words != b.words) return a.words > b.words;
    if (sort != SortOrder::rank && a.date != b.date) {
      if (a.date == 0 || b.date == 0) return b.date == 0;
      return sort == SortOrder::newest_first ? a.date > b.date : a.date < b.date;
    }
    return a.id < b.id;
  });
  std::vector<std::string> ids;
  for (const Article& article : all) ids.push_back(article.id);
  return ids;
}

std::vector<std::string> ids(const Page& page) {
  std::vector<std::string> found;
  for (const PageEntry& entry : page.entries)
    found.push_back(entry.document.get_value(schema::slot_tie_break));
  return found;
}

std::vector<std::string> slice(const std::vector<std::string>& all, std::size_t first, std::size_t size) {
  const auto from = all.begin() + static_cast<std::ptrdiff_t>(std::min(first, all.size()));
  const auto to = all.begin() + static_cast<std::ptrdiff_t>(std::min(first + size, all.size()));
  return {from, to};
}

}  // namespace

TEST_CASE("Every page is a slice of the one order, by rank or date, equals by id") {
  const auto sort = GENERATE(SortOrder::rank, SortOrder::oldest_first, SortOrder::newest_first);
  const auto kinds = GENERATE(3, 40);
  const auto shards = GENERATE(1, 3);
  const auto all = articles(120, kinds, 7);
  const Xapian::Database database = database_of(all, static_cast<std::size_t>(shards));
  for (const bool only_words : {true, false}) {
    const Found found{Xapian::Query(only_words ? "word" : "all"), {}};
    const auto expected = ordered(all, sort, only_words);
    for (const std::size_t size : {0, 1, 7, 10, 50, 200}) {
      for (std::size_t first = 0; first <= 130; first += std::max<std::size_t>(1, size)) {
        CAPTURE(first, size, only_words, kinds, shards);
        const Page page = page_of(database, nullptr, found, {first, size, sort, 1000});
        REQUIRE(ids(page) == slice(expected, first, size));
        REQUIRE(page.total.exact());
        REQUIRE(page.total.lower == expected.size());
        if (size == 0) break;
      }
    }
  }
}

TEST_CASE("Pages of documents that are looked at one by one hold the accepted ones only") {
  const auto sort = GENERATE(SortOrder::rank, SortOrder::oldest_first, SortOrder::newest_first);
  const auto all = articles(120, 5, 8);
  const Xapian::Database database = database_of(all, 1);
  std::map<Xapian::docid, std::string> id_of;
  for (std::size_t i = 0; i < all.size(); ++i) id_of[static_cast<Xapian::docid>(i + 1)] = all[i].id;
  const Found found{Xapian::Query("word"),
                    [&](Xapian::docid number) { return id_of[number].back() % 3 == 0; }};
  std::vector<std::string> expected;
  for (const std::string& id : ordered(all, sort, true)) {
    if (id.back() % 3 == 0) expected.push_back(id);
  }
  CHECK(count_found(database, found) == expected.size());
  for (const std::size_t size : {1, 4, 10, 60}) {
    for (std::size_t first = 0; first < 60; first += size) {
      CAPTURE(first, size);
      const Page exact = page_of(database, nullptr, found, {first, size, sort, 1000});
      REQUIRE(ids(exact) == slice(expected, first, size));
      REQUIRE(exact.total.exact());
      REQUIRE(exact.total.lower == expected.size());
      const Page quick = page_of(database, nullptr, found, {first, size, sort, 5});
      REQUIRE(ids(quick) == slice(expected, first, size));
      REQUIRE(quick.total.lower <= expected.size());
      REQUIRE(quick.total.upper >= expected.size());
    }
  }
}

TEST_CASE("The total is exact as far as it was asked to be") {
  const auto all = articles(500, 40, 9);
  const Xapian::Database database = database_of(all, 1);
  const Found found{Xapian::Query("word"), {}};
  const std::size_t matching = ordered(all, SortOrder::rank, true).size();
  CHECK(page_of(database, nullptr, found, {0, 10, SortOrder::rank, 500}).total.exact());
  const Total total = page_of(database, nullptr, found, {0, 10, SortOrder::rank, 20}).total;
  CHECK(total.lower <= matching);
  CHECK(total.upper >= matching);
}

TEST_CASE("Scores come with an order by rank") {
  const auto all = articles(50, 40, 10);
  const Xapian::Database database = database_of(all, 1);
  const Found found{Xapian::Query("word"), {}};
  const Page page = page_of(database, nullptr, found, {0, 10, SortOrder::rank, 100});
  CHECK(page.entries.front().score > page.entries.back().score);
  CHECK(page.entries.back().score > 0);
  CHECK(page_of(database, nullptr, found, {0, 10, SortOrder::newest_first, 100}).entries.front().score == 0);
}

TEST_CASE("The best of several databases have all their weight") {
  // Each database has the same documents: in the second one a least weight is known from the start.
  Xapian::Database database;
  for (int shard = 0; shard < 2; ++shard) {
    Xapian::WritableDatabase part("", Xapian::DB_BACKEND_INMEMORY);
    for (int i = 0; i < 20; ++i) {
      Xapian::Document document;
      for (const char* word : {"lead", "a", "b", "c"})
        if (i % 2 == 0 || *word != 'l') document.add_term(word, 1 + i);
      document.add_value(schema::slot_tie_break, std::to_string(shard * 100 + i));
      part.add_document(document);
    }
    database.add_database(part);
  }
  using Xapian::Query;
  const Query a("a"), b("b"), heavy(Query::OP_SCALE_WEIGHT, Query("c"), 1000);
  for (const Query::op kind : {Query::OP_AND_MAYBE, Query::OP_AND, Query::OP_FILTER}) {
    const Query either(Query::OP_OR, Query(kind, a, b), heavy);
    const Found found{Query(Query::OP_FILTER, either, Query("lead")), {}};
    const Page all = page_of(database, nullptr, found, {0, 40, SortOrder::rank, 40});
    const Page best = page_of(database, nullptr, found, {0, 4, SortOrder::rank, 1});
    REQUIRE(best.entries.size() == 4);
    CAPTURE(kind);
    for (std::size_t i = 0; i < best.entries.size(); ++i)
      CHECK(best.entries[i].score == Approx(all.entries[i].score).epsilon(1e-9));
  }
}

TEST_CASE(
    "Equals of several databases are in the order of their ids, though their weights were added up "
    "differently") {
  // Which of three words is the rarest differs: so does the order in which their weights are added.
  Xapian::Database database;
  for (int shard = 0; shard < 2; ++shard) {
    Xapian::WritableDatabase part("", Xapian::DB_BACKEND_INMEMORY);
    const auto add = [&](const std::string& id, const std::vector<std::pair<const char*, int>>& words) {
      Xapian::Document document;
      for (const auto& [word, times] : words) document.add_term(word, static_cast<Xapian::termcount>(times));
      document.add_value(schema::slot_tie_break, id);
      part.add_document(document);
    };
    for (int kind = 1; kind <= 30; ++kind)
      for (int i = 0; i < 2; ++i)
        add("d" + std::to_string(1000 + 2 * i + 1 - shard),
            {{"a", kind}, {"b", kind + 1}, {"c", 2 * kind + 1}});
    for (int i = 0; i < 100; ++i) add("e", {{shard == 0 ? "a" : "c", 1}});
    for (int i = 0; i < 50; ++i) add("f", {{"b", 1}});
    database.add_database(part);
  }
  using Xapian::Query;
  const std::vector<Query> words{Query("a"), Query("b"), Query("c")};
  const Found found{Query(Query::OP_OR, words.begin(), words.end()), {}};
  const Page page = page_of(database, nullptr, found, {0, 120, SortOrder::rank, 1000});
  const std::vector<std::string> order = ids(page);
  REQUIRE(order.size() == 120);
  std::size_t nearly = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    CHECK(order[i] == "d" + std::to_string(1000 + i % 4));
    if (i % 4 != 0) nearly += page.entries[i].score != page.entries[i - 1].score;
  }
  CHECK(nearly > 0);
}

TEST_CASE("The best of a query that libxapian answers are the first of all") {
  using Xapian::Query;
  const Query range(Query::OP_VALUE_GE, schema::slot_date, "x");  // no document's
  for (unsigned seed = 1; seed <= 20; ++seed) {
    RandomDatabase random(seed, 60);
    const Xapian::Database database = random.open();
    const std::unique_ptr<nsearch::glass::Shards> local = random.open_shards();
    REQUIRE(local);
    for (int i = 0; i < 100; ++i) {
      const auto frequent = [&] { return "t" + std::to_string(random.random()() % 12); };
      const std::string a = frequent(), b = frequent(), c = frequent();
      const Query either(Query::OP_OR, Query(a), Query(c)), more(Query::OP_AND_MAYBE, either, Query(b));
      const Found found{Query(Query::OP_AND_NOT, more, range), {}};
      const Page all = page_of(database, local.get(), found, {0, 60, SortOrder::rank, 60});
      const Page best = page_of(database, local.get(), found, {0, 2, SortOrder::rank, 1});
      CAPTURE(seed, a, b, c);
      CHECK(ids(best) == slice(ids(all), 0, 2));
    }
  }
}
