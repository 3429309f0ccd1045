// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "builder/glass/leaf_packer.h"
#include "builder/glass/output_file.h"
#include "builder/glass/spool.h"

namespace nsearch::indexer::glass {

/// What the version file says of a table.
struct TableRoot {
  std::uint32_t block = 0;
  unsigned level = 0;
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;  ///< 0: there is no file, as there are no entries
};

/// Writes one table: leaves as they come, in key order, then the branches above them. What the branches will say waits in
/// a spool, so memory does not grow with the table. Not thread-safe. Throws Error(io).
class TableWriter {
 public:
  explicit TableWriter(std::filesystem::path path) : path_(std::move(path)), leaves_(path_) {}

  /// Leaves with keys above all that came before.
  void append(Leaves&& leaves);

  /// Writes the branches; the table is whole then.
  TableRoot finish();

 private:
  /// Blocks of one level, which are numbered one after the other: of each the least that it may hold.
  struct Level {
    explicit Level(const std::filesystem::path& table) : starts(table.string() + ".starts") {}

    void add(std::string_view key, std::uint16_t piece);

    Spool starts;
    std::uint32_t first = 0, blocks = 0;
  };
  void write_blocks(std::string_view blocks);
  Level write_branches(const Level& children, unsigned level);

  const std::filesystem::path path_;
  std::unique_ptr<OutputFile> file_;
  Level leaves_;
  std::string last_key_;
  std::uint64_t entries_ = 0;
  std::uint32_t blocks_ = 0;
};

}  // namespace nsearch::indexer::glass
