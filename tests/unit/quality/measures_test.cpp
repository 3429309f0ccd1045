// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/measures.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace nsearch::quality;

namespace {

Ranking ranking(std::initializer_list<const char*> ids) {
  Ranking out;
  for (const char* id : ids) out.push_back({id, 0});
  return out;
}

/// `count` documents that nobody judged, then `last`.
Ranking after(std::size_t count, const std::string& last) {
  Ranking out;
  for (std::size_t i = 0; i < count; ++i) out.push_back({"x" + std::to_string(i), 0});
  out.push_back({last, 0});
  return out;
}

}  // namespace

TEST_CASE("nDCG@10 weighs grades and discounts ranks") {
  const Judgments judgments{.relevant = {{"a", 3}, {"b", 2}, {"c", 1}}, .left_out = {}};
  // Gains 7, 3, 1 at ranks 2, 1 and nowhere; discounts 1, log2 3.
  const double ideal = 7 + 3 / std::log2(3.0) + 1 / 2.0;
  CHECK(measure(judgments, ranking({"b", "a", "x"})).ndcg_10 == Approx((3 + 7 / std::log2(3.0)) / ideal));
  CHECK(measure(judgments, ranking({"a", "b", "c"})).ndcg_10 == Approx(1));
}

TEST_CASE("nDCG@10 and MRR@10 end at rank 10") {
  const Judgments judgments{.relevant = {{"a", 1}}, .left_out = {}};
  const Measures tenth = measure(judgments, after(9, "a"));
  CHECK(tenth.ndcg_10 == Approx(1 / std::log2(11.0)));
  CHECK(tenth.mrr_10 == Approx(0.1));
  const Measures eleventh = measure(judgments, after(10, "a"));
  CHECK(eleventh.ndcg_10 == 0);
  CHECK(eleventh.mrr_10 == 0);
  CHECK(eleventh.map == Approx(1 / 11.0));
  CHECK(eleventh.recall_100 == 1);
}

TEST_CASE("the ideal ranking holds ten documents at most") {
  Judgments judgments;
  Ranking perfect;
  for (int i = 0; i < 12; ++i) {
    judgments.relevant["d" + std::to_string(i)] = 1;
    perfect.push_back({"d" + std::to_string(i), 0});
  }
  CHECK(measure(judgments, perfect).ndcg_10 == Approx(1));
}

TEST_CASE("average precision divides by all relevant documents, found or not") {
  const Judgments judgments{.relevant = {{"a", 1}, {"b", 1}, {"c", 1}}, .left_out = {}};
  const Measures m = measure(judgments, ranking({"a", "x", "b"}));
  CHECK(m.map == Approx((1.0 + 2.0 / 3) / 3));
  CHECK(m.recall_100 == Approx(2.0 / 3));
  CHECK(m.mrr_10 == 1);
}

TEST_CASE("recall ends at rank 100, average precision at 1,000") {
  const Judgments judgments{.relevant = {{"a", 1}}, .left_out = {}};
  CHECK(measure(judgments, after(99, "a")).recall_100 == 1);
  CHECK(measure(judgments, after(100, "a")).recall_100 == 0);
  CHECK(measure(judgments, after(999, "a")).map == Approx(0.001));
  CHECK(measure(judgments, after(1000, "a")).map == 0);
}

TEST_CASE("documents that are left out take no rank") {
  const Judgments judgments{.relevant = {{"a", 1}}, .left_out = {"own"}};
  CHECK(measure(judgments, ranking({"own", "a"})).ndcg_10 == Approx(1));
  CHECK(measure(judgments, ranking({"own", "a"})).mrr_10 == 1);
  CHECK(measure(judgments, ranking({"own", "x", "a"})).mrr_10 == Approx(0.5));
  CHECK(first_relevant(judgments, ranking({"own", "x", "a"})) == 2);
  CHECK(first_relevant(judgments, ranking({"own", "x"})) == 0);
}

TEST_CASE("a query that the run lacks counts as nothing found") {
  const Qrels qrels = {{"q1", {.relevant = {{"a", 1}}, .left_out = {}}},
                       {"q2", {.relevant = {{"b", 1}}, .left_out = {}}}};
  const Run run = {{"q1", ranking({"a"})}, {"unjudged", ranking({"b"})}};
  const auto by_query = measure_run(qrels, run);
  REQUIRE(by_query.size() == 2);
  const Measures m = mean(by_query);
  CHECK(m.ndcg_10 == Approx(0.5));
  CHECK(m.mrr_10 == Approx(0.5));
  CHECK(m.map == Approx(0.5));
  CHECK(m.recall_100 == Approx(0.5));
  CHECK(ndcg_differences(by_query, measure_run(qrels, {})) == std::vector<double>{1, 0});
}
