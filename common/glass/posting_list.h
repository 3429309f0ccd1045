// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "glass/table.h"
#include "nsearch/export.h"

namespace nsearch::glass {

/// The documents that have a term, in their order, each with how often it has it (wdf). Decodes some dozens at a time.
/// Throws Xapian::DatabaseModifiedError, Xapian::DatabaseCorruptError.
class NSEARCH_EXPORT PostingList {
 public:
  static constexpr std::uint32_t none = UINT32_MAX;  ///< a document behind all

  explicit PostingList(const Table& table) : cursor_(table), first_cursor_(table) {}

  static std::uint32_t frequency(const Table& table, std::string_view term);
  /// Likewise of the list whose first chunk is at `first`.
  static std::uint32_t frequency(const Cursor& first);

  /// Goes to the first posting; false where no document has the term.
  bool open(std::string_view term);

  /// Likewise the list whose first chunk is at `first`.
  bool open_at(const Cursor& first);

  /// At the chunk that was read last.
  const Cursor& cursor() const { return cursor_; }
  /// How many were read since the list was opened or rewound, this one included.
  std::uint32_t chunks() const { return chunks_; }

  /// The list of the lengths of all documents, from the beginning of the chunk that holds `document`, or would.
  bool open_lengths(std::uint32_t document);

  std::uint32_t frequency() const { return frequency_; }
  /// The sum of the wdfs.
  std::uint64_t occurrences() const { return occurrences_; }
  /// No document has the term more often.
  std::uint32_t most_wdf() const { return most_wdf_; }

  std::uint32_t document() const { return at_ < size_ ? documents_[at_] : none; }
  std::uint32_t wdf() const { return wdfs_[at_]; }
  bool at_end() const { return at_ >= size_; }

  void next() {
    if (++at_ >= size_) refill();
  }
  /// Likewise, but ends with the chunk.
  void next_in_chunk() {
    if (++at_ >= size_) decode();
  }

  /// Back to the first posting.
  void rewind();

  /// Calls `take(document, wdf)` for each posting before `document`, and goes on to the first that is not.
  template <typename Take>
  void take_before(std::uint32_t document, Take&& take) {
    while (at_ < size_) {
      if (documents_[size_ - 1] >= document) {
        for (; documents_[at_] < document; ++at_) take(documents_[at_], wdfs_[at_]);
        return;
      }
      for (; at_ < size_; ++at_) take(documents_[at_], wdfs_[at_]);
      refill();
    }
  }

  /// Goes on to the first document that is not before `document`.
  void seek(std::uint32_t document) {
    if (at_ >= size_ || documents_[at_] >= document) return;
    if (documents_[size_ - 1] >= document) {
      while (documents_[at_] < document) ++at_;
    } else {
      seek_beyond(document);
    }
  }

 private:
  static constexpr unsigned most_decoded = 64, least_decoded = 8;

  struct Chunk {
    const Byte* in = nullptr;  ///< what is not decoded yet
    const Byte* end = nullptr;
    std::uint32_t before = 0;  ///< the last document that was decoded
    std::uint32_t last = 0;    ///< of the chunk
    bool at_first = false;     ///< the chunk's first posting is still to come: it has no gap
    bool is_last = true;       ///< of the list
  };
  bool open_first_chunk();
  bool open_chunk(const Byte* at, const Byte* end, std::uint32_t first);
  bool open_later_chunk();
  void decode();
  void refill();
  void seek_beyond(std::uint32_t document);
  bool find_chunk(std::uint32_t document);
  void pass_over(std::uint32_t document);
  [[noreturn]] void corrupt() const { cursor_.corrupt("a posting list is damaged"); }

  std::array<std::uint32_t, most_decoded> documents_, wdfs_;
  unsigned at_ = 0, size_ = 0;
  unsigned batch_ = most_decoded;
  Chunk chunk_;
  std::uint32_t frequency_ = 0, most_wdf_ = 0;
  std::uint32_t chunks_ = 0;
  std::uint64_t occurrences_ = 0;
  Cursor cursor_;
  Chunk first_chunk_;
  Cursor first_cursor_;
  bool first_in_place_ = false;  // and not in tag_
  std::string key_;              // how the keys of later chunks begin
  std::string tag_;              // of the chunk, where it is not in one piece
};

}  // namespace nsearch::glass
