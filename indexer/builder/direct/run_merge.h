// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <vector>

#include "builder/direct/run_reader.h"
#include "builder/direct/run_store.h"
#include "builder/direct/term_heap.h"
#include "memory_plan.h"

namespace nsearch::indexer::direct {

/// How many runs are merged at a time at most: each has a window, and is looked for in each range.
inline constexpr std::size_t most_runs_at_once = 1024;

/// What one merge of runs may take for windows of all its runs where each thread merges some.
std::size_t window_memory(const MemoryPlan& plan);

/// Goes through one range of the terms of several runs in order. Not thread-safe. Throws Error(io).
class RunMerge {
 public:
  /// Terms from `from` to before `to`; `to` null: to the last; else it outlives the object. `window_memory`: bytes, of all
  /// runs' windows.
  RunMerge(std::span<const StoredRun> runs, const std::string& from, const std::string* to,
           std::size_t window_memory);

  /// Goes to the next term; false: there is none left.
  bool next();

  /// Of the term at hand.
  std::string_view term() const { return readers_[same_.front()].term(); }
  /// Of all its runs together.
  RecordHead head() const;
  /// Calls `take` with the reader of each run that has it, in the order of the runs.
  template <typename Take>
  void for_each_reader(const Take& take) {
    for (const std::size_t reader : same_) take(readers_[reader]);
  }

 private:
  bool in_range(const RunReader& reader) const { return !to_ || reader.term() < *to_; }

  std::deque<RunReader> readers_;  // in the order of the runs
  const std::string* to_;
  TermHeap<RunReader> heap_{readers_};
  std::vector<std::size_t> same_;  // readers: those with the term at hand
};

}  // namespace nsearch::indexer::direct
