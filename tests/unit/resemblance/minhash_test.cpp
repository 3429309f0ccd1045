// SPDX-License-Identifier: GPL-2.0-or-later
#include "resemblance/minhash.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace nsearch::resemblance;

namespace {

/// Hashes of the numbers [begin, end).
std::vector<std::uint64_t> numbers(std::uint64_t begin, std::uint64_t end) {
  std::vector<std::uint64_t> hashes;
  for (std::uint64_t i = begin; i < end; ++i) hashes.push_back(mix(i + 1));
  return hashes;
}

double estimate(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  const BinnedSketch first = binned_sketch(a), second = binned_sketch(b);
  return resemblance_of(agreeing_bins(first.data(), second.data()));
}

}  // namespace

TEST_CASE("the binned sketch estimates the resemblance of large and of small sets", "[resemblance]") {
  for (const std::uint64_t size : {12, 60, 400, 5000}) {
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
      double sum = 0, wanted = 0;
      const int trials = 60;
      for (int trial = 0; trial < trials; ++trial) {
        const std::uint64_t base = static_cast<std::uint64_t>(trial) * 1'000'000;
        const auto common = static_cast<std::uint64_t>(static_cast<double>(size) * share);
        sum += estimate(numbers(base, base + size), numbers(base + size - common, base + 2 * size - common));
        wanted += static_cast<double>(common) / static_cast<double>(2 * size - common);
      }
      INFO(size << " elements, " << share << " in common");
      // Five standard deviations of the mean; small sets vary as their own size says.
      const double least = static_cast<double>(std::min<std::uint64_t>(size, sketch_bins));
      CHECK(std::abs(sum - wanted) / trials < 5 * 0.5 / std::sqrt(least * trials));
    }
  }
}

TEST_CASE("a sketch does not depend on order or repetition", "[resemblance]") {
  std::vector<std::uint64_t> hashes = numbers(0, 300);
  const BinnedSketch sketch = binned_sketch(hashes);
  std::shuffle(hashes.begin(), hashes.end(), std::mt19937(7));
  hashes.insert(hashes.end(), hashes.begin(), hashes.begin() + 100);
  CHECK(binned_sketch(hashes) == sketch);
}

TEST_CASE("smallest hashes of small sets give the exact resemblance", "[resemblance]") {
  auto a = numbers(0, 12), b = numbers(4, 16);
  const auto first = smallest_hashes(a, 24), second = smallest_hashes(b, 24);
  CHECK(first.size() == 12);
  CHECK(std::is_sorted(first.begin(), first.end()));
  const Shared shared = shared_hashes(first, second, 24);
  CHECK(shared.common == 8);
  CHECK(shared.of == 16);
}

TEST_CASE("of larger sets only the smallest of both together are compared", "[resemblance]") {
  auto a = numbers(0, 1000), b = numbers(500, 1500);
  const auto first = smallest_hashes(a, 24), second = smallest_hashes(b, 24);
  CHECK(first.size() == 24);
  CHECK(shared_hashes(first, second, 24).of == 24);
  CHECK(shared_hashes({}, {}, 24).of == 0);
}
