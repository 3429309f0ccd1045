// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nsearch::searcher {

/// A modification sequence for each shard of an index, in the order of its shards.
using Sequences = std::vector<std::int64_t>;

/// A document that was added or changed.
struct NewDocument {
  Xapian::docid number = 0;
  std::size_t shard = 0;
  std::int64_t sequence = 0;
};

/// The shard that a document of a database of several lies in.
std::size_t shard_of(Xapian::docid document, std::size_t shards);

/// The documents whose modification sequence is above that of `after` in their shard, in document order. Linear in the number of
/// documents of the index, at some 50 ns each. Throws Xapian::Error.
std::vector<NewDocument> documents_after(const Xapian::Database& database, const Sequences& after);

/// The value slot's part of a query for these, as far as one slot can tell: those above the least of `after`.
Xapian::Query modified_after(const Sequences& after);

}  // namespace nsearch::searcher
