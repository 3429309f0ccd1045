// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <vector>

#include "nsearch/searcher.h"

namespace nsearch::searcher {

/// A query that finds no more documents than this is worth a suggestion.
inline constexpr std::uint64_t few_documents = 2;

/// The request's query with words spelled as the index has them, best first: fewest letters changed, then most
/// documents. Only queries that find something, and far more than the `found` documents of the request itself.
///
/// A word that no document holds is replaced by forms one letter away, or two where there is none (one in words of
/// up to four letters); all such words together. Where every word is known, the rarest are tried. The vocabulary is
/// the index's own surface forms, so remote shards take part. `count` gives the documents that a query finds under
/// the rest of the request; it is asked at most 12 times.
std::vector<Suggestion> suggestions(const SearchRequest& request, const QueryNode& root,
                                    const Xapian::Database& database, std::uint64_t found,
                                    const std::function<std::uint64_t(const std::string& query)>& count);

}  // namespace nsearch::searcher
