// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "prefetch.h"

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
  /// `sizes`: how many postings each document has.
  void begin(std::span<const std::uint32_t> sizes);

  void prefetch_place(std::uint64_t place) const { prefetch(&by_term_[place]); }

  /// A posting of the `document`th. Its place: behind all postings of the terms before its own, and behind those of
  /// its own in the documents before.
  void put(std::uint64_t place, std::uint32_t document, std::uint32_t wdf) {
    by_term_[place] = {document, wdf};
  }

  /// All have been put. `postings_of_terms`: how many postings the term of each rank has.
  void finish(std::span<const std::uint32_t> postings_of_terms);

  /// Ordered by rank; after finish(), until the next begin().
  std::span<const RankedPosting> of(std::uint32_t document) const {
    const std::size_t begin = document == 0 ? 0 : end_of_document_[document - 1];
    return std::span(by_document_).subspan(begin, end_of_document_[document] - begin);
  }

 private:
  struct Posting {
    std::uint32_t document, wdf;
  };

  std::vector<std::size_t> end_of_document_;
  std::vector<Posting> by_term_;
  std::vector<RankedPosting> by_document_;
};

}  // namespace nsearch::indexer::direct
