// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "glass/table.h"

namespace nsearch::indexer::merge {

/// Part of a table: keys from `from` to before `to`, or to the last.
struct KeyRange {
  std::string from;
  std::optional<std::string> to;

  bool reaches(std::string_view key) const { return !to || key < *to; }
};

/// Goes to the first entry of the range; false: there is none.
inline bool go_to(nsearch::glass::Cursor& cursor, const KeyRange& range) {
  const bool found = cursor.seek(range.from) && !range.from.empty();  // a table begins with an empty key
  if (!found && !cursor.next()) return false;
  if (cursor.key() < range.from) cursor.corrupt("keys are out of order");
  return range.reaches(cursor.key());
}

/// Goes to the next one.
inline bool go_on(nsearch::glass::Cursor& cursor, const KeyRange& range) {
  return cursor.next() && range.reaches(cursor.key());
}

/// Where the text that a key begins with ends: at its closing NUL, or at the key's end.
inline std::size_t text_end(std::string_view key) {
  std::size_t nul = key.find('\0');
  while (nul != std::string_view::npos && nul + 1 < key.size() && key[nul + 1] == '\xff')
    nul = key.find('\0', nul + 2);
  return nul == std::string_view::npos ? key.size() : nul;
}

}  // namespace nsearch::indexer::merge
