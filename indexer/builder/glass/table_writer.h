// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "builder/glass/leaf_packer.h"
#include "builder/glass/output_file.h"

namespace nsearch::indexer::glass {

/// What the version file says of a table.
struct TableRoot {
  std::uint32_t block = 0;
  unsigned level = 0;
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;  ///< 0: there is no file, as there are no entries
};

/// Writes one table: leaves as they come, in key order, then the branches above them. Not thread-safe. Throws
/// Error(io).
class TableWriter {
 public:
  explicit TableWriter(std::filesystem::path path) : path_(std::move(path)) {}

  /// Leaves with keys above all that came before.
  void append(Leaves&& leaves);

  /// Writes the branches; the table is whole then.
  TableRoot finish();

 private:
  struct Child {
    std::string key;  // the least that it may hold
    std::uint16_t piece;
    std::uint32_t block;
  };
  std::uint32_t write_block(std::string_view block);
  std::vector<Child> write_branches(const std::vector<Child>& children, unsigned level);

  const std::filesystem::path path_;
  std::unique_ptr<OutputFile> file_;
  std::vector<Child> children_;  // all leaves
  std::string last_key_;
  std::uint64_t entries_ = 0;
  std::uint32_t blocks_ = 0;
};

}  // namespace nsearch::indexer::glass
