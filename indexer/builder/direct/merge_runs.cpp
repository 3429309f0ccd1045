// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/merge_runs.h"

#include <atomic>
#include <future>
#include <string>
#include <vector>

#include "builder/direct/ordered_output.h"
#include "builder/direct/range_merge.h"
#include "builder/direct/term_ranges.h"

namespace nsearch::indexer::direct {
namespace {

constexpr std::size_t bytes_between_writes = 16 << 20;

class Merger {
 public:
  Merger(const RunStore& store, OrderedOutput& output)
      : store_(store), output_(output), starts_(range_starts(store.runs())) {}

  /// What each thread does.
  void run() {
    try {
      for (std::size_t range = next_++; range <= starts_.size(); range = next_++) {
        if (!merge(range)) return;
      }
    } catch (...) {
      output_.fail();
      throw;
    }
  }

 private:
  bool merge(std::size_t range) {
    static const std::string nothing;
    RangeMerge terms(store_, range == 0 ? nothing : starts_[range - 1],
                     range == starts_.size() ? nullptr : &starts_[range]);
    while (terms.next()) {
      if (terms.bytes() >= bytes_between_writes && !output_.take(range, terms.take_full(), false))
        return false;
    }
    return output_.take(range, terms.take_all(), true);
  }

  const RunStore& store_;
  OrderedOutput& output_;
  const std::vector<std::string> starts_;
  std::atomic<std::size_t> next_ = 0;  // range
};

}  // namespace

void merge_runs(const RunStore& store, glass::TableWriter& postings, glass::TableWriter& positions,
                unsigned threads) {
  OrderedOutput output(postings, positions);
  Merger merger(store, output);
  std::vector<std::future<void>> others;
  for (unsigned i = 1; i < threads; ++i) {
    others.push_back(std::async(std::launch::async, [&] { merger.run(); }));
  }
  merger.run();
  for (auto& other : others) other.get();
}

}  // namespace nsearch::indexer::direct
