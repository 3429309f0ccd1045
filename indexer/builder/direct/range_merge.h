// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "builder/direct/ordered_output.h"
#include "builder/direct/run_record.h"
#include "builder/direct/run_store.h"
#include "builder/direct/term_order.h"
#include "builder/glass/leaf_packer.h"
#include "builder/glass/posting_list.h"

namespace nsearch::indexer::direct {

/// Merges one range of terms of all runs. Not thread-safe. Throws Error(io).
class RangeMerge {
 public:
  /// Terms from `from` to before `to`; `to` null: to the last.
  RangeMerge(const RunStore& store, const std::string& from, const std::string* to);

  /// Merges the next term; false: there is none left.
  bool next();
  std::size_t bytes() const { return postings_.bytes() + positions_.bytes(); }
  RangeLeaves take_full() { return {postings_.take_full(), positions_.take_full()}; }
  RangeLeaves take_all() { return {postings_.take_all(), positions_.take_all()}; }

 private:
  bool in_range(const RunReader& reader) const { return !to_ || reader.term() < *to_; }
  int compare(const TermKey& a, const TermKey& b) const;
  bool later(const TermKey& a, const TermKey& b) const;
  TermKey key_of(std::size_t reader) const;
  glass::PostingListHead take_least();
  void add_postings(RunReader& run);

  std::deque<RunReader> readers_;  // in the order of the runs
  const std::string* to_;
  std::vector<TermKey> heap_, same_;  // of readers: the least term on top; those with the term in hand
  glass::LeafPacker postings_, positions_;
  glass::PostingListWriter lists_{postings_};
  std::string key_;  // of positions: the term, then a document
};

}  // namespace nsearch::indexer::direct
