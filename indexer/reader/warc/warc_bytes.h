// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "reader/byte_source.h"

namespace nsearch::indexer {

/// A source read by lines and by counts in turn. Holds 64 KiB.
class WarcBytes {
 public:
  explicit WarcBytes(ByteSource& source);

  /// The next line, without its line break (LF or CRLF), cut at `most` bytes; false at the end.
  bool read_line(std::string& line, std::size_t most);
  /// Appends up to `count` bytes; gives how many.
  std::uint64_t read(std::string& bytes, std::uint64_t count);
  /// Passes over up to `count` bytes; gives how many.
  std::uint64_t skip(std::uint64_t count);
  /// In the input, of the next byte.
  std::uint64_t offset() const { return offset_; }

 private:
  std::string_view available();
  void take(std::size_t count);

  ByteSource& source_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t offset_ = 0;
};

}  // namespace nsearch::indexer
