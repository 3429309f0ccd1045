// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nsearch::searcher {

/// The terms of some documents, and which documents have each: a hash table made at one go. Queries ask for many terms that
/// no document has; a set of bits, small enough to stay in the processor's cache, answers most of these.
class TermPostings {
 public:
  /// Documents ascend; each has a term once.
  void add(std::string_view term, std::uint32_t document);
  /// After the last add(), before the first find().
  void finish();

  struct Documents {
    const std::uint32_t* first = nullptr;
    std::size_t size = 0;
    const std::uint32_t* begin() const { return first; }
    const std::uint32_t* end() const { return first + size; }
  };
  /// None for a term that no document has.
  Documents find(std::string_view term) const;

  std::size_t terms() const { return begins_.size() - 1; }
  std::string_view term(std::size_t number) const {
    return std::string_view(text_).substr(begins_[number], begins_[number + 1] - begins_[number]);
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t term = none;
  };
  struct Pair {
    std::uint32_t term, document;
  };
  static constexpr std::uint32_t none = UINT32_MAX;
  static constexpr std::size_t bits_a_slot = 8;

  std::size_t slot_of(std::uint64_t hash, std::string_view term) const;
  void grow();

  std::string text_;                         ///< the terms, one behind the other
  std::vector<std::uint32_t> begins_ = {0};  ///< of each in it
  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  std::vector<Pair> pairs_;                        ///< until finish()
  std::vector<std::uint32_t> firsts_, documents_;  ///< of each term, among all documents
  std::vector<std::uint64_t> bits_;                ///< of the hashes of all terms
};

}  // namespace nsearch::searcher
