// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/glass/leaf_packer.h"

#include <algorithm>
#include <utility>

#include "nsearch/error.h"
#include "short_bytes.h"

namespace nsearch::indexer::glass {
namespace {

constexpr unsigned compressed_flag = 0x8000, last_piece = 0x4000, first_piece = 0x2000;
constexpr std::size_t item_head = 3;       // size and flags, length of the key
constexpr std::size_t piece_number = 2;    // in all pieces but the first
constexpr std::size_t null_entry = 3 + 2;  // with its place in the directory
constexpr unsigned most_pieces = 65535;

/// A quarter of a block, so that every block can be split by a later update.
constexpr std::size_t longest_item = (block_size - block_header - 4 * 2) / 4;

/// A tag is not cut for fewer bytes than this: reading it would take another block for next to no space.
constexpr std::size_t least_piece = 64;

void put16(char* to, std::size_t value) {
  to[0] = static_cast<char>(value >> 8);
  to[1] = static_cast<char>(value);
}

}  // namespace

char* Block::add(std::size_t size) {
  item_bytes_ += size;
  const std::size_t offset = block_size - item_bytes_;
  put16(bytes_.data() + block_header + 2 * items_++, offset);
  return bytes_.data() + offset;
}

void Block::move_to(std::string& out) {
  const std::size_t directory_end = block_header + 2 * items_;
  const std::size_t free = block_size - directory_end - item_bytes_;
  char* const header = bytes_.data();
  put16(header + 2, 1);  // the revision's lower half; its upper one stays 0
  header[4] = static_cast<char>(level_);
  put16(header + 5, free);
  put16(header + 7, free);
  put16(header + 9, directory_end);
  out += bytes_;
  std::fill(bytes_.begin(), bytes_.end(), '\0');
  items_ = item_bytes_ = 0;
}

std::string dividing_key(std::string_view before, std::string_view key) {
  return std::string(key.substr(0, common_prefix(before, key) + 1));
}

LeafPacker::LeafPacker() : block_(0), reserved_(null_entry) {}

void LeafPacker::add(std::string_view key, std::string_view tag, bool compressed) {
  if (key.empty() || key.size() > longest_key) {
    throw Error(ErrorCode::internal, "a key of " + std::to_string(key.size()) + " bytes for a table");
  }
  const unsigned flags = compressed ? compressed_flag : 0;
  const std::size_t size = item_head + key.size() + tag.size();
  if (size <= longest_item && size <= room()) {
    put(key, tag, 1, flags | first_piece | last_piece);
  } else {
    add_in_pieces(key, tag, flags);
  }
  last_key_.assign(key);
  ++leaves_.entries;
}

void LeafPacker::add_in_pieces(std::string_view key, std::string_view tag, unsigned flags) {
  for (unsigned piece = 1;; ++piece) {
    if (piece > most_pieces) {
      throw Error(ErrorCode::io,
                  "a document takes more than " + std::to_string(most_pieces) + " pieces of a table's blocks",
                  "split the document");
    }
    const std::size_t overhead = item_head + key.size() + (piece > 1 ? piece_number : 0);
    const std::size_t wanted = std::min(tag.size(), longest_item - overhead);
    if (room() < overhead + std::min(wanted, least_piece)) finish_block();
    const std::size_t size = std::min(wanted, room() - overhead);
    const unsigned begin = piece == 1 ? first_piece : 0, end = size == tag.size() ? last_piece : 0;
    put(key, tag.substr(0, size), piece, flags | begin | end);
    tag.remove_prefix(size);
    if (end != 0) return;
  }
}

void LeafPacker::put(std::string_view key, std::string_view tag, unsigned piece, unsigned flags) {
  if (block_.empty()) start_block(key, piece);
  const std::size_t size = item_head + key.size() + (piece > 1 ? piece_number : 0) + tag.size();
  char* to = block_.add(size);
  put16(to, flags | (size - item_head));
  to[2] = static_cast<char>(key.size());
  to += item_head;
  to = copy_few(to, key.data(), key.size());
  if (piece > 1) {
    put16(to, piece);
    to += piece_number;
  }
  copy_few(to, tag.data(), tag.size());
}

void LeafPacker::start_block(std::string_view key, unsigned piece) {
  LeafStart start;
  start.piece = static_cast<std::uint16_t>(piece);
  // A tag that runs on over the edge has one key on both sides.
  const bool whole = piece > 1 || (leaves_.starts.empty() && !leaves_.continued);
  start.key = whole ? std::string(key) : dividing_key(last_key_, key);
  leaves_.starts.push_back(std::move(start));
}

void LeafPacker::finish_block() {
  block_.move_to(leaves_.blocks);
  reserved_ = 0;
}

Leaves LeafPacker::take_full() {
  Leaves full = std::move(leaves_);
  leaves_ = {};
  leaves_.continued = full.continued || !full.starts.empty();
  // Without a full leaf, what comes before the first one's start is still what it was.
  if (!full.blocks.empty()) full.last_key = last_key_;
  if (!block_.empty()) {  // the block being filled has its start already
    if (full.starts.size() == 1) leaves_.continued = full.continued;
    leaves_.starts.push_back(std::move(full.starts.back()));
    full.starts.pop_back();
  }
  return full;
}

Leaves LeafPacker::take_all() {
  if (!block_.empty()) finish_block();
  reserved_ = null_entry;
  leaves_.last_key = last_key_;
  return std::exchange(leaves_, {});
}

}  // namespace nsearch::indexer::glass
