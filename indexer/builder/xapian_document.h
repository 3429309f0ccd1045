// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "builder/term_order.h"
#include "document_postings.h"

namespace nsearch::indexer {

/// Gives a document's postings the shape in which Xapian's public API takes them. Not thread-safe.
class XapianDocument {
 public:
  /// Valid until the next call.
  const Xapian::Document& make(const DocumentPostings& postings);

 private:
  void sort(const DocumentPostings& postings);
  void add(const TermPosting& term, const DocumentPostings& postings);

  Xapian::Document document_;
  std::vector<TermKey> sorted_, scratch_;
  std::string term_;
};

/// About how many bytes a database holds in memory for a document until it is written.
std::uint64_t pending_bytes(const DocumentPostings& postings);

}  // namespace nsearch::indexer
