// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/run_merge.h"

#include <algorithm>

#include "builder/direct/term_ranges.h"

namespace nsearch::indexer::direct {
namespace {

constexpr std::size_t least_window = 4 << 10, largest_window = 64 << 10;
constexpr std::uint64_t largest_memory = 24 << 20;

}  // namespace

std::size_t window_memory(const MemoryPlan& plan) {
  return static_cast<std::size_t>(std::min(plan.merging / 4 / plan.threads, largest_memory));
}

RunMerge::RunMerge(std::span<const StoredRun> runs, const std::string& from, const std::string* to,
                   std::size_t window_memory)
    : to_(to) {
  const std::size_t window = std::clamp(window_memory / runs.size(), least_window, largest_window);
  for (const StoredRun& run : runs) {
    if (run.samples == 0) continue;
    const std::uint64_t end = to ? offset_after(run, *to) : run.records.end;
    RunReader& reader = readers_.emplace_back(*run.file, offset_before(run, from), end, window);
    bool found = reader.next();
    while (found && reader.term() < from) found = reader.next();
    if (found && in_range(reader)) heap_.push(readers_.size() - 1);
  }
}

bool RunMerge::next() {
  for (const std::size_t reader : same_) {
    if (readers_[reader].next() && in_range(readers_[reader])) heap_.push(reader);
  }
  heap_.take_least(same_);
  return !same_.empty();
}

RecordHead RunMerge::head() const {
  RecordHead all;
  all.list.first = readers_[same_.front()].head().list.first;
  for (const std::size_t reader : same_) {
    const RecordHead& head = readers_[reader].head();
    all.list.documents += head.list.documents;
    all.list.occurrences += head.list.occurrences;
    all.last = head.last;
  }
  return all;
}

}  // namespace nsearch::indexer::direct
