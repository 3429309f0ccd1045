// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nsearch::analysis {

/// Words with a base and flags; a hash table with open addressing, made in a pass over lists that outlive it:
/// some microseconds a hundred words, for every process that opens an index pays them.
class WordTable {
 public:
  struct Entry {
    std::string_view word;
    std::string_view base;
    std::uint32_t flags = 0;
  };

  /// `expected`: how many words will come, roughly; 65,535 at the most.
  explicit WordTable(std::size_t expected);

  /// The entry of `word`, made where there was none.
  Entry& add(std::string_view word);
  const Entry* find(std::string_view word) const;
  bool has(std::string_view word, std::uint32_t flags) const;

 private:
  /// The slot where `word` is or would be.
  std::size_t slot_of(std::string_view word) const;
  void grow();

  std::vector<std::uint16_t> slots_;  // a power of two of them: an entry's number from 1; 0 is free
  std::vector<Entry> entries_;
};

}  // namespace nsearch::analysis
