// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <map>

#include "match/ranker.h"
#include "match/scale.h"
#include "query/weights.h"
#include "random_database.h"
#include "storage/index_schema.h"

using namespace nsearch::searcher;
namespace glass = nsearch::glass;
using Xapian::Query;

namespace {

/// Nothing where it must be left to libxapian.
std::optional<match::AllOf::Parts> compiled(const Query& query, const glass::Database& database) {
  const std::optional<match::Outline> outline = match::outline_of(query);
  return outline ? match::compile(*outline, database) : std::nullopt;
}

class RandomQueries {
 public:
  explicit RandomQueries(RandomDatabase& files) : files_(files) {}

  Query query(int depth) {
    if (depth == 0 || below(4) == 0) return Query(files_.random_term());
    switch (below(8)) {
      case 0:
      case 1:
        return several(Query::OP_OR, depth);
      case 2:
        return several(Query::OP_AND, depth);
      case 3:
        return Query(Query::OP_AND_NOT, below(3) == 0 ? Query::MatchAll : query(depth - 1),
                     below(2) == 0 ? terms(Query::OP_OR, 3) : Query(files_.random_term()));
      case 4:
        return Query(Query::OP_AND_MAYBE, query(depth - 1), query(depth - 1));
      case 5:
        return Query(Query::OP_FILTER, query(depth - 1), query(depth - 1));
      case 6:
        return Query(Query::OP_SCALE_WEIGHT, query(depth - 1), below(100) / 64.0);
      default:
        return terms(Query::OP_SYNONYM, 2 + below(12));
    }
  }

  Query terms(Query::op kind, unsigned number) {
    std::vector<std::string> names;
    for (unsigned i = 0; i < number; ++i) names.push_back(files_.random_term());
    return Query(kind, names.begin(), names.end(), kind == Query::OP_PHRASE ? number : 0);
  }

  unsigned below(unsigned end) { return static_cast<unsigned>(files_.random()() % end); }

 private:
  Query several(Query::op kind, int depth) {
    std::vector<Query> parts;
    for (unsigned i = 0, number = 2 + below(3); i < number; ++i) parts.push_back(query(depth - 1));
    return Query(kind, parts.begin(), parts.end());
  }

  RandomDatabase& files_;
};

/// A database for both to read.
struct ReadByBoth {
  explicit ReadByBoth(unsigned seed, unsigned documents) : files(seed, documents), local(files.open_local()) {
    REQUIRE(local);
  }
  RandomDatabase files;
  const Xapian::Database database = files.open();
  const std::unique_ptr<glass::Database> local;
  RandomQueries queries{files};
};

Xapian::MSet by_xapian(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(weights::bm25_k1, 0, weights::bm25_k3, weights::bm25_b, weights::bm25_shortest));
  return enquire.get_mset(0, database.get_doccount(), database.get_doccount());
}

/// The weights in order, and of each document that is certain to be among the best.
void compare(const ReadByBoth& both, const Query& query, std::size_t best, std::size_t exact_up_to) {
  INFO(query.get_description());
  const Xapian::MSet expected = by_xapian(both.database, query);
  auto parts = compiled(query, *both.local);
  REQUIRE(parts);
  match::Ranker ranker(*both.local, std::move(*parts), best, exact_up_to);
  const std::vector<match::Ranked> found = ranker.rank();
  REQUIRE(found.size() == std::min<std::size_t>(best, expected.size()));
  std::map<Xapian::docid, double> weights;
  for (auto one = expected.begin(); one != expected.end(); ++one) weights[*one] = one.get_weight();
  for (std::size_t i = 0; i < found.size(); ++i) {
    REQUIRE(weights.count(found[i].document) == 1);
    CHECK(found[i].weight == Approx(weights[found[i].document]).margin(1e-9));
    CHECK(found[i].weight == Approx(expected[static_cast<Xapian::doccount>(i)].get_weight()).margin(1e-9));
    if (i == 0 || found[i - 1].weight != found[i].weight) continue;
    const auto id = [&](std::size_t at) {
      return both.database.get_document(found[at].document).get_value(nsearch::schema::slot_tie_break);
    };
    CHECK(id(i - 1) < id(i));
  }
  const match::Counts& counts = ranker.counts();
  CHECK(counts.least <= expected.size());
  CHECK(counts.most >= expected.size());
  if (expected.size() <= exact_up_to) CHECK(counts.least == counts.most);
}

}  // namespace

