// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "nsearch/searcher.h"
#include "result/found.h"

namespace nsearch::searcher {

/// The hosts of most of the documents found. No value holds the host, its term does: hosts are counted one
/// after the other, the most frequent of the index first, until none that is left can be among the first; at
/// most 2,000. Throws Xapian::Error.
Facet count_hosts(const Xapian::Database& database, const Found& found, const SearchRequest& request);

}  // namespace nsearch::searcher
