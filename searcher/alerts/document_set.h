// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "bit_count.h"

namespace nsearch::searcher {

/// Some of the documents 0 to size - 1, a bit each.
class DocumentSet {
 public:
  explicit DocumentSet(std::size_t size) : size_(size), words_((size + 63) / 64, 0) {}

  static DocumentSet all(std::size_t size) {
    DocumentSet set(size);
    std::fill(set.words_.begin(), set.words_.end(), ~std::uint64_t{0});
    if (size % 64 != 0) set.words_.back() = (std::uint64_t{1} << (size % 64)) - 1;
    return set;
  }

  void add(std::size_t document) { words_[document / 64] |= std::uint64_t{1} << (document % 64); }
  bool holds(std::size_t document) const { return (words_[document / 64] >> (document % 64) & 1) != 0; }
  bool empty() const {
    return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
  }
  std::size_t count() const {
    std::size_t number = 0;
    for (const std::uint64_t word : words_) number += count_bits(word);
    return number;
  }

  DocumentSet& operator&=(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  DocumentSet& operator|=(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  DocumentSet& operator-=(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }
  bool operator==(const DocumentSet& other) const = default;

  template <typename Each>
  void for_each(Each each) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
        each(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
    }
  }

 private:
  std::size_t size_;
  std::vector<std::uint64_t> words_;
};

}  // namespace nsearch::searcher
