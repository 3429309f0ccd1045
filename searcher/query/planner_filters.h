// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/planner.h"
#include "query/planner_vocabulary.h"

namespace nsearch::searcher {

/// The query of a filter node. It weighs nothing.
///
///     lang:nl-BE           a language of the document, or of a passage in it
///     source: author:      the whole name, however cased and accented
///     id:                  the id as it is
///     host:, url:          the host of the document's address, without "www." (an address is cut down to its
///     host) date:                see date_query(); after:x is date:>x, before:x is date:<x anything else        a facet of that name with the whole
///     value, however cased and accented
///
/// A value that can't be meant sets `out.diagnostic`.
Xapian::Query filter_query(const QueryNode& node, Vocabulary& vocabulary, const PlanOptions& options,
                           QueryPlan& out);

/// Documents in one of `languages`. Weighs nothing.
Xapian::Query language_filter(const std::vector<std::string>& languages);

}  // namespace nsearch::searcher
