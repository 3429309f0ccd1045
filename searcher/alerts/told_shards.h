// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "alerts/alert_store.h"
#include "open_indexes.h"

namespace nsearch::searcher {

/// The databases of an index as they are, each with the highest modification sequence of its shard, in the order of Xapian's
/// document numbers. Recent changes that are kept apart are a database of their own, under the same path.
/// For use within OpenIndexes::read(). Throws Error(usage) where one is remote: what its documents were given when
/// can't be asked of it.
std::vector<ToldShard> shards_of(const OpenIndexes& indexes, const std::filesystem::path& alerts_folder);

/// Whether these are the shards that alerts were told of, further on. A shard that was not there is new, and one that is
/// not there any more is waited for; throws Error(no_index) on one that is another, or an earlier state of it.
void check_same_shards(const std::vector<ToldShard>& told, const std::vector<ToldShard>& now,
                       const std::string& name);

/// Puts the shards of `store` into the order of `now`, those that are gone behind, and each alert's sequences likewise.
void settle_shards(const std::vector<ToldShard>& now, AlertStore& store);

}  // namespace nsearch::searcher
