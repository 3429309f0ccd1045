// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "nsearch/searcher.h"
#include "open_indexes.h"
#include "query/planner.h"
#include "result/found.h"
#include "result/snippet.h"

namespace nsearch::searcher {

/// A request understood: parsed, and planned for the index as it is now.
struct Understood {
  QueryNode query;
  QueryPlan plan;
  bool ready = false;  ///< false: `results.diagnostic` says why not
};

/// How the query of a request is parsed and planned, by the index as it is now; for use within OpenIndexes::read(). May throw
/// Error: usage (a time zone that is none), as Synonyms::load().
ParseOptions parse_options(OpenIndexes& indexes, const SearchRequest& request);
PlanOptions plan_options(OpenIndexes& indexes, const SearchRequest& request);

/// Parses and plans. Fills the diagnostic, hints and explanation of `results`. For use within
/// OpenIndexes::read(). Throws Error(usage) on a language in the request that is none.
Understood understand(OpenIndexes& indexes, const SearchRequest& request, SearchResults& results);

/// Throws Error(usage) on a language that is none.
void check_languages(const std::vector<std::string>& languages);

/// The documents that a plan finds; those among them that `query`, a part of the plan's, matches. `database`
/// and `plan` must outlive what is given.
Found found_by(const Xapian::Database& database, const QueryPlan& plan);
Found found_by(const Xapian::Database& database, const QueryPlan& plan, const Xapian::Query& query);

/// Fills total and hits, facets and timeline. `local`: see page_of().
void find_hits(const Xapian::Database& database, const glass::Shards* local, const QueryPlan& plan,
               const SearchRequest& request, SnippetMaker& snippets, SearchResults& results);

}  // namespace nsearch::searcher
