// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <vector>

#include "nsearch/searcher.h"
#include "result/found.h"

namespace nsearch::searcher {

/// Groups of copies of one text among all documents for which `takes` is true; each group is ordered by date (those
/// without one last) and id, and its first document leads it as CopyGroups says.
///
/// Documents that agree in a band are found by sorting them by its key, band after band, and those that are copies
/// are joined (R. Tarjan's disjoint sets); each set of joined ones is then parted into groups. Memory: a signature,
/// 96 to 196 bytes, and 12 bytes a document. Time: 48 sorts by counting, and the comparisons: of N documents N^2 /
/// 131,072 a band by chance, and those of what is alike; a document is compared with at most `most_compared` others
/// of the same key, so templates of which there are thousands take no quadratic time. Throws Xapian::Error.
std::vector<std::vector<Xapian::docid>> duplicate_groups(const Xapian::Database& database,
                                                         const std::function<bool(Xapian::docid)>& takes,
                                                         std::uint64_t& looked_at);

/// Those among the documents found, as the request asks for them, and a hint where documents have no signature.
/// Throws Xapian::Error.
void find_duplicates(const Xapian::Database& database, const Found& found, const SearchRequest& request,
                     Duplicates& duplicates);

}  // namespace nsearch::searcher
