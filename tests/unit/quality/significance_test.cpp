// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/significance.h"

#include <catch2/catch.hpp>

using namespace nsearch::quality;

TEST_CASE("a gain on every one of forty queries is no chance") {
  const Comparison c = randomisation_test(std::vector<double>(40, 0.1));
  CHECK(c.gain == Approx(0.1));
  CHECK(c.p == Approx(1.0 / 10'001));
}

TEST_CASE("gains and losses that cancel out are chance") {
  const Comparison c = randomisation_test({0.3, -0.3, 0.2, -0.2, 0.1, -0.1});
  CHECK(c.gain == Approx(0).margin(1e-12));
  CHECK(c.p == 1);
}

TEST_CASE("p of a few queries is the share of sign patterns as far out") {
  // Of the 8 ways to toss three equal differences, 2 give a sum as far from 0.
  CHECK(randomisation_test({0.1, 0.1, 0.1}).p == Approx(0.25).margin(0.02));
  // Of the 16 for 4, 3, 2 and -1 (sum 8), those with a sum of at least 8: 10 and 8, either sign.
  CHECK(randomisation_test({0.4, 0.3, 0.2, -0.1}).p == Approx(0.25).margin(0.02));
}

TEST_CASE("losses count like gains, and the same data gives the same p") {
  const std::vector<double> up = {0.5, 0.1, -0.2, 0.3, 0.4, 0, 0.2};
  std::vector<double> down;
  for (const double d : up) down.push_back(-d);
  CHECK(randomisation_test(up).p == randomisation_test(up).p);
  CHECK(randomisation_test(up).p == randomisation_test(down).p);
  CHECK(randomisation_test(down).gain < 0);
}

TEST_CASE("more than 64 queries each get a coin of their own") {
  // 65 equal differences tossed one by one never all agree in 10,000 trials.
  CHECK(randomisation_test(std::vector<double>(130, 1.0)).p == Approx(1.0 / 10'001));
}

TEST_CASE("nothing to compare is no difference") {
  CHECK(randomisation_test({}).p == 1);
  CHECK(randomisation_test({0, 0, 0}).p == 1);
}
