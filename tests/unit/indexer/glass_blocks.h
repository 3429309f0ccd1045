// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace test {

/// A glass table written once, read block by block in the plainest way; the last block is the root.
class GlassTable {
 public:
  explicit GlassTable(const std::filesystem::path& path);

  std::size_t blocks() const;
  std::string block(std::size_t number) const;
  unsigned level(std::size_t number) const;
  /// The items of a block, in the order of its directory.
  std::vector<std::string> items(std::size_t number) const;

  /// Keys and whole tags of all leaves, inflated, without the entry that has no key.
  std::vector<std::pair<std::string, std::string>> entries() const;
  /// Of the tag that is cut most.
  unsigned most_pieces() const;
  std::size_t compressed_tags() const;

  /// The first thing that is not as it has to be, by block; empty: nothing.
  std::string find_fault() const;

 private:
  struct Item;
  std::vector<Item> leaf_items() const;
  std::string find_block_fault(std::size_t number) const;
  std::string find_branch_fault(std::size_t number) const;

  std::string bytes_;
};

}  // namespace test
