// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document_postings.h"

namespace nsearch::indexer {

/// Collects the terms of one document: counts each and gathers its positions. One hash lookup an occurrence;
/// memory is kept from document to document. Not thread-safe.
class TermTable {
 public:
  TermTable();

  void clear();

  /// One occurrence that adds `wdf`.
  void add(std::string_view term, std::uint32_t wdf) { entries_[find(term)].wdf += wdf; }

  /// One occurrence at `position`; positions of a term come in ascending order, and a repeated one is kept
  /// once.
  void add(std::string_view term, std::uint32_t wdf, std::uint32_t position);

  /// Writes terms, their bytes and positions; terms in the order in which they came first.
  void write(DocumentPostings& out);

 private:
  struct Entry {
    std::uint32_t hash, begin, size, wdf, positions, last_position;
  };
  struct Occurrence {
    std::uint32_t entry, position;
  };

  std::string_view text(const Entry& entry) const { return {bytes_.data() + entry.begin, entry.size}; }
  std::size_t find(std::string_view term);
  void grow();

  std::string bytes_;     // of all terms, and room for more
  std::size_t size_ = 0;  // of it that is used
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // open addressing: entry + 1, 0 where free
  std::vector<Occurrence> occurrences_;
  std::vector<std::uint32_t> next_position_;
};

}  // namespace nsearch::indexer
