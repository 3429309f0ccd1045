// SPDX-License-Identifier: GPL-2.0-or-later
#include <chrono>
#include <filesystem>
#include <vector>

#include "maintenance/write_compacted.h"
#include "nsearch/error.h"
#include "nsearch/maintenance.h"
#include "storage/index_directory.h"
#include "storage/shards.h"

namespace nsearch {
namespace {

namespace fs = std::filesystem;

/// One shard, or an index that has no others.
CompactSummary compact_one(const IndexDirectory& index, const CompactOptions& options) {
  index.in_force();  // throws where no index is, before a lock file is made
  const IndexLock lock(index, options.wait);
  index.remove_leftovers();
  CompactSummary summary;
  summary.bytes_before = index.bytes();
  try {
    const fs::path generation = index.next();
    summary.documents = indexer::write_compacted(index, generation, options);
    index.publish({generation, {}});
  } catch (const indexer::CompactionCancelled&) {
    summary.cancelled = true;
  } catch (...) {
    index.remove_leftovers();
    throw;
  }
  index.remove_leftovers();
  summary.bytes_after = index.bytes();
  return summary;
}

CompactSummary compact_shards(const IndexDirectory& index, const std::vector<fs::path>& shards,
                              const CompactOptions& options) {
  const IndexLock lock(index, options.wait);
  const std::uint64_t all = index.bytes();
  CompactSummary sum;
  for (const fs::path& shard : shards) {
    CompactOptions of_shard = options;
    const std::uint64_t before = sum.bytes_before;
    if (options.on_progress)
      of_shard.on_progress = [&](const CopyProgress& p) { options.on_progress({before + p.bytes, all}); };
    const CompactSummary done = compact_one(IndexDirectory(shard), of_shard);
    sum.documents += done.documents;
    sum.bytes_before += done.bytes_before;
    sum.cancelled = done.cancelled;
    if (sum.cancelled) break;
  }
  sum.bytes_before = all;
  sum.bytes_after = index.bytes();
  return sum;
}

}  // namespace

CompactSummary compact_index(const std::string& directory, const CompactOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  const IndexDirectory index(directory);
  const std::vector<fs::path> shards = storage::shards_to_write(index);
  CompactSummary summary =
      shards.size() == 1 ? compact_one(index, options) : compact_shards(index, shards, options);
  summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return summary;
}

}  // namespace nsearch
