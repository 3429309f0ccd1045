// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/significance.h"

#include <cmath>
#include <random>

namespace nsearch::quality {
namespace {

/// The sum of the differences after a coin has been tossed for the sign of each.
double tossed_sum(const std::vector<double>& differences, std::mt19937_64& random) {
  double sum = 0;
  std::uint64_t coins = 0;
  for (std::size_t i = 0; i < differences.size(); ++i) {
    if (i % 64 == 0) coins = random();
    sum += (coins & 1) != 0 ? differences[i] : -differences[i];
    coins >>= 1;
  }
  return sum;
}

}  // namespace

Comparison randomisation_test(const std::vector<double>& differences, std::uint32_t trials,
                              std::uint64_t seed) {
  if (differences.empty()) return {};
  double seen = 0;
  for (const double d : differences) seen += d;
  // Sums of the same numbers in another order differ in their last bits; those are ties.
  const double threshold = std::abs(seen) - 1e-9;
  std::mt19937_64 random(seed);
  std::uint32_t as_far = 1;
  for (std::uint32_t t = 0; t < trials; ++t) as_far += std::abs(tossed_sum(differences, random)) >= threshold;
  return {seen / static_cast<double>(differences.size()),
          static_cast<double>(as_far) / (static_cast<double>(trials) + 1)};
}

}  // namespace nsearch::quality
