// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "builder/term_order.h"

namespace nsearch::indexer::direct {

/// Goes through the terms of several readers in order. A reader has term() and key(), which is the term's term_key(). Not
/// thread-safe.
template <typename Reader>
class TermHeap {
 public:
  explicit TermHeap(std::deque<Reader>& readers) : readers_(readers) {}

  /// Puts in a reader that stands at a term.
  void push(std::size_t reader) {
    TermKey key = readers_[reader].key();
    key.index = static_cast<std::uint32_t>(reader);
    heap_.push_back(key);
    std::push_heap(heap_.begin(), heap_.end(), order());
  }

  /// Takes off all readers that stand at the least term: in their order, none where the heap is empty.
  void take_least(std::vector<std::size_t>& same) {
    same.clear();
    while (!heap_.empty() && (same.empty() || compare(heap_.front(), least_) == 0)) {
      std::pop_heap(heap_.begin(), heap_.end(), order());
      least_ = heap_.back();
      same.push_back(least_.index);
      heap_.pop_back();
    }
  }

 private:
  int compare(const TermKey& a, const TermKey& b) const {
    return compare_terms(a, b, [this](std::uint32_t reader) { return readers_[reader].term(); });
  }
  auto order() const {
    return [this](const TermKey& a, const TermKey& b) {
      const int difference = compare(a, b);
      return difference != 0 ? difference > 0 : a.index > b.index;
    };
  }

  std::deque<Reader>& readers_;
  std::vector<TermKey> heap_;  // their indexes are the readers'
  TermKey least_;              // taken off last
};

}  // namespace nsearch::indexer::direct
