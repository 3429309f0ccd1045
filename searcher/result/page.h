// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "glass/shards.h"
#include "nsearch/searcher.h"
#include "result/found.h"

namespace nsearch::searcher {

/// Which stretch of the ordered documents is wanted.
struct PageWanted {
  std::size_t first = 0;
  std::size_t size = 0;
  SortOrder sort = SortOrder::rank;
  std::size_t exact_total_up_to = 0;
};

struct PageEntry {
  Xapian::Document document;
  double score = 0;          ///< 0 where the order is not by rank
  Xapian::docid number = 0;  ///< in the whole index: the document knows its number in its shard only
};

struct Page {
  std::vector<PageEntry> entries;
  Total total;
};

/// The page of the documents found. Documents of equal weight or date are ordered by id, so that pages
/// neither overlap nor change with the documents' numbers.
///
/// Reading every candidate's id to order equals takes a sixth of the time of a cheap query. So the matcher orders
/// by weight or date alone, and ids are read of the equals on the page; only where equals go on after the
/// page's end are they asked for once more, ordered by id. All of it is within what a stock server of remote
/// shards can do. Throws Xapian::Error.
///
/// `local`: the same database read where it lies; may be null. What it can rank gives the same page, sooner.
Page page_of(const Xapian::Database& database, const glass::Shards* local, const Found& found,
             const PageWanted& wanted);

}  // namespace nsearch::searcher
