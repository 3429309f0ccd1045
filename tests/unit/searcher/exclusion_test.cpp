// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/exclusion.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

using nsearch::searcher::excluding;
using Xapian::Query;

namespace {

/// Documents 1 to 60: number n has "all", and "a", "b", "c", "d" where 2, 3, 5, 7 divide it.
Xapian::Database documents() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (unsigned number = 1; number <= 60; ++number) {
    Xapian::Document document;
    document.add_posting("all", 1);
    for (const auto& [term, divisor] : {std::pair("a", 2u), {"b", 3u}, {"c", 5u}, {"d", 7u}})
      if (number % divisor == 0) document.add_posting(term, divisor);
    database.add_document(document);
  }
  return database;
}

std::set<Xapian::docid> found(const Query& query) {
  Xapian::Enquire enquire(documents());
  enquire.set_query(query);
  const Xapian::MSet matches = enquire.get_mset(0, 60, 60);
  std::set<Xapian::docid> numbers;
  for (auto match = matches.begin(); match != matches.end(); ++match) numbers.insert(*match);
  return numbers;
}

}  // namespace

TEST_CASE("what is excluded is left out, and nothing in it weighs") {
  const Query a("a"), b("b"), c("c"), d("d");
  const Query deep(Query::OP_AND, Query(Query::OP_AND_MAYBE, a, b),
                   Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_SYNONYM, c, d), 0.5));
  const Query boosted(Query::OP_AND_MAYBE, Query(Query::OP_OR, deep, Query(Query::OP_FILTER, b, c)), d);
  const Query rest = excluding(Query("all"), boosted);
  std::set<Xapian::docid> expected;
  for (unsigned number = 1; number <= 60; ++number) {
    const bool by_deep = number % 2 == 0 && (number % 5 == 0 || number % 7 == 0);
    const bool by_filter = number % 3 == 0 && number % 5 == 0;
    if (!by_deep && !by_filter) expected.insert(number);
  }
  CHECK(found(rest) == expected);
  REQUIRE(rest.get_type() == Query::OP_AND_NOT);
  const std::string excluded = rest.get_subquery(1).get_description();
  for (const char* weighing : {"AND_MAYBE", "SYNONYM", "FILTER", "*"})
    CHECK(excluded.find(weighing) == std::string::npos);
}

TEST_CASE("alternatives that are excluded are all on one level") {
  const std::vector<Query> words{Query("a"), Query("b"), Query("c")};
  const Query nested(Query::OP_OR, Query(Query::OP_SCALE_WEIGHT, words[0] | words[1], 2), words[2]);
  const Query rest = excluding(Query("all"), nested);
  CHECK(rest.get_subquery(1).get_num_subqueries() == 3);
}

TEST_CASE("nothing to exclude leaves a query as it is") {
  CHECK(excluding(Query("a"), Query()).serialise() == Query("a").serialise());
  CHECK(excluding(Query(), Query("a")).empty());
}
