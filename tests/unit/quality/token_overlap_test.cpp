// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/token_overlap.h"

#include <catch2/catch.hpp>

using nsearch::quality::token_overlap;

TEST_CASE("the overlap of two texts counts each word as often as both have it") {
  const auto some = token_overlap("Un chat, un chien.", "un UN chat noir");
  CHECK(some.expected == 4);
  CHECK(some.found == 4);
  CHECK(some.common == 3);
  CHECK(some.f1() == Approx(0.75));
  CHECK(token_overlap("a a", "a").precision() == Approx(1.0));
  CHECK(token_overlap("a a", "a").recall() == Approx(0.5));
  CHECK(token_overlap("", "").f1() == Approx(1.0));
  CHECK(token_overlap("x", "").f1() == Approx(0.0));
}

TEST_CASE("an ideograph is a word by itself") {
  CHECK(token_overlap("欲張りな", "欲張り").common == 3);
}
