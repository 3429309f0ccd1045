// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace nsearch::indexer {

/// Numbers of documents, a bit each up to the highest. Not thread-safe.
class DocumentSet {
 public:
  DocumentSet() = default;
  DocumentSet(std::initializer_list<std::uint32_t> documents) {
    for (const std::uint32_t document : documents) insert(document);
  }

  void insert(std::uint32_t document) {
    const std::size_t word = document / 64;
    if (word >= bits_.size()) bits_.resize(word + 1);
    const std::uint64_t bit = std::uint64_t{1} << document % 64;
    size_ += (bits_[word] & bit) == 0;
    bits_[word] |= bit;
  }

  std::size_t size() const { return size_; }

  /// Calls `take` with each, ascending.
  template <typename Take>
  void for_each(const Take& take) const {
    for (std::size_t word = 0; word < bits_.size(); ++word) {
      for (std::uint64_t left = bits_[word]; left != 0; left &= left - 1)
        take(static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(left))));
    }
  }

 private:
  std::vector<std::uint64_t> bits_;
  std::size_t size_ = 0;
};

}  // namespace nsearch::indexer
