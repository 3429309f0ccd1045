// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>

namespace nsearch::searcher {

/// The documents that a query finds. Plain value; lives within one reading of the database.
struct Found {
  Xapian::Query query;  ///< matches all of them
  /// Set: `query` matches candidates, and this says which of them are found.
  std::function<bool(Xapian::docid)> accepts;
};

/// Calls `each` with the documents found, in document order, until `most` candidates have been looked at or
/// it returns false; whether all have been. Throws Xapian::Error.
bool for_each_found(const Xapian::Database& database, const Found& found, std::uint64_t most,
                    const std::function<bool(Xapian::docid)>& each);

/// Their exact number.
std::uint64_t count_found(const Xapian::Database& database, const Found& found);

}  // namespace nsearch::searcher
