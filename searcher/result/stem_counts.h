// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "nsearch/document.h"
#include "query/planner.h"

namespace nsearch::searcher {

/// How often a stem of the query stands in a text: as a word, and as a part of a compound. Counted down as
/// they are found.
struct StemCount {
  const MatchSet::Forms::value_type* stem = nullptr;  ///< in MatchSet::stems of its language
  long words = 0;
  long parts = 0;
};

/// What the index says of a document's title and body: who knows how many there are can stop looking.
struct StemCounts {
  std::vector<StemCount> title;  ///< its parts are those of title and body together
  std::vector<StemCount> body;   ///< its parts likewise, until take_parts()

  /// Takes from the body's parts those that were found in the title.
  void take_parts(const std::vector<StemCount>& title_before);
};

/// From the document's term list. Throws Xapian::Error.
StemCounts stem_counts(const Xapian::Document& document, const StoredDocument& stored, const MatchSet& query);

}  // namespace nsearch::searcher
