// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "nsearch/export.h"
#include "nsearch/indexer.h"

/// Following folders
/// =================
///
///     nsearch::WatchRun watch;
///     watch.run.paths = {"incoming/"};
///     watch.run.cancelled = [] { return stop; };
///     nsearch::watch_folders("news.idx", watch);           // returns when cancelled
///
/// A file that is written or moved into a watched folder is searchable within a second.
namespace nsearch {

struct WatchRun {
  /// What to index and how; `paths` are folders. Without `cancelled` the watch never ends. With `delete_missing` the documents
  /// of removed files are deleted.
  IndexRun run;
  /// How long to gather files after the first, so that many dropped at once make one commit.
  std::chrono::milliseconds gather{100};
  /// Told what each batch did, the first one (what was there already) included.
  std::function<void(const IndexSummary&)> on_batch;
};

/// Indexes what is in the folders, then every file as soon as it is completely written (closed by its writer, or moved in),
/// in new subfolders too; hidden files are passed over. The index's lock is held for each batch only: other writers get
/// their turn in between, and are waited for. Returns once `run.cancelled` says so, all that was begun being committed. Linux
/// (inotify). Throws as index_files(); Error(usage) where a path is no folder; Error(io) where the system has no more watches.
NSEARCH_EXPORT void watch_folders(const std::string& directory, const WatchRun& watch);

}  // namespace nsearch
