// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace nsearch::indexer {

/// Which ids came in a run, each with a mark. Ids are told apart by 62 bits of their digests. Takes 11 to 22 bytes an id:
/// of memory while they are few, else of a mapped file without name, of which 16 MB are in memory at a time. Not
/// thread-safe.
class IdTable {
 public:
  /// `scratch`: a file name that only the holder of the index's lock uses. What a killed process may have left there is
  /// written over.
  explicit IdTable(std::filesystem::path scratch);
  IdTable(const IdTable&) = delete;
  IdTable& operator=(const IdTable&) = delete;
  ~IdTable();

  static constexpr unsigned none = 0, most_marks = 3;

  /// The mark of the id with this digest; none: it did not come.
  unsigned mark(std::uint64_t digest) const;

  /// `mark`: from 1 to 3. Throws Error(io).
  void set(std::uint64_t digest, unsigned mark);

 private:
  std::size_t find(std::uint64_t digest) const;
  void grow();
  std::uint64_t* map(std::size_t places) const;

  const std::filesystem::path scratch_;
  std::size_t places_, used_ = 0;
  std::uint64_t* table_;               // open addressing: digests with their marks as the lowest bits
  mutable std::size_t looked_up_ = 0;  // since memory was given back
};

}  // namespace nsearch::indexer
