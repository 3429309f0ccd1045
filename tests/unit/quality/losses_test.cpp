// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/losses.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "quality/collection.h"

using namespace nsearch::quality;

TEST_CASE("losses come worst first, gains are none") {
  Collection collection;
  collection.queries = {{"q1", "even"}, {"q2", "lost"}, {"q3", "won"}, {"q4", "fallen"}};
  for (const TopicQuery& query : collection.queries) collection.qrels[query.id].relevant["a"] = 1;
  const Run ours = {{"q1", {{"a", 1}}}, {"q2", {{"x", 1}}}, {"q3", {{"a", 1}}}, {"q4", {{"x", 2}, {"a", 1}}}};
  const PeerRun peer{"peer", {{"q1", {{"a", 1}}}, {"q2", {{"a", 1}}}, {"q4", {{"a", 1}}}}};

  const auto differences = query_differences(collection, ours, peer);
  REQUIRE(differences.size() == 4);
  CHECK(differences[0].query == "q2");
  CHECK(differences[0].our_rank == 0);
  CHECK(differences[0].their_rank == 1);
  CHECK(differences[0].our_first == "x");
  CHECK(differences[0].relevant == "a");
  CHECK(differences[1].query == "q4");
  CHECK(differences[1].our_rank == 2);
  CHECK(differences[3].query == "q3");

  std::ostringstream two, all;
  print_losses(two, differences, 1);
  print_losses(all, differences, 10);
  CHECK(two.str().find("lost") != std::string::npos);
  CHECK(two.str().find("fallen") == std::string::npos);
  CHECK(all.str().find("fallen") != std::string::npos);
  CHECK(all.str().find("even") == std::string::npos);
}
