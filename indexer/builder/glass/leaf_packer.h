// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nsearch::indexer::glass {

inline constexpr std::size_t block_size = 8192;
inline constexpr std::size_t block_header = 11;
inline constexpr std::size_t longest_key = 255;

/// Fills blocks of one level with items: the directory grows from the front, items from the end, so that they
/// lie in one gap's two ends.
class Block {
 public:
  explicit Block(unsigned level) : level_(level), bytes_(block_size, '\0') {}

  bool empty() const { return items_ == 0; }
  /// How long one more item may be at most.
  std::size_t room() const {
    const std::size_t used = block_header + 2 * (items_ + 1) + item_bytes_;
    return used < block_size ? block_size - used : 0;
  }
  /// Room for the next item, which is no longer than room(); the caller fills it.
  char* add(std::size_t size);
  /// Appends the block to `out` and begins an empty one.
  void move_to(std::string& out);

 private:
  unsigned level_;
  std::size_t items_ = 0, item_bytes_ = 0;
  std::string bytes_;
};

/// Where a leaf begins: the least that may be in it.
struct LeafStart {
  std::string key;
  std::uint16_t piece = 1;  ///< of the key's tag
};

/// The beginning of `key` that is enough to tell it from the key before it.
std::string dividing_key(std::string_view before, std::string_view key);

/// Leaves in key order. They hold no block numbers, so they can be made apart and strung together.
struct Leaves {
  std::string blocks;             ///< whole ones
  std::vector<LeafStart> starts;  ///< one a block
  bool continued = false;         ///< the leaf before them is the same packer's; otherwise the first start's
                                  ///< key is whole, as what comes before it is not known
  std::string last_key;           ///< of all that the packer was given; empty where there are no blocks yet
  std::uint64_t entries = 0;

  std::size_t bytes() const { return blocks.size(); }
};

/// Packs entries that come in key order into leaves. Long tags are cut into pieces, and a tag may run on over
/// a leaf's end. Room for the entry without key that opens a table is left in the first leaf. Not
/// thread-safe.
class LeafPacker {
 public:
  LeafPacker();

  /// Keys ascend strictly and have 1 to 255 bytes. `compressed`: the tag is a raw deflate stream. Throws
  /// Error(internal) on a key too long, Error(io) on a tag that takes more pieces than can be numbered.
  void add(std::string_view key, std::string_view tag, bool compressed = false);

  /// Bytes of the leaves that are full.
  std::size_t bytes() const { return leaves_.bytes(); }

  /// The full leaves; packing goes on.
  Leaves take_full();
  /// All leaves, the last one as it is.
  Leaves take_all();

 private:
  void put(std::string_view key, std::string_view tag, unsigned piece, unsigned flags);
  void start_block(std::string_view key, unsigned piece);
  void add_in_pieces(std::string_view key, std::string_view tag, unsigned flags);
  std::size_t room() const { return block_.room() > reserved_ ? block_.room() - reserved_ : 0; }
  void finish_block();

  Block block_;
  std::size_t reserved_;  // bytes of the block being filled that stay free
  Leaves leaves_;
  std::string last_key_;
};

}  // namespace nsearch::indexer::glass
