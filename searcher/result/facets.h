// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "nsearch/searcher.h"
#include "query/time_zone.h"
#include "result/found.h"

namespace nsearch::searcher {

/// Checks the names of the facets that a request asks for. `facets`: those of the index, by name. Throws
/// Error(usage) on an unknown one.
void check_facets(const SearchRequest& request, const std::vector<std::string>& facets);

/// Fills the facets and the timeline of `results`, and with them an exact total where they are exact. Days
/// are those of `zone`. Throws Xapian::Error.
void count_facets(const Xapian::Database& database, const Found& found, const SearchRequest& request,
                  const TimeZone& zone, SearchResults& results);

}  // namespace nsearch::searcher
