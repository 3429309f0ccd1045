// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/half.h"

#include <catch2/catch.hpp>
#include <string>

using namespace nsearch::quality;

TEST_CASE("halves are about equal, whatever the ids look like") {
  for (const std::string prefix : {"q", "piaf-fr-q", "ms-q0000"}) {
    int a = 0;
    for (int i = 0; i < 2000; ++i) a += half_of(prefix + std::to_string(i)) == Half::a;
    CHECK(a > 900);
    CHECK(a < 1100);
  }
}

TEST_CASE("neighbouring ids don't go in pairs") {
  int changes = 0;
  for (int i = 0; i < 2000; ++i)
    changes += half_of("q" + std::to_string(i)) != half_of("q" + std::to_string(i + 1));
  CHECK(changes > 900);
  CHECK(changes < 1100);
}

TEST_CASE("a query stays in its half") {
  CHECK(half_of("qtl-q0003") == half_of("qtl-q0003"));
}
