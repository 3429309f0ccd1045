// SPDX-License-Identifier: GPL-2.0-or-later
#include "maintenance/write_compacted.h"

#include <algorithm>
#include <system_error>
#include <thread>
#include <vector>

#include "builder/write_merged.h"
#include "nsearch/error.h"
#include "storage/open_database.h"

namespace nsearch::indexer {

namespace fs = std::filesystem;

std::uint64_t write_compacted(const IndexDirectory& index, const fs::path& target,
                              const CompactOptions& options, const BuilderCheck& check) {
  std::vector<MergeSource> sources;
  translating_errors(index.path().string(), [&] {
    for (const fs::path& generation : index.in_force().all()) {
      check_readable(Xapian::Database(generation.string()), index.path().string());
      sources.push_back({generation, {}});
    }
  });
  CopyProgress progress{0, index.bytes()};
  MergeOptions merge;
  merge.threads = options.threads != 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
  merge.on_progress = [&](std::uint64_t bytes) {
    if (options.cancelled && options.cancelled()) throw CompactionCancelled();
    progress.bytes = std::min(bytes, progress.total_bytes);
    if (options.on_progress) options.on_progress(progress);
  };
  merge.on_progress(0);
  std::error_code error;
  fs::create_directory(target, error);
  if (error) throw Error(ErrorCode::io, target.string() + ": can't make the folder: " + error.message());
  return write_merged(sources, target, {}, merge, check);
}

}  // namespace nsearch::indexer
