// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace nsearch::quality {

/// Two systems compared query by query.
struct Comparison {
  double gain = 0;  ///< mean difference
  double p = 1;     ///< probability of a mean at least as far from 0 if the systems did not differ
};

/// The paired randomisation test, two-sided (Smucker, Allan and Carterette, A comparison of statistical
/// significance tests for information retrieval evaluation, 2007): each difference keeps or changes its sign
/// by the toss of a coin, `trials` times. What was seen counts as one trial more, so that p is never 0
/// (Phipson and Smyth, 2010). The same seed gives the same p on every platform.
Comparison randomisation_test(const std::vector<double>& differences, std::uint32_t trials = 10'000,
                              std::uint64_t seed = 1);

}  // namespace nsearch::quality
