// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/merge_runs.h"

#include <string>
#include <vector>

#include "builder/direct/ordered_output.h"
#include "builder/direct/range_merge.h"
#include "builder/direct/term_ranges.h"

namespace nsearch::indexer::direct {
namespace {

constexpr std::uint64_t most_between_writes = 16 << 20, most_waiting = 64 << 20;

}  // namespace

void merge_runs(const RunStore& store, glass::TableWriter& postings, glass::TableWriter& positions,
                const MemoryPlan& plan) {
  // A half waits for its turn or is being written; see window_memory().
  OrderedOutput output(static_cast<std::size_t>(std::min(plan.merging / 4, most_waiting)));
  const auto full = static_cast<std::size_t>(std::min(plan.merging / 4 / plan.threads, most_between_writes));
  const std::vector<std::string> starts = range_starts(store.runs());
  merge_ranges(output, starts.size() + 1, plan.threads, [&](std::size_t range) {
    static const std::string nothing;
    const auto take = [&](glass::Leaves&& a, glass::Leaves&& b, bool last) {
      RangeLeaves leaves;
      leaves.push_back({&postings, std::move(a)});
      leaves.push_back({&positions, std::move(b)});
      output.take(range, std::move(leaves), last);
    };
    RangeMerge(store.runs(), range == 0 ? nothing : starts[range - 1],
               range == starts.size() ? nullptr : &starts[range], take, full, window_memory(plan))
        .run();
  });
}

}  // namespace nsearch::indexer::direct
