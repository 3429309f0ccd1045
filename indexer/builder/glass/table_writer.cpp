// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/glass/table_writer.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "builder/glass/encoding.h"
#include "nsearch/error.h"

namespace nsearch::indexer::glass {
namespace {

/// Puts the entry without key and tag, from which cursors start, into a table's first leaf, as its first
/// item. The packer has left room for it: see LeafPacker.
void insert_null_entry(char* leaf) {
  constexpr char entry[] = {0x60, 0, 0};  // first and last piece, three bytes
  const auto field = [&](std::size_t at) {
    return std::size_t{static_cast<unsigned char>(leaf[at])} << 8 | static_cast<unsigned char>(leaf[at + 1]);
  };
  const auto set_field = [&](std::size_t at, std::size_t value) {
    leaf[at] = static_cast<char>(value >> 8);
    leaf[at + 1] = static_cast<char>(value);
  };
  const std::size_t directory_end = field(9), free = field(5);
  const std::size_t offset = directory_end + free - sizeof entry;
  std::memcpy(leaf + offset, entry, sizeof entry);
  std::memmove(leaf + block_header + 2, leaf + block_header, directory_end - block_header);
  set_field(block_header, offset);
  set_field(5, free - 2 - sizeof entry);
  set_field(7, free - 2 - sizeof entry);
  set_field(9, directory_end + 2);
}

}  // namespace

void TableWriter::write_blocks(std::string_view blocks) {
  constexpr std::uint64_t most_blocks = std::numeric_limits<std::uint32_t>::max() - 1;
  const std::uint64_t count = blocks.size() / block_size;
  if (blocks_ + count > most_blocks) throw Error(ErrorCode::io, path_.string() + ": too large for a table");
  file_->write(blocks);
  blocks_ += static_cast<std::uint32_t>(count);
}

/// A start: sized key, piece.
void TableWriter::Level::add(std::string_view key, std::uint16_t piece) {
  starts.write_sized(key);
  starts.write_value(piece);
  ++blocks;
}

void TableWriter::append(Leaves&& leaves) {
  entries_ += leaves.entries;
  if (leaves.blocks.empty()) {
    if (!leaves.last_key.empty()) last_key_ = std::move(leaves.last_key);
    return;
  }
  if (!file_) {
    file_ = std::make_unique<OutputFile>(path_);
    insert_null_entry(leaves.blocks.data());
  }
  LeafStart& first = leaves.starts.front();
  if (!leaves.continued && first.piece == 1) first.key = dividing_key(last_key_, first.key);
  write_blocks(leaves.blocks);
  for (const LeafStart& start : leaves.starts) leaves_.add(start.key, start.piece);
  last_key_ = std::move(leaves.last_key);
  file_->start_writeback();
}

TableWriter::Level TableWriter::write_branches(const Level& children, unsigned level) {
  constexpr std::size_t bytes_between_writes = 256 << 10;
  Level written(path_);
  written.first = blocks_;
  Block block(level);
  std::string out, item, key;
  SpoolReader starts(children.starts);
  for (std::uint32_t child = children.first; !starts.at_end(); ++child) {
    key.assign(starts.take_sized());
    const auto start_piece = starts.take_value<std::uint16_t>();
    const auto make_item = [&](std::string_view least, std::uint16_t piece) {
      item.clear();
      append_big_endian(item, child, 4);
      item += static_cast<char>(least.size());
      item += least;
      append_big_endian(item, piece, 2);
    };
    make_item(key, start_piece);
    if (block.room() < item.size()) block.move_to(out);
    if (out.size() >= bytes_between_writes) {
      write_blocks(out);
      out.clear();
    }
    if (block.empty()) {
      written.add(key, start_piece);
      make_item({}, 0);  // never compared
    }
    std::memcpy(block.add(item.size()), item.data(), item.size());
  }
  block.move_to(out);
  write_blocks(out);
  return written;
}

TableRoot TableWriter::finish() {
  TableRoot root;
  if (!file_) return root;
  Level top = std::move(leaves_);
  while (top.blocks > 1) top = write_branches(top, ++root.level);
  file_->close();
  root.block = top.first;
  root.entries = entries_;
  root.blocks = blocks_;
  return root;
}

}  // namespace nsearch::indexer::glass
