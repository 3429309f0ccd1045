// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nsearch::indexer {

/// One input of a run, or one that can't be read.
struct Input {
  std::string path;
  std::string trouble;  ///< why it can't be read; mostly empty
};

struct InputList {
  std::vector<Input> inputs;      ///< in the order in which they are read
  std::uint64_t total_bytes = 0;  ///< on disk; 0 where it is not known (standard input, a pipe)
};

/// What becomes of a path that does not exist.
enum class Absent { refuse, skip };

/// Everything that `paths` name: files as given, folders recursively and ordered by name, without hidden
/// files and without the folder `excluded` (the index itself may lie among the documents). Throws
/// Error(usage) on a path that does not exist, unless it may be absent.
InputList list_inputs(const std::vector<std::string>& paths, const std::filesystem::path& excluded,
                      Absent absent = Absent::refuse);

}  // namespace nsearch::indexer
