// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "glass/bytes.h"
#include "glass/mapped_file.h"
#include "nsearch/export.h"

namespace nsearch::glass {

/// What the version file says of a table.
struct TableRoot {
  std::uint32_t block = 0;
  unsigned level = 0;
  bool fake = false;  ///< nothing is stored
  std::uint64_t entries = 0;
  std::uint32_t block_size = 0;
};

/// A table of keys and tags as one revision of the database has it, read where it lies. Beside a writer a block may be
/// written anew at any time: it then bears a later revision. So what was read of a block counts only once check() has said
/// that it still is the old one. Thread-safe.
class NSEARCH_EXPORT Table {
 public:
  static constexpr unsigned most_levels = 10;

  /// Throws Xapian::DatabaseOpeningError, Xapian::DatabaseCorruptError.
  Table(const std::filesystem::path& path, const TableRoot& root, std::uint32_t revision);

  bool empty() const { return root_.fake || file_.data() == nullptr; }

  /// As the version file says: without the one that has no key.
  std::uint64_t entries() const { return root_.entries; }

  /// Of the file.
  std::size_t bytes() const { return file_.size(); }

  /// Tells the system that what was read so far is not needed again soon, so that it counts no longer as this
  /// process's memory. Reading goes on as before.
  void forget() const { file_.forget(); }

  /// Says what makes no sense; of `block`, if that was read. It is then damaged, unless it was overwritten meanwhile: throws
  /// Xapian::DatabaseCorruptError, or as check().
  [[noreturn]] void corrupt(const char* what, const Byte* block = nullptr) const;

  /// Throws Xapian::DatabaseModifiedError where the block was overwritten by a later revision.
  void check(const Byte* block) const {
    if (big_endian(block, 4) > revision_) modified();
  }

 private:
  friend class Cursor;
  const Byte* block(std::uint32_t number, unsigned level) const;
  [[noreturn]] void modified() const;

  const std::string name_;
  const MappedFile file_;
  const TableRoot root_;
  const std::uint32_t revision_;
};

/// A place in a table. Throws Xapian::DatabaseModifiedError, Xapian::DatabaseCorruptError.
class NSEARCH_EXPORT Cursor {
 public:
  explicit Cursor(const Table& table) : table_(&table) {}

  /// Goes to the last entry whose key is not above `key`; whether it is that very key. Before all of them it is at an entry
  /// with an empty key.
  bool seek(std::string_view key);

  /// Goes to the next entry; false behind the last.
  bool next();

  std::string_view key() const { return key_; }  ///< valid until the cursor moves

  /// The entry's tag: in place where it is in one piece, otherwise put together in `buffer`. False where it is compressed.
  bool tag(std::string_view& tag, std::string& buffer) const;

  /// As tag(), but the bytes as they are stored. Whether they are compressed.
  bool stored_tag(std::string_view& tag, std::string& buffer) const;

  /// As tag(), where no tag is ever compressed.
  std::string_view plain_tag(std::string& buffer) const;

  /// Keys that cut the table into parts of about one size: more than `least`, where it is large enough. They may be
  /// the beginnings of keys.
  std::vector<std::string> dividing_keys(std::size_t least) const;

  /// Says what makes no sense of the entry: see Table::corrupt().
  [[noreturn]] void corrupt(const char* what) const { table_->corrupt(what, path_[0].block); }

  /// Throws unless what was read of the entry's block was of the table's revision.
  void check() const { table_->check(path_[0].block); }

 private:
  struct Step {
    const Byte* block = nullptr;
    unsigned items = 0;
    unsigned item = 0;
  };
  struct Item {
    const Byte* begin = nullptr;
    const Byte* end = nullptr;
    const Byte* key = nullptr;
    unsigned key_length = 0;
  };
  Step enter(std::uint32_t block, unsigned level) const;
  Item item(const Step& step, unsigned number, unsigned level) const;
  static std::uint32_t child(const Item& item) { return big_endian(item.begin, 4); }
  bool not_above(const Item& item, unsigned level, unsigned number, std::string_view key) const;
  bool in_leaf(std::string_view key) const;
  unsigned find(const Step& step, unsigned level, std::string_view key) const;
  void descend(std::string_view key);
  bool step_forward();
  bool step_backward();
  void settle();
  bool at_first_piece() const { return (flags_ & 0x20) != 0; }

  const Table* table_;
  std::array<Step, Table::most_levels> path_;  // [0] is the leaf
  std::string_view key_, piece_;
  Byte flags_ = 0;
};

}  // namespace nsearch::glass
