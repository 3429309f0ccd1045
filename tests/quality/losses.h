// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "quality/collection.h"

namespace nsearch::quality {

/// One query's outcome beside a peer's.
struct QueryDifference {
  std::string query;
  std::string text;
  double ours = 0;  ///< nDCG@10
  double theirs = 0;
  std::size_t our_rank = 0;  ///< of the first relevant document; 0: not found
  std::size_t their_rank = 0;
  std::string our_first;  ///< the document that we rank first
  std::string relevant;   ///< a relevant document of the highest grade
};

/// Every query, worst loss first; equal losses by the fall in rank, then by id.
std::vector<QueryDifference> query_differences(const Collection& collection, const Run& ours,
                                               const PeerRun& peer);

/// Tab-separated, one query a line, a head line first. Throws Error(io).
void write_differences(const std::string& path, const std::vector<QueryDifference>& differences);

/// The first `count` real losses, for people.
void print_losses(std::ostream& out, const std::vector<QueryDifference>& differences, std::size_t count);

}  // namespace nsearch::quality
