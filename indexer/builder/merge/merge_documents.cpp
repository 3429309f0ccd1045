// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/merge/merge_documents.h"

#include <string>

#include "builder/glass/encoding.h"
#include "glass/bytes.h"

namespace nsearch::indexer::merge {

void copy_documents(Source& source, glass::Table which, const KeyRange& range, RangeOutput& output) {
  nsearch::glass::Cursor cursor(source.table(which));
  std::string key, last, buffer;
  std::uint64_t entries = 0;
  for (bool more = go_to(cursor, range); more; more = go_on(cursor, range)) {
    ++entries;
    const std::string_view old = cursor.key();
    const auto* at = reinterpret_cast<const nsearch::glass::Byte*>(old.data());
    const auto* const end = at + old.size();
    std::uint32_t document = 0;
    if (!nsearch::glass::take_sortable(at, end, document)) cursor.corrupt("a key holds no document number");
    const std::uint32_t number = source.renumbered(document);
    if (number == NumberMap::dropped) continue;
    key.clear();
    glass::append_sortable(key, number);
    key.append(reinterpret_cast<const char*>(at), static_cast<std::size_t>(end - at));
    if (key <= last) cursor.corrupt("keys are out of order");
    std::string_view tag;
    const bool compressed = cursor.stored_tag(tag, buffer);
    output.leaves().add(key, tag, compressed);
    output.flush();
    last.swap(key);
  }
  source.count(which, entries);
}

}  // namespace nsearch::indexer::merge
