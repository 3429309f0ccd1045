// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nsearch::indexer::direct {

/// The first eight bytes of a term, as a number that sorts like them.
std::uint64_t leading_bytes(std::string_view term);

/// What is known of one term of a run of documents.
struct RunTerm {
  std::uint64_t order = 0;            ///< leading_bytes()
  std::uint32_t begin = 0, size = 0;  ///< of its bytes
  std::uint32_t first = 0, last = 0;  ///< documents
  std::uint32_t documents = 0;
  std::uint64_t occurrences = 0;    ///< the sum of the wdfs
  std::uint64_t posting_bytes = 0;  ///< of its encoded postings
};

/// The distinct terms of a run of documents, numbered in the order in which they came. Not thread-safe;
/// memory is kept from run to run.
class RunTerms {
 public:
  RunTerms();

  void clear();

  /// The term's number; a new term gets the next one. Throws Error(internal) on a term that Xapian would
  /// refuse: an empty or a too long one.
  std::uint32_t number(std::string_view term);

  RunTerm& operator[](std::uint32_t number) { return terms_[number]; }
  std::string_view text(const RunTerm& term) const {
    return std::string_view(bytes_).substr(term.begin, term.size);
  }

  /// The numbers of all terms, ordered by the terms' bytes; valid until the next call.
  const std::vector<std::uint32_t>& sorted();

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // plus 1; 0 where free
  };
  void grow();

  std::string bytes_;
  std::vector<RunTerm> terms_;
  std::vector<Slot> slots_;  // open addressing
  std::vector<std::uint32_t> sorted_;
};

}  // namespace nsearch::indexer::direct
