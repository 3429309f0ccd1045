// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "builder/glass/leaf_packer.h"

namespace nsearch::indexer::glass {

/// What a posting list says of itself at its beginning.
struct PostingListHead {
  std::uint64_t documents = 0;    ///< the term's frequency
  std::uint64_t occurrences = 0;  ///< collection frequency: the sum of the wdfs
  std::uint32_t first = 0;        ///< its first document
};

/// Writes posting lists, one after the other, into the leaves of the postlist table: chunks of about 2,000
/// bytes, an entry each. The list of document lengths has the same form. Not thread-safe.
class PostingListWriter {
 public:
  explicit PostingListWriter(LeafPacker& leaves) : leaves_(leaves) {}

  void begin_term(std::string_view term, const PostingListHead& head);
  /// The same of a term as keys have it.
  void begin_key(std::string_view key, const PostingListHead& head);
  /// Heads of this list have frequencies of 0.
  void begin_lengths(std::uint32_t first_document);

  /// Documents ascend; the first is the head's.
  void add(std::uint32_t document, std::uint32_t wdf);

  /// Ends the list, which has one document at least.
  void end();

 private:
  void begin(const PostingListHead& head);
  void write_chunk(bool last);

  LeafPacker& leaves_;
  std::string first_key_, later_key_;  // of the list's first chunk; how the others' begin
  std::string head_;                   // of the list, until its first chunk is written
  std::string entries_;                // of the chunk being filled, without its first document
  std::string key_, tag_;
  std::size_t full_ = 0;  // when a chunk is
  std::uint32_t chunk_first_ = 0, chunk_last_ = 0;
};

}  // namespace nsearch::indexer::glass
