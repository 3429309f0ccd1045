// SPDX-License-Identifier: GPL-2.0-or-later
#include "resemblance/minhash.h"

#include <algorithm>
#include <limits>

namespace nsearch::resemblance {

namespace {

constexpr std::uint32_t free_bin = std::numeric_limits<std::uint32_t>::max();

std::size_t scaled(std::uint64_t high_half, std::size_t bins) {
  return static_cast<std::size_t>(high_half * bins >> 32);
}

/// The bin from which an empty one borrows: the first full one of a sequence that its number alone decides.
std::size_t lender(const std::array<std::uint32_t, sketch_bins>& minima, std::size_t bin) {
  for (std::uint64_t attempt = 1;; ++attempt) {
    const std::uint64_t hash = mix((static_cast<std::uint64_t>(bin) << 32) + attempt);
    const std::size_t other = scaled(hash >> 32, sketch_bins);
    if (minima[other] != free_bin) return other;
  }
}

}  // namespace

BinnedSketch binned_sketch(std::span<const std::uint64_t> hashes) {
  std::array<std::uint32_t, sketch_bins> minima;
  minima.fill(free_bin);
  for (const std::uint64_t hash : hashes) {
    std::uint32_t& minimum = minima[scaled(hash >> 32, sketch_bins)];
    minimum = std::min(minimum, std::min(static_cast<std::uint32_t>(hash), free_bin - 1));
  }
  BinnedSketch sketch;
  for (std::size_t bin = 0; bin < sketch_bins; ++bin) {
    const std::uint32_t minimum = minima[bin] != free_bin ? minima[bin] : minima[lender(minima, bin)];
    // Each bin has a hash of its own, so that bins which borrowed the same minimum don't agree all at once by chance.
    sketch[bin] = static_cast<std::uint8_t>(mix((static_cast<std::uint64_t>(bin) << 32) + minimum));
  }
  return sketch;
}

std::size_t agreeing_bins(const std::uint8_t* a, const std::uint8_t* b) {
  std::size_t agreeing = 0;
  for (std::size_t bin = 0; bin < sketch_bins; ++bin) agreeing += a[bin] == b[bin];
  return agreeing;
}

double resemblance_of(std::size_t agreeing) {
  const double share = static_cast<double>(agreeing) / static_cast<double>(sketch_bins);
  constexpr double chance = 1.0 / 256;
  return std::max(0.0, (share - chance) / (1 - chance));
}

std::vector<std::uint16_t> smallest_hashes(std::vector<std::uint64_t>& hashes, std::size_t most) {
  std::sort(hashes.begin(), hashes.end());
  std::vector<std::uint16_t> smallest;
  for (const std::uint64_t hash : hashes) {
    const auto kept = static_cast<std::uint16_t>(hash >> 48);
    if (smallest.size() == most) break;
    if (smallest.empty() || smallest.back() != kept) smallest.push_back(kept);
  }
  return smallest;
}

Shared shared_hashes(std::span<const std::uint16_t> a, std::span<const std::uint16_t> b, std::size_t most) {
  Shared shared;
  std::size_t i = 0, j = 0;
  while ((i < a.size() || j < b.size()) && shared.of < most) {
    ++shared.of;
    if (j == b.size() || (i < a.size() && a[i] < b[j])) {
      ++i;
    } else if (i == a.size() || b[j] < a[i]) {
      ++j;
    } else {
      ++shared.common;
      ++i;
      ++j;
    }
  }
  return shared;
}

}  // namespace nsearch::resemblance
