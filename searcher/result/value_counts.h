// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "result/found.h"

namespace nsearch::searcher {

/// How many of the documents found hold which value.
struct ValueCounts {
  std::map<Xapian::valueno, std::map<std::string, std::uint64_t>>
      slots;                  ///< by slot and value; no empty ones
  std::uint64_t counted = 0;  ///< documents that were looked at
  std::uint64_t found = 0;    ///< documents found, estimated where not all were looked at
  bool exact = false;         ///< all were looked at
};

/// Counts the values of `slots` in the documents found, exact where these (or their candidates) are at most
/// `exact_up_to`. Works on shards behind a stock server. Throws Xapian::Error.
ValueCounts count_values(const Xapian::Database& database, const Found& found,
                         const std::vector<Xapian::valueno>& slots, std::uint64_t exact_up_to);

}  // namespace nsearch::searcher
