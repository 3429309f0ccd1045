// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/merge_runs.h"

#include <string>
#include <vector>

#include "builder/direct/ordered_output.h"
#include "builder/direct/range_merge.h"
#include "builder/direct/term_ranges.h"

namespace nsearch::indexer::direct {
namespace {

constexpr std::size_t bytes_between_writes = 16 << 20;

}  // namespace

void merge_runs(const RunStore& store, glass::TableWriter& postings, glass::TableWriter& positions,
                unsigned threads) {
  OrderedOutput output;
  const std::vector<std::string> starts = range_starts(store.runs());
  merge_ranges(output, starts.size() + 1, threads, [&](std::size_t range) {
    static const std::string nothing;
    RangeMerge terms(store, range == 0 ? nothing : starts[range - 1],
                     range == starts.size() ? nullptr : &starts[range]);
    const auto both = [&](glass::Leaves&& a, glass::Leaves&& b) {
      RangeLeaves leaves;
      leaves.push_back({&postings, std::move(a)});
      leaves.push_back({&positions, std::move(b)});
      return leaves;
    };
    while (terms.next()) {
      if (terms.bytes() < bytes_between_writes) continue;
      if (!output.take(range, both(terms.postings().take_full(), terms.positions().take_full()), false))
        return false;
    }
    return output.take(range, both(terms.postings().take_all(), terms.positions().take_all()), true);
  });
}

}  // namespace nsearch::indexer::direct
