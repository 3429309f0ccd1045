// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/hidden_positions.h"

#include <catch2/catch.hpp>
#include <vector>

using nsearch::searcher::may_pass_over_too_many;
using nsearch::searcher::with_positions_shielded;
using Xapian::Query;

namespace {

bool is_shielded(const Query& query) {
  return with_positions_shielded(query).serialise() != query.serialise();
}

}  // namespace

TEST_CASE("phrases and windows are shielded where not all documents must have them") {
  const std::vector<Query> words{Query("a"), Query("b")};
  const Query word("c"), phrase(Query::OP_PHRASE, words.begin(), words.end()),
      window(Query::OP_NEAR, words.begin(), words.end(), 5);
  for (const Query& place : {phrase, window}) {
    CHECK_FALSE(is_shielded(place));
    CHECK_FALSE(is_shielded(Query(Query::OP_AND, place, word)));
    CHECK_FALSE(is_shielded(Query(Query::OP_FILTER, word, Query(Query::OP_SCALE_WEIGHT, place, 2))));
    CHECK(is_shielded(Query(Query::OP_OR, place, word)));
    CHECK(is_shielded(Query(Query::OP_AND_MAYBE, word, place)));
    CHECK(is_shielded(Query(Query::OP_AND, word, Query(Query::OP_OR, word, place))));
    CHECK_FALSE(is_shielded(Query(Query::OP_AND_NOT, word, Query(Query::OP_OR, word, place))));
  }
  CHECK_FALSE(is_shielded(Query(Query::OP_OR, word, Query("d"))));
  CHECK_FALSE(is_shielded(Query()));
}

TEST_CASE("all matches are looked at where an alternative may say no") {
  const std::vector<Query> words{Query("a"), Query("b")};
  const Query word("c"), phrase(Query::OP_PHRASE, words.begin(), words.end()),
      range(Query::OP_VALUE_RANGE, 0, "a", "b");
  for (const Query& part : {phrase, range}) {
    CHECK(may_pass_over_too_many(Query(Query::OP_OR, word, Query(Query::OP_AND, part, word))));
    CHECK(may_pass_over_too_many(Query(Query::OP_AND_MAYBE, word, part)));
    CHECK_FALSE(may_pass_over_too_many(Query(Query::OP_AND_MAYBE, part, word)));
    CHECK_FALSE(may_pass_over_too_many(Query(Query::OP_FILTER, Query(Query::OP_OR, word, Query("d")), part)));
    CHECK_FALSE(may_pass_over_too_many(Query(Query::OP_AND_NOT, word, Query(Query::OP_OR, word, part))));
  }
  for (const Query::op kind : {Query::OP_AND_NOT, Query::OP_AND_MAYBE}) {
    CHECK(may_pass_over_too_many(Query(Query::OP_OR, word, Query(kind, Query("d"), word))));
    CHECK_FALSE(may_pass_over_too_many(Query(kind, Query("d"), word)));
  }
  CHECK_FALSE(may_pass_over_too_many(Query(Query::OP_AND_NOT, Query(Query::OP_OR, word, Query("d")), word)));
  CHECK_FALSE(may_pass_over_too_many(Query()));
}

TEST_CASE("a phrase in another alternative's next document does not weigh") {
  // Document 1 has what leads and both words of the phrase apart, document 2 the other alternative only.
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  const auto add = [&](const std::vector<std::string>& terms) {
    Xapian::Document document;
    Xapian::termpos at = 1;
    for (const std::string& term : terms) document.add_posting(term, at += 2);
    database.add_document(document);
  };
  add({"lead", "x", "y"});
  add({"lead", "other"});
  add({"x"});
  add({"lead"});
  const std::vector<Query> words{Query("x"), Query("y")};
  const Query alternatives(Query::OP_OR, Query(Query::OP_PHRASE, words.begin(), words.end()), Query("other"));
  const Query query(Query::OP_AND_MAYBE, Query("lead"), alternatives);
  const auto weight_of_second = [&](const Query& asked) {
    Xapian::Enquire enquire(database);
    enquire.set_query(asked);
    const Xapian::MSet found = enquire.get_mset(0, 10, 10);
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      if (*hit == 2) return hit.get_weight();
    return 0.0;
  };
  const Query right(Query::OP_AND_MAYBE, Query("lead"), Query("other"));
  CHECK(weight_of_second(with_positions_shielded(query)) == Approx(weight_of_second(right)));
}
