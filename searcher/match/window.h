// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "glass/database.h"
#include "match/bm25.h"

namespace nsearch::searcher::match {

/// The documents [from, to), `from` a multiple of 64, each with the most that it may weigh, summed up list by list: going through one list after the
/// other is several times faster than to keep all in step. Sums are of single precision.
class Window {
 public:
  static constexpr std::uint32_t size = 4096;

  explicit Window(const glass::Database& database) : database_(database), bm25_(database) {}

  /// `weighed`: sums will be asked for.
  void open(std::uint32_t from, std::uint32_t to, bool weighed = true) {
    from_ = from;
    to_ = to;
    if (weighed) sums_.fill(0);
    seen_.fill(0);
  }

  std::uint32_t from() const { return from_; }
  std::uint32_t to() const { return to_; }
  void add(std::uint32_t document, float weight) {
    const std::uint32_t at = document - from_;
    sums_[at] += weight;
    seen_[at / 64] |= std::uint64_t{1} << at % 64;
  }
  void mark(std::uint32_t document) {
    const std::uint32_t at = document - from_;
    seen_[at / 64] |= std::uint64_t{1} << at % 64;
  }
  /// All of the window that are in a set, a bit a document.
  void mark(const std::vector<std::uint64_t>& set) {
    const std::size_t first = from_ / 64;
    const std::size_t end = std::min(first + seen_.size(), set.size());
    for (std::size_t block = first; block < end; ++block) seen_[block - first] |= set[block];
  }
  float norm(std::uint32_t document) const {
    std::uint32_t length = 0;
    database_.length(document, length);
    return static_cast<float>(bm25_.norm(length));
  }

  using Set = std::array<std::uint64_t, size / 64>;
  const Set& seen() const { return seen_; }
  void forget_seen() { seen_.fill(0); }
  double sum(std::uint32_t document) const { return sums_[document - from_]; }

  /// Calls `take(document)` for each of a set, in order.
  template <typename Take>
  void for_each(const Set& set, Take&& take) const {
    for (std::uint32_t block = 0; block < set.size(); ++block) {
      for (std::uint64_t rest = set[block]; rest != 0; rest &= rest - 1)
        take(from_ + block * 64 + static_cast<std::uint32_t>(std::countr_zero(rest)));
    }
  }

 private:
  const glass::Database& database_;
  const Bm25 bm25_;
  std::uint32_t from_ = 0, to_ = 0;
  std::array<float, size> sums_;
  Set seen_;
};

}  // namespace nsearch::searcher::match
