// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "related/ranking.h"

using nsearch::searcher::Compared;
using nsearch::searcher::rank;

namespace {

Compared compared(Xapian::docid document, const std::string& language, double score,
                  std::optional<std::int64_t> date = {}) {
  Compared one;
  one.candidate = {document, language, date};
  one.likeness.score = score;
  one.likeness.answers.resize(2);
  return one;
}

/// Sixteen articles of one language: the best of 0.5, all others of 0.3.
std::vector<Compared> own_language() {
  std::vector<Compared> list{compared(1, "fr", 0.5)};
  for (Xapian::docid i = 2; i <= 16; ++i) list.push_back(compared(i, "fr", 0.3));
  return list;
}

}  // namespace

TEST_CASE("articles are measured by the also-rans of their language") {
  std::vector<Compared> list = own_language();
  list.push_back(compared(20, "nl", 0.25));
  rank(list, true, std::nullopt);
  REQUIRE(list.size() == 2);  // what is like everything else in French is dropped
  CHECK(list[0].candidate.document == 20);
  CHECK(list[0].score == Approx(0.25));
  CHECK(list[1].candidate.document == 1);
  CHECK(list[1].score == Approx(0.2));
}

TEST_CASE("where there are more candidates, also-rans that were not compared score as the least that was") {
  std::vector<Compared> list = own_language();
  list.push_back(compared(20, "nl", 0.45));
  list.push_back(compared(21, "de", 0.1));
  rank(list, false, std::nullopt);
  CHECK(list[0].candidate.document == 20);
  CHECK(list[0].score == Approx(0.35));
}

TEST_CASE("one shared word is no story") {
  std::vector<Compared> list{compared(1, "nl", 0.9)};
  list[0].likeness.answers.resize(1);
  rank(list, true, std::nullopt);
  CHECK(list.empty());
  rank(list, true, std::nullopt);
  CHECK(list.empty());
}

TEST_CASE("nearness in time adds up to a fifth, and half as much with each week") {
  constexpr std::int64_t week = 7 * 86400;
  std::vector<Compared> list{compared(1, "nl", 0.5), compared(2, "nl", 0.5, 1000 * week),
                             compared(3, "nl", 0.5, 1001 * week), compared(4, "nl", 0.5, 999 * week)};
  rank(list, true, 1000 * week);
  REQUIRE(list.size() == 4);
  CHECK(list[0].candidate.document == 2);
  CHECK(list[0].score == Approx(0.6));
  CHECK(list[1].candidate.document == 3);
  CHECK(list[1].score == Approx(0.55));
  CHECK(list[2].score == list[1].score);
  CHECK(list[3].score == Approx(0.5));
}
