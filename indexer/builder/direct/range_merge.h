// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "builder/direct/run_record.h"
#include "builder/direct/run_store.h"
#include "builder/direct/term_heap.h"
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
  glass::LeafPacker& postings() { return postings_; }
  glass::LeafPacker& positions() { return positions_; }

 private:
  bool in_range(const RunReader& reader) const { return !to_ || reader.term() < *to_; }
  glass::PostingListHead head() const;
  void add_postings(RunReader& run);

  std::deque<RunReader> readers_;  // in the order of the runs
  const std::string* to_;
  TermHeap<RunReader> heap_{readers_};
  std::vector<std::size_t> same_;  // readers: those with the term in hand
  glass::LeafPacker postings_, positions_;
  glass::PostingListWriter lists_{postings_};
  std::string key_;  // of positions: the term, then a document
};

}  // namespace nsearch::indexer::direct
