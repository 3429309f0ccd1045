// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/table.h"

#include <xapian.h>

#include <algorithm>
#include <cstring>

namespace nsearch::glass {

namespace {

constexpr std::size_t header = 11;
constexpr Byte flag_compressed = 0x80, flag_last = 0x40;

}  // namespace

Table::Table(const std::filesystem::path& path, const TableRoot& root, std::uint32_t revision)
    : name_(path.string()), file_(path), root_(root), revision_(revision) {
  if (root.level >= most_levels) corrupt("too many levels");
  if (!root.fake && file_.data() == nullptr) corrupt("the file is missing or empty");
}

void Table::modified() const {
  throw Xapian::DatabaseModifiedError(name_ + ": the revision that is read was overwritten");
}

void Table::corrupt(const char* what, const Byte* block) const {
  if (block != nullptr) check(block);
  throw Xapian::DatabaseCorruptError(name_ + ": " + what);
}

const Byte* Table::block(std::uint32_t number, unsigned level) const {
  const std::uint64_t at = std::uint64_t{number} * root_.block_size;
  if (at + root_.block_size > file_.size()) corrupt("a block lies behind the end of the file");
  const Byte* block = file_.data() + at;
  check(block);
  if (block[4] != level) corrupt("a block is of another level than the tree has it", block);
  return block;
}

Cursor::Step Cursor::enter(std::uint32_t number, unsigned level) const {
  Step step;
  step.block = table_->block(number, level);
  const unsigned end = big_endian(step.block + 9, 2);
  if (end < header || end > table_->root_.block_size)
    table_->corrupt("a block's directory has no end", step.block);
  step.items = static_cast<unsigned>((end - header) / 2);
  if (step.items == 0) table_->corrupt("a block is empty", step.block);
  return step;
}

Cursor::Item Cursor::item(const Step& step, unsigned number, unsigned level) const {
  const Byte* const block_end = step.block + table_->root_.block_size;
  const unsigned offset = big_endian(step.block + header + 2 * number, 2);
  const std::size_t before_key = level == 0 ? 3 : 5;
  Item item;
  item.begin = step.block + offset;
  if (item.begin + before_key > block_end)
    table_->corrupt("an item lies behind the end of its block", step.block);
  item.key_length = item.begin[before_key - 1];
  item.key = item.begin + before_key;
  item.end =
      level == 0 ? item.begin + 3 + (big_endian(item.begin, 2) & 0x1fff) : item.key + item.key_length + 2;
  if (item.end > block_end || item.key + item.key_length > item.end)
    table_->corrupt("an item is longer than its block", step.block);
  return item;
}

/// Whether the item is not behind the first piece of `key`'s tag.
bool Cursor::not_above(const Item& item, unsigned level, unsigned number, std::string_view key) const {
  if (level > 0 && number == 0) return true;
  const std::size_t both = std::min<std::size_t>(item.key_length, key.size());
  const int order = both == 0 ? 0 : std::memcmp(item.key, key.data(), both);
  if (order != 0) return order < 0;
  if (item.key_length != key.size()) return item.key_length < key.size();
  if (level == 0) return (item.begin[0] & 0x20) != 0;
  return big_endian(item.key + item.key_length, 2) <= 1;
}

/// Whether the leaf at hand is where `key` would be.
bool Cursor::in_leaf(std::string_view key) const {
  const Step& leaf = path_[0];
  if (leaf.block == nullptr) return false;
  check();
  return not_above(item(leaf, 0, 0), 0, 0, key) &&
         !not_above(item(leaf, leaf.items - 1, 0), 0, leaf.items - 1, key);
}

/// The last item that is not above `key`; the first where there is none.
unsigned Cursor::find(const Step& step, unsigned level, std::string_view key) const {
  unsigned low = 0, high = step.items;  // item `low` is not above; `high` is
  while (high - low > 1) {
    const unsigned middle = (low + high) / 2;
    (not_above(item(step, middle, level), level, middle, key) ? low : high) = middle;
  }
  return low;
}

void Cursor::descend(std::string_view key) {
  std::uint32_t number = table_->root_.block;
  for (unsigned level = table_->root_.level;; --level) {
    Step& step = path_[level] = enter(number, level);
    step.item = find(step, level, key);
    if (level == 0) return;
    number = child(item(step, step.item, level));
    table_->check(step.block);
  }
}

bool Cursor::seek(std::string_view key) {
  if (table_->empty()) {
    key_ = {};
    return false;
  }
  if (in_leaf(key)) {
    path_[0].item = find(path_[0], 0, key);
  } else {
    descend(key);
  }
  // A dividing key may be cut: it is only a lower bound of the leaf's first.
  if (!not_above(item(path_[0], 0, 0), 0, 0, key) && !step_backward()) corrupt("the first entry is missing");
  settle();
  while (!at_first_piece()) {
    if (!step_backward()) corrupt("a tag has no beginning");
    settle();
  }
  return key_ == key;
}

/// Moves the path to the next item of the leaves; false behind the last.
bool Cursor::step_forward() {
  unsigned level = 0;
  while (path_[level].item + 1 >= path_[level].items) {
    if (++level > table_->root_.level) return false;
  }
  ++path_[level].item;
  while (level > 0) {
    const std::uint32_t number = child(item(path_[level], path_[level].item, level));
    table_->check(path_[level].block);
    --level;
    path_[level] = enter(number, level);
  }
  return true;
}

bool Cursor::step_backward() {
  unsigned level = 0;
  while (path_[level].item == 0) {
    if (++level > table_->root_.level) return false;
  }
  --path_[level].item;
  while (level > 0) {
    const std::uint32_t number = child(item(path_[level], path_[level].item, level));
    table_->check(path_[level].block);
    --level;
    path_[level] = enter(number, level);
    path_[level].item = path_[level].items - 1;
  }
  return true;
}

void Cursor::settle() {
  const Item here = item(path_[0], path_[0].item, 0);
  flags_ = here.begin[0];
  key_ = {reinterpret_cast<const char*>(here.key), here.key_length};
  const Byte* piece = here.key + here.key_length + (at_first_piece() ? 0 : 2);
  if (piece > here.end) corrupt("an item is shorter than its key");
  piece_ = {reinterpret_cast<const char*>(piece), static_cast<std::size_t>(here.end - piece)};
  check();
}

bool Cursor::next() {
  if (table_->empty()) return false;
  do {
    if (!step_forward()) return false;
    settle();
  } while (!at_first_piece());
  return true;
}

std::string_view Cursor::plain_tag(std::string& buffer) const {
  std::string_view tag;
  if (!this->tag(tag, buffer)) corrupt("a tag is compressed");
  return tag;
}

bool Cursor::tag(std::string_view& tag, std::string& buffer) const {
  return (flags_ & flag_compressed) == 0 && !stored_tag(tag, buffer);
}

bool Cursor::stored_tag(std::string_view& tag, std::string& buffer) const {
  const bool compressed = (flags_ & flag_compressed) != 0;
  tag = piece_;
  if ((flags_ & flag_last) != 0) return compressed;
  buffer.assign(piece_);
  Cursor further = *this;
  unsigned pieces = 1;
  do {
    if (!further.step_forward()) further.corrupt("a tag has no end");
    further.settle();
    if (further.at_first_piece()) further.corrupt("a tag has no end");
    const auto* numbered = reinterpret_cast<const Byte*>(further.piece_.data()) - 2;
    if (big_endian(numbered, 2) != ++pieces || further.key_ != key_) further.corrupt("a tag lacks a piece");
    buffer += further.piece_;
    further.check();
  } while ((further.flags_ & flag_last) == 0);
  tag = buffer;
  return compressed;
}

std::vector<std::string> Cursor::dividing_keys(std::size_t least) const {
  std::vector<std::pair<std::string, std::uint32_t>> parts, children;  // where each begins, and its block
  if (table_->empty()) return {};
  parts.emplace_back(std::string(), table_->root_.block);
  for (unsigned level = table_->root_.level; level > 0 && parts.size() <= least; --level) {
    children.clear();
    for (const auto& [begin, number] : parts) {
      const Step step = enter(number, level);
      for (unsigned i = 0; i < step.items; ++i) {
        const Item below = item(step, i, level);
        const auto* key = reinterpret_cast<const char*>(below.key);
        children.emplace_back(i == 0 ? begin : std::string(key, below.key_length), child(below));
      }
    }
    parts.swap(children);
  }
  std::vector<std::string> keys;
  for (std::size_t i = 1; i < parts.size(); ++i) keys.push_back(std::move(parts[i].first));
  return keys;
}

}  // namespace nsearch::glass
