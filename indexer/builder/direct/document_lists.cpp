// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/document_lists.h"

namespace nsearch::indexer::direct {
namespace {

/// Where each stretch begins, of stretches of these sizes one after the other; returns the end of the last.
std::size_t place(std::span<const std::uint32_t> sizes, std::vector<std::size_t>& begins) {
  begins.resize(sizes.size());
  std::size_t end = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    begins[i] = end;
    end += sizes[i];
  }
  return end;
}

}  // namespace

void DocumentLists::begin(std::span<const std::uint32_t> postings_of_terms,
                          std::span<const std::uint32_t> sizes) {
  by_term_.resize(place(postings_of_terms, next_of_term_));
  by_document_.resize(place(sizes, end_of_document_));  // moves from the begin to the end by filling
}

void DocumentLists::finish() {
  std::size_t at = 0;
  for (std::uint32_t rank = 0; rank < next_of_term_.size(); ++rank) {
    for (; at < next_of_term_[rank]; ++at) {
      by_document_[end_of_document_[by_term_[at].document]++] = {rank, by_term_[at].wdf};
    }
  }
}

}  // namespace nsearch::indexer::direct
