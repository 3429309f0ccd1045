// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace nsearch::resemblance {

/// Sketches of sets, from which the resemblance of two sets, |A and B| / |A or B| (Jaccard), can be estimated.
///
/// BinnedSketch: one permutation, many bins (P. Li, A. Owen, C.-H. Zhang: One Permutation Hashing, NIPS 2012);
/// an empty bin borrows from one chosen by a hash of its own number (A. Shrivastava: Optimal Densification for
/// Fast and Accurate Minwise Hashing, ICML 2017); of each minimum eight bits of a hash are kept, another
/// hash in each bin (P. Li, A. C. König: b-Bit Minwise Hashing, WWW 2010). Each element costs one multiplication and one comparison. The estimate's
/// standard deviation is sqrt(J (1 - J) / bins).
inline constexpr std::size_t sketch_bins = 96;
using BinnedSketch = std::array<std::uint8_t, sketch_bins>;

/// `hashes`: of the elements, well mixed, in any order, repeated or not; at least one.
BinnedSketch binned_sketch(std::span<const std::uint64_t> hashes);

/// In how many bins two sketches agree.
std::size_t agreeing_bins(const std::uint8_t* a, const std::uint8_t* b);

/// The estimate of the resemblance; corrected for the 1 in 256 that agree by chance.
double resemblance_of(std::size_t agreeing);

/// The smallest hashes of a set, ascending, each once: A. Broder, On the Resemblance and Containment of Documents
/// (1997), section 4. Exact for sets no larger than `most`. Two bytes each are kept.
std::vector<std::uint16_t> smallest_hashes(std::vector<std::uint64_t>& hashes, std::size_t most);

/// What two lists of smallest hashes have in common, among the smallest of both together.
struct Shared {
  std::size_t common = 0;
  std::size_t of = 0;
};
Shared shared_hashes(std::span<const std::uint16_t> a, std::span<const std::uint16_t> b, std::size_t most);

/// Mixes all bits of a number (the finaliser of SplitMix64).
constexpr std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

}  // namespace nsearch::resemblance
