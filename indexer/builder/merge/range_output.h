// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>

#include "builder/direct/ordered_output.h"
#include "builder/glass/leaf_packer.h"

namespace nsearch::indexer::merge {

/// Where the leaves of one range of one table go. Not thread-safe. Throws direct::Abandoned, Error(io).
class RangeOutput {
 public:
  using Take = std::function<void(glass::Leaves&& leaves, bool last)>;

  /// `full`: bytes of leaves that are written at a time.
  RangeOutput(Take take, std::size_t full) : take_(std::move(take)), full_(full) {}

  glass::LeafPacker& leaves() { return leaves_; }

  /// To be called now and then between entries.
  void flush() {
    if (leaves_.bytes() >= full_) take_(leaves_.take_full(), false);
  }
  void finish() { take_(leaves_.take_all(), true); }

 private:
  glass::LeafPacker leaves_;
  const Take take_;
  const std::size_t full_;
};

}  // namespace nsearch::indexer::merge
