// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query_set.h"

namespace nsearch::bench {

struct SearchRun {
  std::string index;
  std::vector<BenchQuery> queries;
  int rounds = 5;
  int warm = 2;
  unsigned threads = 2;
  std::string out;  ///< file for the raw latencies; empty: none
};

/// Runs the queries round by round on one thread, taking each one's time, then all of them on `threads` threads.
/// Writes a line a query to `out` (number, type, language, hits, microseconds of each round, ids) and a JSON line to
/// standard output.
void run_search(const SearchRun& run);

}  // namespace nsearch::bench
