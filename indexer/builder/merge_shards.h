// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace nsearch::indexer {

/// Merges `shards` into a database in folder `target`, which may hold them (and nothing else): documents are
/// numbered in the order of the shards. The shards are removed as soon as they are merged. All are merged at once if
/// the process may open so many files (six a shard), else groups first, `threads` at a time. Throws Error (io, corrupt).
void merge_shards(std::vector<std::filesystem::path> shards, const std::filesystem::path& target,
                  unsigned threads);

}  // namespace nsearch::indexer
