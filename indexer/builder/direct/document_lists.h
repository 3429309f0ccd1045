// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace nsearch::indexer::direct {

/// A posting by the term's place among the sorted terms of its run.
struct RankedPosting {
  std::uint32_t rank = 0;
  std::uint32_t wdf = 0;
};

/// Turns a run's postings, which come document by document in any order of terms, into the documents' lists in
/// the order of terms: two counting sorts, first to the terms, then back to the documents. Linear. Not
/// thread-safe; memory is kept from run to run.
class DocumentLists {
 public:
  /// `postings_of_terms`: how many postings the term of each rank has; `sizes`: how many each document has.
  void begin(std::span<const std::uint32_t> postings_of_terms, std::span<const std::uint32_t> sizes);

  /// A posting of the `document`th; documents ascend.
  void add(std::uint32_t document, RankedPosting posting) {
    by_term_[next_of_term_[posting.rank]++] = {document, posting.wdf};
  }

  /// All have been added.
  void finish();

  /// Ordered by rank; after finish(), until the next begin().
  std::span<const RankedPosting> of(std::uint32_t document) const {
    const std::size_t begin = document == 0 ? 0 : end_of_document_[document - 1];
    return std::span(by_document_).subspan(begin, end_of_document_[document] - begin);
  }

 private:
  struct Posting {
    std::uint32_t document, wdf;
  };

  std::vector<std::size_t> next_of_term_;  // in by_term_: once all are added, the end of the term's postings
  std::vector<std::size_t> end_of_document_;
  std::vector<Posting> by_term_;
  std::vector<RankedPosting> by_document_;
};

}  // namespace nsearch::indexer::direct
