// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace nsearch::indexer {

/// Copies a file's bytes to `target`, which is made or overwritten; within a file system that can, they are
/// shared instead of copied. `copied` is told of each piece. Throws Error(io) naming the file.
void copy_file(const std::filesystem::path& source, const std::filesystem::path& target,
               const std::function<void(std::uint64_t bytes)>& copied);

/// A small file's content. Throws Error(io).
std::string read_file(const std::filesystem::path& path);

}  // namespace nsearch::indexer
