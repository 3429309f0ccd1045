// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/merge/metadata.h"

#include "builder/glass/value_chunks.h"
#include "builder/merge/key_range.h"

namespace nsearch::indexer::merge {
namespace {

constexpr std::string_view prefix{"\0\xc0", 2};

}  // namespace

/// Goes through the table up to the chunks of values.
std::map<std::string, std::string> merged_metadata(std::deque<Source>& sources,
                                                   const std::map<std::string, std::string>& changes) {
  std::map<std::string, std::string> all;
  const KeyRange range{{}, std::string(glass::value_chunks_prefix)};
  std::string buffer;
  for (Source& source : sources) {
    nsearch::glass::Cursor cursor(source.table(glass::postlist));
    std::uint64_t entries = 0;
    for (bool more = go_to(cursor, range); more; more = go_on(cursor, range)) {
      ++entries;
      const std::string_view key = cursor.key();
      if (key.starts_with(prefix)) {
        all[std::string(key.substr(prefix.size()))] = cursor.plain_tag(buffer);
      } else if (key.starts_with(glass::value_statistics_prefix)) {
        cursor.plain_tag(buffer);  // they are counted anew, but must be whole
      } else {
        cursor.corrupt("an entry is of no known kind");
      }
    }
    source.count(glass::postlist, entries);
  }
  for (const auto& [key, value] : changes) {
    if (value.empty()) {
      all.erase(key);
    } else {
      all[key] = value;
    }
  }
  return all;
}

void write_metadata(const std::map<std::string, std::string>& metadata, RangeOutput& output) {
  std::string key;
  for (const auto& [name, value] : metadata) {
    key.assign(prefix) += name;
    output.leaves().add(key, value);
  }
}

}  // namespace nsearch::indexer::merge
