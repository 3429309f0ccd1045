// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "glass/table.h"
#include "nsearch/export.h"

namespace nsearch::glass {

/// The values of one chunk of a slot, in the order of their documents. What it reads must stay where it is.
class NSEARCH_EXPORT ValueChunk {
 public:
  /// Goes to the first value; false: the chunk is damaged. `key` is what follows the slot in the chunk's key.
  bool open(std::string_view key, std::string_view tag);

  bool at_last() const { return in_ == end_; }
  /// Goes to the next value, if there is one; false: the chunk is damaged.
  bool next();

  std::uint32_t document() const { return document_; }
  std::string_view value() const { return value_; }

 private:
  bool take_value();

  const Byte* in_ = nullptr;
  const Byte* end_ = nullptr;
  std::uint32_t document_ = 0;
  std::string_view value_;
};

/// The values of one slot. Fast for documents that ascend. Throws Xapian::DatabaseModifiedError,
/// Xapian::DatabaseCorruptError.
class NSEARCH_EXPORT ValueReader {
 public:
  ValueReader(const Table& table, std::uint32_t slot);

  /// A document's value; empty where it has none. Valid until the next call.
  std::string_view read(std::uint32_t document);

  /// Calls `take(document, value)` for all values of the chunk that holds the document's, if it has one.
  template <typename Take>
  void read_chunk(std::uint32_t document, Take&& take) {
    if (!open_chunk(document)) return;
    open_ = false;
    for (;;) {
      // What a writer has overwritten must not be taken.
      cursor_.check();
      take(chunk_.document(), chunk_.value());
      if (chunk_.at_last()) break;
      if (!chunk_.next()) corrupt();
    }
    cursor_.check();
  }

 private:
  bool open_chunk(std::uint32_t document);
  [[noreturn]] void corrupt() const { cursor_.corrupt("a chunk of values is damaged"); }

  Cursor cursor_;
  std::string key_, tag_;
  std::size_t slot_bytes_;  // of the key
  ValueChunk chunk_;
  bool open_ = false;  // there is a chunk at hand
};

/// What all values of the slot begin with, as far as the bounds tell that the database keeps of them. Throws as ValueReader.
std::string common_beginning(const Table& table, std::uint32_t slot);

/// Tells each document that has a value in the slot, ascending. Throws as ValueReader.
NSEARCH_EXPORT void for_each_valued(const Table& table, std::uint32_t slot,
                                    const std::function<void(std::uint32_t document)>& each);

}  // namespace nsearch::glass
