// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/xapian_document.h"

namespace nsearch::indexer {

const Xapian::Document& XapianDocument::make(const DocumentPostings& postings) {
  document_ = Xapian::Document();
  document_.set_data(postings.record);
  for (const auto& [slot, value] : postings.values) document_.add_value(slot, value);
  sort(postings);
  for (const TermKey& key : sorted_) add(postings.terms[key.index], postings);
  return document_;
}

/// Xapian keeps them in a tree: what comes in its order finds its place among what was touched last.
void XapianDocument::sort(const DocumentPostings& postings) {
  const auto text = [&](std::uint32_t index) { return postings.text(postings.terms[index]); };
  sorted_.clear();
  for (std::uint32_t i = 0; i < postings.terms.size(); ++i) sorted_.push_back(term_key(text(i), i));
  sort_terms(sorted_, scratch_, text);
}

void XapianDocument::add(const TermPosting& term, const DocumentPostings& postings) {
  term_.assign(postings.text(term));
  if (term.positions == 0) {
    document_.add_term(term_, term.wdf);
    return;
  }
  std::uint32_t wdf = term.wdf;
  for (std::uint32_t position : postings.positions(term)) {
    document_.add_posting(term_, position, wdf);
    wdf = 0;  // counted once, whatever the number of positions
  }
}

std::uint64_t pending_bytes(const DocumentPostings& postings) {
  constexpr std::uint64_t bytes_per_term = 80;  // a node in Xapian's table of pending postings
  constexpr std::uint64_t bytes_per_position_list = 80;
  constexpr std::uint64_t bytes_per_position = 2;
  std::uint64_t bytes = postings.terms.size() * bytes_per_term + postings.term_bytes.size();
  for (const TermPosting& term : postings.terms) {
    if (term.positions != 0) bytes += bytes_per_position_list;
  }
  return bytes + postings.position_list.size() * bytes_per_position;
}

}  // namespace nsearch::indexer
