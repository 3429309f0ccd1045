// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>

namespace nsearch::indexer {

/// Tells which documents the index held, unchanged, at its last commit: read by a database of its own, so
/// that another thread than the writer's may ask. Not thread-safe. Throws Error (io, corrupt).
class CommittedDigests {
 public:
  explicit CommittedDigests(const std::filesystem::path& generation);

  bool contains(const std::string& digest);

 private:
  std::string path_;
  Xapian::Database database_;
};

}  // namespace nsearch::indexer
