// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "damageable_file.h"
#include "folder.h"
#include "glass/posting_list.h"
#include "glass/version.h"
#include "storage/index_schema.h"

namespace nsearch::fuzz {

/// A small database whose tables can be damaged: many blocks, with all that tables hold: lists of several chunks, tags of several pieces, compressed ones,
/// values, tombstones, gaps between documents.
class SmallDatabase {
 public:
  static constexpr std::uint32_t gap = 200, documents = 800, last_document = gap * documents;

  SmallDatabase() {
    fill();
    const auto version = glass::read_version(folder());
    insist(version.has_value(), "the version can't be read");
    revision_ = version->revision;
    insist(chunks_of("every", *version) > 2, "too small for a list of several chunks");
    for (const char* table : {"postlist.glass", "position.glass", "docdata.glass", "termlist.glass"})
      tables_.emplace_back(folder() / table);
  }

  const std::filesystem::path& folder() const { return folder_.path(); }
  std::uint64_t revision() const { return revision_; }

  /// Each five bytes: a kind of damage and a table, a place, a number. A byte gets another value; or an item of a block changes places
  /// with another of it; or a block is written over another.
  void damage(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t of_one = 5, most = 40;
    for (std::size_t at = 0; at + of_one <= size && at < most * of_one; at += of_one) {
      DamageableFile& table = tables_[data[at] % tables_.size()];
      const std::size_t place = data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3];
      const std::uint8_t number = data[at + 4];
      switch (data[at] >> 6) {
        case 2:
          exchange_items(table, place, number);
          break;
        case 3:
          table.copy(place * block_size, number * block_size, block_size);
          break;
        default:
          table.set(place, number);
      }
    }
  }

  void undo() {
    for (DamageableFile& table : tables_) table.undo();
  }

 private:
  static constexpr std::size_t block_size = 2048;  // the least

  static void exchange_items(DamageableFile& table, std::size_t place, std::uint8_t other) {
    constexpr std::size_t header = 11, offset = 2, often = 32;  // so many items a block has, or fewer
    const std::size_t directory = place / often * block_size + header;
    table.exchange(directory + place % often * offset, directory + other % often * offset, offset);
  }

  std::uint32_t chunks_of(const std::string& term, const glass::Version& version) const {
    const glass::Table postings(folder() / "postlist.glass", version.postings, version.revision);
    glass::PostingList list(postings);
    for (list.open(term); !list.at_end();) list.next();
    return list.chunks();
  }

  void fill() {
    Xapian::WritableDatabase database(folder().string(), Xapian::DB_CREATE_OR_OPEN,
                                      static_cast<int>(block_size));
    for (unsigned i = 1; i <= documents; ++i) {
      Xapian::Document document;
      document.add_posting("every", i, i % 7 == 0 ? 1 : 500'000'000);  // of many bytes: several chunks
      document.add_posting("every", 2 * i + 3);
      document.add_posting("every", 3 * i + 9);
      document.add_posting("some" + std::to_string(i % 9), 5);
      document.add_term("Qid" + std::to_string(i));
      document.add_term(std::string("\0zero\0", 6) + std::to_string(i % 3));
      document.add_value(schema::slot_tie_break, "id" + std::to_string(i));
      if (i % 5 == 0) document.add_value(schema::slot_tombstone, std::string(schema::tombstone));
      document.set_data(std::string(i % 40 == 0 ? 3000 : 5, static_cast<char>('a' + i % 20)));
      database.replace_document(i * gap, document);
    }
    database.set_metadata("key", "value");
    database.commit();
  }

  const Folder folder_;
  std::uint64_t revision_ = 0;
  std::vector<DamageableFile> tables_;
};

}  // namespace nsearch::fuzz
