// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "nsearch/searcher.h"
#include "oracle/article.h"

namespace oracle {

/// Asks for the timeline, the index's own facets and those that every index has.
void ask_for_counts(nsearch::SearchRequest& request, const std::vector<std::string>& facets);

/// What is wrong with the facets and the timeline of an answer that consists of these documents; empty: nothing.
std::string wrong_counts(const nsearch::SearchResults& results, const std::vector<const Article*>& answer);

}  // namespace oracle
