// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace test {

/// How many things of each kind were compared, and what differed (the first few).
struct Comparison {
  std::map<std::string, std::uint64_t> compared;
  std::vector<std::string> differences;
};

/// Compares everything that Xapian's public interface shows of two databases: statistics, terms with
/// frequencies and bounds, postings with lengths and positions, skipping, term lists, values, records,
/// metadata, and what `queries` random queries find and weigh.
Comparison compare(const Xapian::Database& a, const Xapian::Database& b, int queries, unsigned seed = 1);

/// The same, by Catch2 assertions, and both pass Xapian's own check. `what` is for messages.
void check_same(const std::string& a, const std::string& b, int queries, const std::string& what);

}  // namespace test
