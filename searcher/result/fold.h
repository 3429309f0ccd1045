// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "nsearch/searcher.h"
#include "result/found.h"
#include "result/page.h"

namespace nsearch::searcher {

/// A hit that leads its copies.
struct FoldedEntry {
  PageEntry first;
  std::vector<Xapian::Document> copies;  ///< in the order of the page; at most as many as asked for
  std::uint64_t more = 0;                ///< how many there are
};

struct FoldedPage {
  std::vector<FoldedEntry> entries;
  Total documents;
  Folding folding;
};

/// The page, of texts, of the documents found. All of the first `exact_up_to` documents are looked at, more where the
/// page isn't full before: copies that come later are not counted. Time: one value a document looked at, and
/// CopyGroups. Remote shards send these documents. Throws Xapian::Error.
FoldedPage folded_page_of(const Xapian::Database& database, const glass::Shards* local, const Found& found,
                          const PageWanted& wanted, std::size_t exact_up_to, std::size_t most_copies);

/// Those of the documents found that are copies of the document with this id, itself included. Throws Error(usage)
/// if there is none.
Found copies_among(const Xapian::Database& database, const Found& found, const std::string& id);

/// That documents can't be folded, or not all: their signatures are absent or of another version. An index that an
/// older nsearch made is not silently taken for one without copies. Takes the slot's statistics only.
std::optional<QueryDiagnostic> fold_hint(const Xapian::Database& database);

}  // namespace nsearch::searcher
