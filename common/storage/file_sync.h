// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

#include "nsearch/export.h"

/// Files that are on the disk for good, not only in the system's memory. All throw Error(io) naming the file.
namespace nsearch::storage {

/// Waits until a file's bytes, or a folder's entries, are on the disk.
void sync(const std::filesystem::path& path);

/// Syncs each file below a folder, and the folders.
void sync_tree(const std::filesystem::path& folder);

/// Replaces a file's content in one step: a reader, or a machine that stops at any moment, sees the old or
/// the new one.
NSEARCH_EXPORT void replace_file(const std::filesystem::path& path, std::string_view content);

/// Adds to a file's end, and makes the file where there is none. A machine that stops meanwhile may leave a part of it.
NSEARCH_EXPORT void append_synced(const std::filesystem::path& path, std::string_view content);

}  // namespace nsearch::storage
