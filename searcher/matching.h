// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "nsearch/searcher.h"
#include "open_indexes.h"
#include "query/planner.h"
#include "result/snippet.h"

namespace nsearch::searcher {

/// A request understood: parsed, and planned for the index as it is now.
struct Understood {
  QueryNode query;
  QueryPlan plan;
  bool ready = false;  ///< false: `results.diagnostic` says why not
};

/// Parses and plans. Fills the diagnostic, hints and explanation of `results`. For use within
/// OpenIndexes::read(). Throws Error(usage) on a language in the request that is none.
Understood understand(OpenIndexes& indexes, const SearchRequest& request, SearchResults& results);

/// Fills total and hits. Equal scores are ordered by id, so that pages don't overlap.
void find_hits(const Xapian::Database& database, const QueryPlan& plan, const SearchRequest& request,
               SnippetMaker& snippets, SearchResults& results);

/// The exact number of documents that match.
std::uint64_t count_matches(const Xapian::Database& database, const QueryPlan& plan);

}  // namespace nsearch::searcher
