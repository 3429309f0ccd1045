// SPDX-License-Identifier: GPL-2.0-or-later
#include "bit_count.h"

#include <bit>
#include <catch2/catch.hpp>
#include <cstdint>
#include <random>

using nsearch::count_bits;

TEST_CASE("Bits are counted wherever they stand, however many they are") {
  std::mt19937_64 random(3);
  for (int first = 0; first < 64; ++first) {
    for (int last = first; last < 64; ++last) {
      const std::uint64_t run = (~std::uint64_t{0} >> (63 - last)) & (~std::uint64_t{0} << first);
      REQUIRE(count_bits(run) == static_cast<unsigned>(last - first + 1));
      const std::uint64_t some = run & random();
      REQUIRE(count_bits(some) == static_cast<unsigned>(std::popcount(some)));
    }
  }
  CHECK(count_bits(0) == 0);
}
