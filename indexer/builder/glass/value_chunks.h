// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace nsearch::indexer::glass {

/// How the keys of all slots' chunks begin in the postlist table.
inline constexpr std::string_view value_chunks_prefix{"\0\xd8", 2};

/// How those of slots' statistics begin.
inline constexpr std::string_view value_statistics_prefix{"\0\xd0", 2};

/// How often a slot is used, and its least and greatest value.
struct ValueStatistics {
  std::uint64_t documents = 0;
  std::string lower, upper;

  void add(std::string_view value);
  void add(const ValueStatistics& other);
};

/// The key and tag of a slot's statistics in the postlist table.
std::string value_statistics_key(std::uint32_t slot);
std::string value_statistics_tag(const ValueStatistics& statistics);

/// The beginning of the keys of a slot's chunks, which orders slots as the table does.
std::string value_chunks_key(std::uint32_t slot);

/// The values of one slot for ascending documents, in chunks of about 2,000 bytes.
class ValueChunks {
 public:
  /// `value` is not empty.
  void add(std::uint32_t document, std::string_view value);

  /// Bytes of the chunks that are full, and these chunks, as finish() gives all; adding goes on.
  std::size_t full_bytes() const { return chunks_.size(); }
  std::string take_full() { return std::exchange(chunks_, {}); }

  /// Ends the last chunk and gives all that have not been taken: for each a varint first document and a sized tag.
  const std::string& finish();

  const ValueStatistics& statistics() const { return statistics_; }

 private:
  void end_chunk();

  std::string chunks_;
  std::string tag_;  // of the chunk being filled
  std::uint32_t first_ = 0, last_ = 0;
  ValueStatistics statistics_;
};

/// Calls `take` with the first document and the tag of each chunk that ValueChunks::finish() gave.
void for_each_chunk(std::string_view chunks,
                    const std::function<void(std::uint32_t first, std::string_view tag)>& take);

}  // namespace nsearch::indexer::glass
