// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "builder/direct/term_heap.h"
#include "builder/glass/posting_list.h"
#include "builder/merge/key_range.h"
#include "builder/merge/range_output.h"
#include "builder/merge/source.h"
#include "glass/posting_list.h"

namespace nsearch::indexer::merge {

/// Goes through the terms of a source's postlist table. Not thread-safe. Throws Error, Xapian::Error.
class TermReader {
 public:
  TermReader(Source& source, const KeyRange& range)
      : source_(source),
        range_(range),
        cursor_(source.table(glass::postlist)),
        list_(source.table(glass::postlist)) {}

  /// Goes to the first term of the range.
  bool begin() { return go_to(cursor_, range_) && take_term(); }

  /// Goes to the next term. The one at hand has been counted and merged.
  bool next();

  /// The term at hand, as keys have it.
  std::string_view term() const { return term_; }
  const TermKey& key() const { return key_; }

  /// Of the documents that stay.
  glass::PostingListHead count();

  /// Adds the postings of the term at hand to a list that goes to `output`, once count() has been called. `wdf` grows to the
  /// greatest.
  void merge(glass::PostingListWriter& lists, RangeOutput& output, std::uint32_t& wdf);

 private:
  bool take_term();

  Source& source_;
  const KeyRange& range_;
  nsearch::glass::Cursor cursor_;
  nsearch::glass::PostingList list_;
  std::string term_;
  TermKey key_;
  glass::PostingListHead counted_;
};

/// The least key of a term in the postlist table. What comes before it is no term.
inline constexpr std::string_view first_term_key{"\0\xff", 2};

/// Merges part of the posting lists. No term may be cut by the range. Gives the greatest wdf.
std::uint32_t merge_postings(std::deque<Source>& sources, const KeyRange& range, RangeOutput& output);

/// The list of the lengths of all documents.
void merge_lengths(std::deque<Source>& sources, RangeOutput& output);

}  // namespace nsearch::indexer::merge
