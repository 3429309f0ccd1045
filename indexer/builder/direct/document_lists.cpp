// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/document_lists.h"

namespace nsearch::indexer::direct {

void DocumentLists::begin(std::span<const std::uint32_t> sizes) {
  end_of_document_.resize(sizes.size());
  std::size_t end = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    end_of_document_[i] = end;  // moves from the begin to the end by filling
    end += sizes[i];
  }
  by_term_.resize(end);
  by_document_.resize(end);
}

void DocumentLists::finish(std::span<const std::uint32_t> postings_of_terms) {
  const Posting* posting = by_term_.data();
  for (std::uint32_t rank = 0; rank < postings_of_terms.size(); ++rank) {
    for (const Posting* const end = posting + postings_of_terms[rank]; posting != end; ++posting) {
      by_document_[end_of_document_[posting->document]++] = {rank, posting->wdf};
    }
  }
}

}  // namespace nsearch::indexer::direct
