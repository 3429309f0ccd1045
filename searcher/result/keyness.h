// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace nsearch::searcher {

/// A word in two sets of documents.
struct WordCounts {
  std::uint64_t with = 0;       ///< documents of the first set that hold it
  std::uint64_t of = 0;         ///< of the first set
  std::uint64_t rest_with = 0;  ///< documents of the second set that hold it
  std::uint64_t rest_of = 0;
};

/// Dunning's G2 of the table with and without the word, first and second set; 0 where the first set does not have
/// more of it than the second. For given other counts it falls as rest_with grows.
double log_likelihood(const WordCounts& counts);

/// Hardie's log ratio of the two shares; 1/2 is added to both numbers where rest_with is 0.
double log_ratio(const WordCounts& counts);

}  // namespace nsearch::searcher
