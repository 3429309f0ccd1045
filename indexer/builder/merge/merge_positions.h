// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "builder/direct/term_heap.h"
#include "builder/merge/key_range.h"
#include "builder/merge/range_output.h"
#include "builder/merge/source.h"

namespace nsearch::indexer::merge {

/// Goes through a source's position table, term by term. Not thread-safe. Throws Error, Xapian::Error.
class PositionReader {
 public:
  PositionReader(Source& source, const KeyRange& range)
      : source_(source), range_(range), cursor_(source.table(glass::position)) {}

  /// Goes to the first entry of the range.
  bool begin() { return go_to(cursor_, range_) && take_term(); }

  /// The term at hand, as keys have it.
  std::string_view term() const { return std::string_view(prefix_).substr(0, prefix_.size() - 1); }
  const TermKey& key() const { return key_; }

  /// Gives all entries of the term at hand to `output`; then goes to the next term. False: there is none. `last`: the
  /// document that the term was given last, 0 for none.
  bool merge_term(RangeOutput& output, std::uint32_t& last);

 private:
  bool take_term();
  bool at_term() const;

  Source& source_;
  const KeyRange& range_;
  nsearch::glass::Cursor cursor_;
  std::string prefix_;  // of the term's keys
  TermKey key_;
  std::string new_key_, buffer_;
};

/// Merges part of the position tables. No term may be cut by the range.
void merge_positions(std::deque<Source>& sources, const KeyRange& range, RangeOutput& output);

}  // namespace nsearch::indexer::merge
