// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "glass/table.h"
#include "nsearch/export.h"

namespace nsearch::glass {

/// Where a term stands in documents. Throws Xapian::DatabaseModifiedError, Xapian::DatabaseCorruptError.
class NSEARCH_EXPORT PositionReader {
 public:
  PositionReader(const Table& table, std::string_view term);

  /// The term's positions in a document, ascending, until the next call; empty where it has none.
  const std::vector<std::uint32_t>& read(std::uint32_t document);

 private:
  Cursor cursor_;
  std::string key_;
  std::size_t term_bytes_;  // of the key
  std::string buffer_;
  std::vector<std::uint32_t> positions_;
};

/// Decodes positions as a tag holds them (interpolative coding); false where the tag is damaged.
NSEARCH_EXPORT bool decode_positions(std::string_view tag, std::vector<std::uint32_t>& positions);

}  // namespace nsearch::glass
