// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "nsearch/export.h"
#include "storage/index_directory.h"

/// A sharded index: its documents are routed by id (shard_of() in nsearch/document.h) among N indexes of their own, in
/// the folders "shard-1-of-N" to "shard-N-of-N", which its stub names in this order.
namespace nsearch::storage {

inline constexpr std::size_t most_shards = 256;

/// "shard-2-of-4"; `number` from 0.
NSEARCH_EXPORT std::string shard_name(std::size_t number, std::size_t shards);

/// The indexes that a writer of `index` writes to: the folders of its shards in order, or its own folder where it is not
/// sharded. Throws Error: no_index, io, corrupt; usage where its stub names what no writer can route to (remote
/// databases, indexes put together by hand).
NSEARCH_EXPORT std::vector<std::filesystem::path> shards_to_write(const IndexDirectory& index);

/// Puts a stub in force that names the shards; their indexes exist. The caller holds the lock. Throws Error(io).
NSEARCH_EXPORT void publish_shards(const IndexDirectory& index, std::size_t shards);

}  // namespace nsearch::storage
