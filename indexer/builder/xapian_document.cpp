// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/xapian_document.h"

namespace nsearch::indexer {

const Xapian::Document& XapianDocument::make(const DocumentPostings& postings) {
  document_ = Xapian::Document();
  document_.set_data(postings.record);
  for (const auto& [slot, value] : postings.values) document_.add_value(slot, value);
  for (const TermPosting& term : postings.terms) add(postings.text(term), term, postings);
  return document_;
}

void XapianDocument::add(std::string_view text, const TermPosting& term, const DocumentPostings& postings) {
  term_.assign(text);
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
