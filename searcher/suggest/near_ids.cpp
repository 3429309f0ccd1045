// SPDX-License-Identifier: GPL-2.0-or-later
#include "suggest/near_ids.h"

#include "storage/index_schema.h"
#include "storage/tombstones.h"

namespace nsearch::searcher {

namespace {
constexpr std::size_t most_ids = 3;
}

std::vector<std::string> near_ids(const Xapian::Database& database, const std::string& id) {
  std::vector<std::string> near;
  const std::string whole = std::string(schema::prefix::id) + id;
  for (std::size_t length = whole.size(); near.empty() && 2 * length > whole.size() && length > 1; --length) {
    const std::string beginning = whole.substr(0, length);
    const auto end = database.allterms_end(beginning);
    for (auto term = database.allterms_begin(beginning); term != end && near.size() < most_ids; ++term) {
      if (schema::surely_whole(*term) && storage::live_document(database, *term) != 0)
        near.push_back((*term).substr(schema::prefix::id.size()));
    }
  }
  return near;
}

}  // namespace nsearch::searcher
