// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "builder/direct/inverter.h"
#include "builder/direct/term_order.h"
#include "builder/glass/output_file.h"
#include "builder/glass/posting_list.h"

namespace nsearch::indexer::direct {

// A record of a run: sized term; varints: documents, occurrences, first document, bytes of the postings; the
// postings. A posting: varint (document - previous - 1), but not of the first; varint (wdf * 2 + 1 if it has
// positions); then, if so, its sized positions, as the position table holds them.

inline constexpr std::size_t longest_record_head = 300;

/// Reads the records of one run in the order of terms, a window of the file at a time. Not thread-safe.
/// Throws Error(io).
class RunReader {
 public:
  /// Records from `begin` to `end`, which are offsets of records (or the run's end) in `file`.
  RunReader(const glass::OutputFile& file, std::uint64_t begin, std::uint64_t end, std::size_t window)
      : file_(file), next_(begin), end_(end), window_(window) {}

  /// Goes to the next record; false: there is none.
  bool next();

  // Of the record: valid until the next call of a function that is not const.
  std::string_view term() const { return term_; }
  const TermKey& key() const { return key_; }
  const glass::PostingListHead& head() const { return head_; }
  /// The encoded postings.
  std::string_view postings();

 private:
  std::string_view view(std::uint64_t offset, std::size_t size);

  const glass::OutputFile& file_;
  std::uint64_t next_, end_;  // of records
  const std::size_t window_;
  std::string buffer_;
  std::uint64_t buffer_begin_ = 0;  // its place in the file
  std::string term_;
  TermKey key_;
  glass::PostingListHead head_;
  std::uint64_t postings_begin_ = 0;
  std::size_t postings_size_ = 0;
};

}  // namespace nsearch::indexer::direct
