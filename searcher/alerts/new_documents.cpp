// SPDX-License-Identifier: GPL-2.0-or-later
#include "alerts/new_documents.h"

#include <algorithm>

#include "storage/index_schema.h"
#include "storage/tombstones.h"

namespace nsearch::searcher {

std::size_t shard_of(Xapian::docid document, std::size_t shards) {
  return (document - 1) % shards;  // as Xapian numbers the documents of several databases
}

std::vector<NewDocument> documents_after(const Xapian::Database& database, const Sequences& after) {
  std::vector<NewDocument> found;
  // Values sort as bytes; most documents are old, and need not be read as numbers.
  const std::string least =
      Xapian::sortable_serialise(static_cast<double>(*std::min_element(after.begin(), after.end())));
  const bool any_dead = storage::dead_documents(database) > 0;
  const auto end = database.valuestream_end(schema::slot_modified);
  for (auto value = database.valuestream_begin(schema::slot_modified); value != end; ++value) {
    const std::string bytes = *value;
    if (bytes <= least) continue;
    const auto sequence = static_cast<std::int64_t>(Xapian::sortable_unserialise(bytes));
    const std::size_t shard = shard_of(value.get_docid(), after.size());
    if (sequence > after[shard] && !(any_dead && storage::is_dead(database, value.get_docid())))
      found.push_back({value.get_docid(), shard, sequence});
  }
  return found;
}

Xapian::Query modified_after(const Sequences& after) {
  const double least = static_cast<double>(*std::min_element(after.begin(), after.end()));
  return {Xapian::Query::OP_VALUE_GE, schema::slot_modified, Xapian::sortable_serialise(least + 1)};
}

}  // namespace nsearch::searcher
