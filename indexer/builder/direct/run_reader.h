// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "builder/direct/record_head.h"
#include "builder/glass/output_file.h"
#include "builder/term_order.h"

namespace nsearch::indexer::direct {

/// Reads the records of one run (see record_head.h) in the order of terms, a window of the file at a time. Not
/// thread-safe. Throws Error(io).
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
  const RecordHead& head() const { return head_; }
  /// The encoded postings from byte `from` on: as many as are in the window, and `least` or all that are left at least.
  std::string_view postings(std::uint64_t from, std::size_t least);

 private:
  std::string_view view(std::uint64_t offset, std::size_t least);

  const glass::OutputFile& file_;
  std::uint64_t next_, end_;  // of records
  const std::size_t window_;
  std::string buffer_;
  std::uint64_t buffer_begin_ = 0;  // its place in the file
  std::string term_;
  TermKey key_;
  RecordHead head_;
  std::uint64_t postings_begin_ = 0;
};

}  // namespace nsearch::indexer::direct
