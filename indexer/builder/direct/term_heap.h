// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <vector>

#include "builder/direct/term_order.h"

namespace nsearch::indexer::direct {

/// Goes through the terms of several readers in order. A reader has term() and key(), which is the term's term_key(). Not
/// thread-safe.
template <typename Reader>
class TermHeap {
 public:
  explicit TermHeap(std::deque<Reader>& readers) : readers_(readers) {}

  /// Puts in a reader that stands at a term.
  void push(std::size_t reader) {
    heap_.push_back(reader);
    std::push_heap(heap_.begin(), heap_.end(), order());
  }

  /// Takes off all readers that stand at the least term: in their order, none where the heap is empty.
  void take_least(std::vector<std::size_t>& same) {
    same.clear();
    while (!heap_.empty() &&
           (same.empty() || readers_[heap_.front()].term() == readers_[same.front()].term())) {
      std::pop_heap(heap_.begin(), heap_.end(), order());
      same.push_back(heap_.back());
      heap_.pop_back();
    }
  }

 private:
  auto order() const {
    return [this](std::size_t a, std::size_t b) { return later(a, b); };
  }
  bool later(std::size_t a, std::size_t b) const {
    const Reader &x = readers_[a], &y = readers_[b];
    int difference = compare_keys(x.key(), y.key());
    if (difference == 0) difference = x.term().compare(y.term());
    return difference != 0 ? difference > 0 : a > b;
  }

  std::deque<Reader>& readers_;
  std::vector<std::size_t> heap_;
};

}  // namespace nsearch::indexer::direct
