// SPDX-License-Identifier: GPL-2.0-or-later
#include "export_ids.h"

#include <catch2/catch.hpp>

#include "storage/index_schema.h"
#include "tiny_index.h"

using nsearch::searcher::IdWalk;

namespace {

nsearch::searcher::QueryPlan plan_of(const Xapian::Query& query) {
  nsearch::searcher::QueryPlan plan;
  plan.query = query;
  return plan;
}

std::string numbered(int number) {
  std::string digits = std::to_string(number);
  return "d" + std::string(6 - digits.size(), '0') + digits;
}

/// Documents [from, to): each third has the word "third"; cheap ones, a record is not needed for their ids.
void fill(Xapian::WritableDatabase& database, int from, int to) {
  for (int i = from; i < to; ++i) {
    Xapian::Document document;
    document.add_boolean_term("Q" + numbered(i));
    document.add_term("all");
    if (i % 3 == 0) document.add_term("third");
    document.add_value(nsearch::schema::slot_tie_break, numbered(i));
    database.add_document(document);
  }
}

std::vector<std::string> walk(const Xapian::Database& database, const Xapian::Query& query,
                              std::size_t shards, std::size_t* slices = nullptr) {
  IdWalk ids;
  std::vector<std::string> all;
  while (!ids.finished()) {
    const auto slice = ids.next(database, plan_of(query), shards);
    all.insert(all.end(), slice.begin(), slice.end());
    if (slices) ++*slices;
  }
  return all;
}

}  // namespace

TEST_CASE("A walk gives every match once, in document order, in slices") {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  fill(database, 0, 50001);
  std::size_t slices = 0;
  const auto thirds = walk(database, Xapian::Query("third"), 1, &slices);
  CHECK(slices == 3);
  REQUIRE(thirds.size() == 16667);
  for (std::size_t i = 0; i < thirds.size(); ++i) REQUIRE(thirds[i] == numbered(static_cast<int>(i) * 3));
  CHECK(walk(database, Xapian::Query::MatchAll, 1).size() == 50001);
  CHECK(walk(database, Xapian::Query(), 1).empty());
}

TEST_CASE("A walk over several shards gives every match once") {
  Xapian::WritableDatabase first("", Xapian::DB_BACKEND_INMEMORY), second("", Xapian::DB_BACKEND_INMEMORY);
  fill(first, 0, 45000);
  fill(second, 45000, 50000);
  Xapian::Database both;
  both.add_database(first);
  both.add_database(second);
  auto ids = walk(both, Xapian::Query("all"), 2);
  REQUIRE(ids.size() == 50000);
  std::sort(ids.begin(), ids.end());
  for (int i = 0; i < 50000; ++i) REQUIRE(ids[static_cast<std::size_t>(i)] == numbered(i));
}

TEST_CASE("An empty database is walked at once") {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  CHECK(walk(database, Xapian::Query("all"), 1).empty());
}

TEST_CASE("A walk goes on after the last id when documents are numbered anew") {
  Xapian::WritableDatabase before("", Xapian::DB_BACKEND_INMEMORY), after("", Xapian::DB_BACKEND_INMEMORY);
  fill(before, 0, 30000);
  fill(after, 10000, 19995);  // the first 10,000 were deleted, and the last five given out
  fill(after, 20000, 30000);
  IdWalk ids;
  auto all = ids.next(before, plan_of(Xapian::Query("all")), 1);
  REQUIRE(all.size() == 20000);
  ids.renumbered(after);
  while (!ids.finished()) {
    const auto slice = ids.next(after, plan_of(Xapian::Query("all")), 1);
    all.insert(all.end(), slice.begin(), slice.end());
  }
  REQUIRE(all.size() == 30000);
  CHECK(all[20000] == numbered(20000));
  CHECK(all.back() == numbered(29999));
}
