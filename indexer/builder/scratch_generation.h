// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <system_error>

#include "nsearch/error.h"
#include "storage/index_directory.h"

namespace nsearch::indexer {

/// A generation in the making: gone with the object unless it is in force by then. The lock is held meanwhile. Throws
/// Error(io).
class ScratchGeneration {
 public:
  explicit ScratchGeneration(const IndexDirectory& directory)
      : directory_(directory), folder_(directory.next()) {
    std::error_code error;
    std::filesystem::create_directory(folder_, error);
    if (error) throw Error(ErrorCode::io, folder_.string() + ": can't make the folder: " + error.message());
  }
  ScratchGeneration(const ScratchGeneration&) = delete;
  ScratchGeneration& operator=(const ScratchGeneration&) = delete;
  ~ScratchGeneration() { directory_.remove_leftovers(); }

  const std::filesystem::path& folder() const { return folder_; }

 private:
  const IndexDirectory& directory_;
  const std::filesystem::path folder_;
};

}  // namespace nsearch::indexer
