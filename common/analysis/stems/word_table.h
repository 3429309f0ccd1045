// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace nsearch::analysis {

/// Words with a base and flags: a hash table with open addressing, made by the build (make_tables), because every
/// process that asks an index once would pay for making it. Holds no addresses, so loading it costs nothing either.
class WordTable {
 public:
  struct Entry {
    std::string_view base;
    std::uint32_t flags = 0;
  };

  /// Where in the text a word and its base stand; no word: free.
  struct Slot {
    std::uint32_t word_at, base_at;
    std::uint8_t word_size, base_size;
    std::uint16_t flags;
  };

  /// `slots`: a power of two of them, one free at least.
  constexpr WordTable(const char* text, const Slot* slots, std::size_t slot_count)
      : text_(text), slots_(slots), mask_(slot_count - 1) {}

  std::optional<Entry> find(std::string_view word) const;
  bool has(std::string_view word, std::uint32_t flags) const;

  /// Where the search for `word` begins, in as many slots as `mask` + 1.
  static std::size_t first_slot(std::string_view word, std::size_t mask);

 private:
  const char* text_;
  const Slot* slots_;
  std::size_t mask_;
};

}  // namespace nsearch::analysis
