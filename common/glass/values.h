// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "glass/table.h"
#include "nsearch/export.h"

namespace nsearch::glass {

/// The values of one slot. Fast for documents that ascend. Throws Xapian::DatabaseModifiedError,
/// Xapian::DatabaseCorruptError.
class NSEARCH_EXPORT ValueReader {
 public:
  ValueReader(const Table& table, std::uint32_t slot);

  /// A document's value; empty where it has none. Valid until the next call.
  std::string_view read(std::uint32_t document);

 private:
  bool open_chunk(std::uint32_t document);
  bool take_value();

  Cursor cursor_;
  std::string key_, tag_;
  std::size_t slot_bytes_;  // of the key
  const Byte* in_ = nullptr;
  const Byte* end_ = nullptr;
  std::uint32_t document_ = 0;  // that value_ is of; 0: none
  std::string_view value_;
};

}  // namespace nsearch::glass
