// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>

#include "builder/direct/run_merge.h"
#include "builder/glass/leaf_packer.h"
#include "builder/glass/posting_list.h"

namespace nsearch::indexer::direct {

/// Writes one range of terms of all runs as leaves of the tables. Not thread-safe. Throws Error(io), and what taking
/// throws.
class RangeMerge {
 public:
  /// Takes leaves; `last`: there are no more.
  using Take = std::function<void(glass::Leaves&& postings, glass::Leaves&& positions, bool last)>;

  /// Terms from `from` to before `to`; `to` null: to the last. `full`: bytes of leaves that are taken at a time.
  /// `window_memory`: as of RunMerge.
  RangeMerge(std::span<const StoredRun> runs, const std::string& from, const std::string* to, Take take,
             std::size_t full, std::size_t window_memory)
      : terms_(runs, from, to, window_memory), take_(std::move(take)), full_(full) {}

  void run();

 private:
  void add_postings(RunReader& run);

  RunMerge terms_;
  const Take take_;
  const std::size_t full_;
  glass::LeafPacker postings_, positions_;
  glass::PostingListWriter lists_{postings_};
  std::string key_;  // of positions: the term, then room for a document
  std::size_t term_size_ = 0;
};

}  // namespace nsearch::indexer::direct
