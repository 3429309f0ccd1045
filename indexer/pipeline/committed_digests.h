// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "storage/index_directory.h"

namespace nsearch::indexer {

/// Tells which documents the index held, unchanged, at its last commit: read by a database of its own, so
/// that another thread than the writer's may ask. Not thread-safe. Throws Error (io, corrupt).
class CommittedDigests {
 public:
  explicit CommittedDigests(const IndexDirectory::InForce& generations);

  bool contains(const std::string& digest);

 private:
  std::string path_;
  Xapian::Database database_;  // of all generations
};

}  // namespace nsearch::indexer