TEST_CASE("Random queries are ranked where the database lies as libxapian ranks them") {
  ReadByBoth both(11, 10000);
  for (int i = 0; i < 1500; ++i)
    compare(both, both.queries.query(1 + i % 3), 1 + both.queries.below(30), both.queries.below(2) * 100);
}

TEST_CASE("Random queries of few documents are ranked as libxapian ranks them") {
  ReadByBoth both(15, 150);
  for (int i = 0; i < 3000; ++i)
    compare(both, both.queries.query(1 + i % 4), 1 + both.queries.below(200), both.queries.below(2) * 200);
}

TEST_CASE("What an alternative excludes is not forgotten once it has found a later document") {
  ReadByBoth both(16, 150);
  for (int i = 0; i < 600; ++i) {
    // The second kind weighs.
    const Query from = i % 2 == 0 ? Query::MatchAll : both.queries.terms(Query::OP_SYNONYM, 12);
    const Query without(Query::OP_AND_NOT, from, Query(both.files.random_term()));
    const Query either(Query::OP_OR, without, Query(both.files.random_term()));
    compare(both, Query(Query::OP_AND, either, Query(both.files.random_term())), 200, 200);
  }
}

TEST_CASE("What was found to set the bar by is found again") {
  ReadByBoth both(17, 1000);
  for (unsigned i = 25; i < RandomDatabase::terms; ++i) {
    const Query rare(Query::OP_AND_NOT, Query("t" + std::to_string(i)), Query(both.files.random_term()));
    compare(both, Query(Query::OP_OR, rare, Query("t0")), 3, 0);
  }
}

TEST_CASE("Phrases are ranked where the database lies as libxapian ranks them") {
  ReadByBoth both(12, 3000);
  for (int i = 0; i < 200; ++i) {
    const Query phrase = both.queries.terms(Query::OP_PHRASE, 2 + both.queries.below(2));
    compare(both, phrase, 10, 100);
    compare(both, phrase, 3, 0);
    compare(both, Query(Query::OP_AND, phrase, Query(both.files.random_term())), 10, 5);
    compare(both, Query(Query::OP_AND_NOT, Query(both.files.random_term()), phrase), 10, 100);
  }
}

TEST_CASE("Many terms that weigh nothing or as one are gathered") {
  ReadByBoth both(13, 6000);
  std::vector<std::string> rare, all;
  for (unsigned i = 0; i < RandomDatabase::terms; ++i) all.push_back("t" + std::to_string(i));
  rare.assign(all.end() - 10, all.end());
  for (const auto& terms : {rare, all}) {
    const Query any(Query::OP_OR, terms.begin(), terms.end());
    compare(both, Query(Query::OP_SCALE_WEIGHT, any, 0), 20, 100);
    compare(both, Query(Query::OP_SYNONYM, terms.begin(), terms.end()), 20, 100);
  }
}

TEST_CASE("What can't be ranked where the database lies is left to libxapian") {
  RandomDatabase files(14, 100);
  const auto local = files.open_local();
  REQUIRE(local);
  const std::vector<std::string> words = {"t1", "t2"};
  CHECK(compiled(Query(Query::OP_PHRASE, words.begin(), words.end(), 2), *local));
  CHECK_FALSE(compiled(Query(Query::OP_PHRASE, words.begin(), words.end(), 5), *local));
  CHECK_FALSE(compiled(Query(Query::OP_NEAR, words.begin(), words.end(), 5), *local));
  CHECK_FALSE(compiled(Query(Query::OP_VALUE_GE, 0, "x"), *local));
}

TEST_CASE("By how much a query is scaled is read exactly") {
  const Query word("word");
  for (const double factor : {0.3, 0.2 * 0.4, 1.0 / 3, 1e-9, 123456.789, 2.0, 0.0}) {
    CHECK(match::scale_of(Query(Query::OP_SCALE_WEIGHT, word, factor)).value() == factor);
  }
}
