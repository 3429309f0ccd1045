// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "planning.h"

TEST_CASE("What the planner has no query for is refused at its place") {
  Asked asked({tiny::document("a", "fr", "Titre", "Nvidia et la bourse.")});
  CHECK_FALSE(asked.plan("Nvidia OR bourse^2").diagnostic);
  CHECK_FALSE(asked.plan("Nvidia~ OR nvid*").diagnostic);
  const nsearch::searcher::QueryPlan plan = asked.plan("Nvidia AND (bourse OR body:nvid*)");
  REQUIRE(plan.diagnostic);
  CHECK(plan.diagnostic->begin == 22);
  CHECK(plan.diagnostic->end == 32);
  CHECK(plan.diagnostic->message == "wildcards and ~ in body: can't be searched for in this version");
}
