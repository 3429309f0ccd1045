// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/inotify.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <unordered_map>

namespace nsearch::indexer {

/// What happened in watched folders.
struct FolderChanges {
  std::set<std::string> files;  ///< completely written, moved in, or gone
  bool unknown = false;         ///< more than could be told: look at everything

  bool empty() const { return files.empty() && !unknown; }
};

/// Watches folders and all below them (inotify), but for hidden ones. Paths are told as the listing of the
/// folders names them. Not thread-safe.
class FolderWatch {
 public:
  /// `excluded`: a folder that is not watched (the index may lie among the documents). Throws Error(io).
  explicit FolderWatch(std::filesystem::path excluded);
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;
  ~FolderWatch();

  /// Throws Error(usage) on what is no folder; Error(io).
  void add(const std::string& folder);

  /// Adds what happened since to `changes`; waits up to `timeout` for something to happen.
  void wait(std::chrono::milliseconds timeout, FolderChanges& changes);

 private:
  void add_tree(const std::filesystem::path& folder, FolderChanges* found);
  bool add_one(const std::filesystem::path& folder);
  void take(const struct inotify_event& event, FolderChanges& changes);

  const std::filesystem::path excluded_;
  int fd_ = -1;
  std::unordered_map<int, std::filesystem::path> folders_;  // by watch
};

}  // namespace nsearch::indexer
