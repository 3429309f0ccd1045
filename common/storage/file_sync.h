// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

#include "nsearch/export.h"

/// Files that are on the disk for good, not only in the system's memory. All throw Error(io) naming the file.
namespace nsearch::storage {

/// Waits until a file's bytes, or a folder's entries, are on the disk.
NSEARCH_EXPORT void sync(const std::filesystem::path& path);

/// Syncs each file below a folder, and the folders.
void sync_tree(const std::filesystem::path& folder);

/// Replaces a file's content in one step: a reader, or a machine that stops at any moment, sees the old or
/// the new one.
NSEARCH_EXPORT void replace_file(const std::filesystem::path& path, std::string_view content);

/// A file that is added to, and made where there is none. Who is killed has written what add() returned from; a machine that
/// stops may leave any part of what was added since sync().
class NSEARCH_EXPORT AppendedFile {
 public:
  explicit AppendedFile(std::filesystem::path path);
  AppendedFile(AppendedFile&& other) noexcept;
  AppendedFile& operator=(AppendedFile&&) = delete;
  ~AppendedFile();

  void add(std::string_view content) const;
  void sync() const;

 private:
  std::filesystem::path path_;
  int file_;
};

}  // namespace nsearch::storage
