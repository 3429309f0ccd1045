// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "bit_count.h"
#include "builder/glass/version_file.h"
#include "builder/merge/merge_generations.h"
#include "glass/table.h"

namespace nsearch::indexer::merge {

/// The numbers that documents get: without gaps, in the order of the old ones. Pages for numbers that no document has take
/// no memory, the others 3 bits a document.
class NumberMap {
 public:
  static constexpr std::uint32_t absent = 0, dropped = UINT32_MAX;

  explicit NumberMap(std::uint32_t last);

  std::uint32_t last() const { return last_; }
  std::uint32_t operator[](std::uint32_t document) const {
    if (document > last_) return absent;
    const Group& group = groups_[document / 64];
    const std::uint64_t bit = std::uint64_t{1} << document % 64;
    if ((group.numbered & bit) == 0) return (group.dropped & bit) == 0 ? absent : dropped;
    return group.first + count_bits(group.numbered & (bit - 1));
  }

  void drop(std::uint32_t document) { groups_[document / 64].dropped |= std::uint64_t{1} << document % 64; }
  /// Documents ascend, and so does `number`, by one at a time.
  void number(std::uint32_t document, std::uint32_t number) {
    Group& group = groups_[document / 64];
    if (group.numbered == 0) group.first = number;
    group.numbered |= std::uint64_t{1} << document % 64;
  }

 private:
  /// 64 documents.
  struct Group {
    std::uint64_t numbered, dropped;  // a bit each
    std::uint32_t first;              // the number of the first that has one
  };
  struct Free {
    void operator()(Group* groups) const;
  };
  std::uint32_t last_;
  std::unique_ptr<Group[], Free> groups_;
};

/// A database that is merged, with the new numbers of its documents. Thread-safe once made. Throws Error(corrupt), and
/// Xapian::Error where a table is damaged.
class Source {
 public:
  /// Documents are numbered, and counted, behind those of `all`.
  Source(const MergeSource& source, glass::Statistics& all);

  const std::filesystem::path& folder() const { return folder_; }
  const nsearch::glass::Table& table(glass::Table which) const { return *tables_[which]; }

  /// Whether no document is left out.
  bool whole() const { return whole_; }

  /// The new number of a document; NumberMap::dropped where it is left out. Throws Error(corrupt) where there is none.
  std::uint32_t renumbered(std::uint32_t document) const {
    const std::uint32_t number = numbers_[document];
    if (number == NumberMap::absent) unknown_document(document);
    return number;
  }

  /// Notes that so many entries of a table have been merged.
  void count(glass::Table which, std::uint64_t entries) { merged_[which] += entries; }
  /// Throws Error(corrupt) unless all of them have.
  void check_counts() const;

  [[noreturn]] void damaged(const std::string& what) const;

  /// What was read of a table no longer counts as this process's memory.
  void forget(glass::Table which) const { tables_[which]->forget(); }

 private:
  [[noreturn]] void unknown_document(std::uint32_t document) const;
  void drop(const DocumentSet& dead);
  void number_documents(std::uint32_t documents, glass::Statistics& all);

  const std::filesystem::path folder_;
  std::array<std::unique_ptr<nsearch::glass::Table>, glass::table_count> tables_;  // those that are merged
  std::array<std::atomic<std::uint64_t>, glass::table_count> merged_ = {};
  NumberMap numbers_{0};
  bool whole_ = true;
};

}  // namespace nsearch::indexer::merge
