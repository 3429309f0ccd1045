// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "glass/kept_lists.h"
#include "glass/kept_unions.h"
#include "glass/table.h"
#include "glass/value_beginnings.h"
#include "nsearch/export.h"

namespace nsearch::glass {

class Shards;

/// A local glass database, read where its files lie: what ranking and pages of hits need, several times faster than
/// through libxapian, which copies each block and each posting. docs/performance.md says what that gains. One revision of
/// it: to follow a writer, open it anew. What can't be done here (another backend, several shards, compressed tags) is left
/// to libxapian. Throws Xapian::DatabaseModifiedError, Xapian::DatabaseCorruptError.
class NSEARCH_EXPORT Database {
 public:
  /// The database in `folder` at `revision`; null where its files are of another form or revision.
  static std::unique_ptr<Database> open(const std::filesystem::path& folder, std::uint64_t revision);

  /// The number of documents with this term.
  std::uint32_t frequency(std::string_view term) const;

  /// Whether any term begins with `prefix`, which is not empty.
  bool has_prefix(std::string_view prefix) const;

  /// The length of a document, and whether there is such a document. Lengths are kept once read.
  bool length(std::uint32_t document, std::uint32_t& length) const {
    if (document > last_document_) return false;
    if (lengths_[document] == unknown) read_lengths(document);
    length = lengths_[document] - 2;
    return lengths_[document] != absent;
  }

  /// The stored data; false where it must be read otherwise.
  bool data(std::uint32_t document, std::string& data) const;

  /// The documents that have a tombstone, a bit each; empty where there are none. See index_schema.h.
  const std::vector<std::uint64_t>& dead() const { return dead_; }
  std::uint32_t dead_documents() const { return dead_documents_; }

  std::uint32_t documents() const { return documents_; }
  std::uint32_t last_document() const { return last_document_; }
  std::uint64_t total_length() const { return total_length_; }

  /// What documents are weighed by, where this is one shard of several: that of all of them. `here`: frequency(term).
  double average_length() const;
  std::uint32_t documents_in_whole() const;
  std::uint32_t frequency_in_whole(std::string_view term, std::uint32_t here) const;
  /// `whole` must live as long as this is used.
  void set_whole(const Shards* whole) { whole_ = whole; }

  /// The lists that are kept in memory.
  KeptLists& kept_lists() const { return *kept_lists_; }
  KeptUnions& kept_unions() const { return kept_unions_; }

  /// How a document's id begins: what documents that weigh the same are ordered by.
  std::uint64_t id_beginning(std::uint32_t document) const { return id_beginnings_->of(document); }

  const Table& postings() const { return *postings_; }
  const Table& positions() const { return *positions_; }

 private:
  static constexpr std::uint32_t unknown = 0, absent = 1;  // a length is kept as 2 more
  struct Free {
    void operator()(std::uint32_t* lengths) const;
  };

  Database() = default;
  bool read_version(const std::filesystem::path& folder, std::uint64_t revision);
  void read_dead();
  void read_lengths(std::uint32_t document) const;

  const Shards* whole_ = nullptr;
  std::uint32_t documents_ = 0, last_document_ = 0;
  std::uint64_t total_length_ = 0;
  std::vector<std::uint64_t> dead_;
  std::uint32_t dead_documents_ = 0;
  std::unique_ptr<Table> postings_, positions_, data_;
  std::unique_ptr<KeptLists> kept_lists_;
  mutable KeptUnions kept_unions_;
  std::unique_ptr<ValueBeginnings> id_beginnings_;
  std::unique_ptr<std::uint32_t[], Free> lengths_;  // pages that no query has touched take no memory
};

}  // namespace nsearch::glass
