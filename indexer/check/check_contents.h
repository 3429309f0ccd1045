// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "check/isolated.h"
#include "document_terms.h"

namespace nsearch::indexer {

/// What documents and posting lists both say: a sum over (term, document, within-document frequency) that does
/// not depend on the order. Equal sums from both sides: the same postings, but for a chance of 1 in 2^64.
class PostingSum {
 public:
  void add(std::string_view term, Xapian::docid document, Xapian::termcount wdf);
  bool operator==(const PostingSum&) const = default;

 private:
  std::uint64_t sum_ = 0;
  std::uint64_t postings_ = 0;
};

/// What the checks of single documents add up to.
struct DocumentTotals {
  PostingSum postings;
  std::uint64_t documents = 0;
  std::uint64_t length = 0;
  std::int64_t highest_modified = 0;
};

/// Checks one document against its record and adds it up. `analysis`, if any, makes its terms and positions anew
/// from its text, and they are compared.
void check_document(const Xapian::Database& database, Xapian::docid document, DocumentTotals& totals,
                    DocumentTerms* analysis, Finds& finds);

/// Checks all that the tables of a generation say together. `deep`: with an analysis of every document, unless
/// the index was made by another one.
void check_contents(const std::string& generation, bool deep, Finds& finds);

}  // namespace nsearch::indexer
