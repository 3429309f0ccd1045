// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass_blocks.h"

#include <zlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <tuple>

namespace test {
namespace {

constexpr std::size_t block_size = 8192, header = 11;
constexpr std::size_t longest_item = (block_size - header - 8) / 4;

std::size_t field(std::string_view bytes, std::size_t at, unsigned size) {
  std::size_t value = 0;
  for (unsigned i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

std::string inflate_raw(const std::string& deflated) {
  z_stream stream{};
  if (inflateInit2(&stream, -15) != Z_OK) throw std::runtime_error("zlib");
  std::string in = deflated, out(1 << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = inflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::runtime_error("no deflate stream");
  return out;
}

}  // namespace

struct GlassTable::Item {
  std::string key, tag;
  unsigned piece = 1;
  bool compressed = false, first = false, last = false;

  explicit Item(const std::string& bytes) {
    const std::size_t head = field(bytes, 0, 2);
    compressed = (head & 0x8000) != 0;
    last = (head & 0x4000) != 0;
    first = (head & 0x2000) != 0;
    if ((head & 0x1fff) + 3 != bytes.size()) throw std::runtime_error("an item's size");
    std::size_t at = 3 + field(bytes, 2, 1);
    key = bytes.substr(3, at - 3);
    if (!first) {
      piece = static_cast<unsigned>(field(bytes, at, 2));
      at += 2;
    }
    tag = bytes.substr(at);
  }
};

GlassTable::GlassTable(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  bytes_.assign(std::istreambuf_iterator<char>(in), {});
}

std::size_t GlassTable::blocks() const {
  return bytes_.size() / block_size;
}

std::string GlassTable::block(std::size_t number) const {
  return bytes_.substr(number * block_size, block_size);
}

unsigned GlassTable::level(std::size_t number) const {
  return static_cast<unsigned char>(bytes_.at(number * block_size + 4));
}

std::vector<std::string> GlassTable::items(std::size_t number) const {
  const std::string bytes = block(number);
  std::vector<std::string> items;
  for (std::size_t at = header; at < field(bytes, 9, 2); at += 2) {
    const std::size_t offset = field(bytes, at, 2);
    const std::size_t size =
        level(number) == 0 ? (field(bytes, offset, 2) & 0x1fff) + 3 : 4 + 1 + field(bytes, offset + 4, 1) + 2;
    items.push_back(bytes.substr(offset, size));
  }
  return items;
}

std::vector<GlassTable::Item> GlassTable::leaf_items() const {
  std::vector<Item> all;
  for (std::size_t number = 0; number < blocks(); ++number) {
    if (level(number) != 0) continue;
    for (const std::string& item : items(number)) all.emplace_back(item);
  }
  return all;
}

std::vector<std::pair<std::string, std::string>> GlassTable::entries() const {
  std::vector<std::pair<std::string, std::string>> entries;
  std::string tag;
  for (const Item& item : leaf_items()) {
    if (item.key.empty()) continue;
    if (item.first) tag.clear();
    tag += item.tag;
    if (item.last) entries.emplace_back(item.key, item.compressed ? inflate_raw(tag) : tag);
  }
  return entries;
}

unsigned GlassTable::most_pieces() const {
  unsigned most = 0;
  for (const Item& item : leaf_items()) most = std::max(most, item.piece);
  return most;
}

std::size_t GlassTable::compressed_tags() const {
  std::size_t tags = 0;
  for (const Item& item : leaf_items()) tags += item.compressed && item.first;
  return tags;
}

std::string GlassTable::find_block_fault(std::size_t number) const {
  const std::string bytes = block(number);
  if (field(bytes, 0, 4) != 1) return "revision";
  const std::size_t directory_end = field(bytes, 9, 2);
  if (directory_end < header + 2 || directory_end > block_size || directory_end % 2 == 0) return "directory";
  std::size_t used = 0, lowest = block_size;
  for (std::size_t at = header; at < directory_end; at += 2) lowest = std::min(lowest, field(bytes, at, 2));
  const auto all = items(number);
  for (const std::string& item : all) {
    if (level(number) == 0 && item.size() > longest_item) return "an item too long";
    used += item.size();
  }
  if (lowest != block_size - used) return "items not packed";
  if (field(bytes, 5, 2) != lowest - directory_end || field(bytes, 7, 2) != lowest - directory_end)
    return "free bytes";
  if (bytes.find_first_not_of('\0', directory_end) < lowest) return "unused bytes";
  return "";
}

std::string GlassTable::find_branch_fault(std::size_t number) const {
  using Bound = std::tuple<std::string, std::size_t>;  // key, piece
  const auto lowest = [&](std::size_t child) {
    for (; level(child) != 0;) child = field(items(child).front(), 0, 4);
    const Item first(items(child).front().size() == 3 ? items(child).at(1) : items(child).front());
    return Bound(first.key, first.piece);
  };
  const auto highest = [&](std::size_t child) {
    for (; level(child) != 0;) child = field(items(child).back(), 0, 4);
    const Item last(items(child).back());
    return Bound(last.key, last.piece);
  };
  std::size_t before = 0;
  bool first = true;
  for (const std::string& item : items(number)) {
    const std::size_t child = field(item, 0, 4);
    if (child >= number || level(child) + 1 != level(number)) return "a child's level";
    const Bound bound(item.substr(5, item.size() - 7), field(item, item.size() - 2, 2));
    if (first) {
      if (item.size() != 7 || std::get<1>(bound) != 0) return "the first item is no stand-in";
    } else if (!(bound <= lowest(child)) || !(highest(before) < bound)) {
      return "a dividing key";
    }
    first = false;
    before = child;
  }
  return "";
}

std::string GlassTable::find_fault() const {
  if (bytes_.empty() || bytes_.size() % block_size != 0) return "size";
  std::multiset<std::size_t> children;
  try {
    for (std::size_t number = 0; number < blocks(); ++number) {
      std::string fault = find_block_fault(number);
      if (fault.empty() && level(number) > 0) {
        fault = find_branch_fault(number);
        for (const std::string& item : items(number)) children.insert(field(item, 0, 4));
      }
      if (!fault.empty()) return "block " + std::to_string(number) + ": " + fault;
    }
  } catch (const std::exception& error) {
    return error.what();
  }
  // Every block but the root hangs in the tree, once.
  for (std::size_t number = 0; number + 1 < blocks(); ++number)
    if (children.count(number) != 1) return "block " + std::to_string(number) + " is lost or used twice";
  if (children.count(blocks() - 1) != 0) return "the last block is not the root";
  const auto all = leaf_items();
  if (!all.front().key.empty() || !all.front().tag.empty()) return "no entry without key at the beginning";
  for (std::size_t i = 1; i < all.size(); ++i) {
    const auto place = [](const Item& item) { return std::tuple(item.key, item.piece); };
    if (!(place(all[i - 1]) < place(all[i]))) return "order of keys";
    if (all[i].first != (all[i].piece == 1)) return "the flag of a first piece";
    if (i + 1 < all.size() && all[i].last != (all[i + 1].first)) return "the flag of a last piece";
  }
  return "";
}

}  // namespace test
