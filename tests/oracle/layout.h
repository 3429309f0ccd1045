// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "nsearch/document.h"
#include "oracle/corpora.h"
#include "oracle/random.h"
#include "storage/index_directory.h"

namespace oracle {

/// How an index lies on disk, and how it is reached.
struct Layout {
  unsigned shards = 1;
  bool recent = false;  ///< it was changed several times, which is kept apart
  bool served = false;  ///< by stock xapian-progsrv, each shard a process

  /// Like every other index: of one shard, built at once, in this folder.
  bool plain() const { return shards == 1 && !recent && !served; }
};

/// An index of some layout, and what was added to it.
class LaidOut {
 public:
  LaidOut(const Layout& layout, std::vector<nsearch::Document> documents, Random& random);

  /// New documents come, some that are there or were there come with another text, some go: all of it in one commit.
  void change(std::vector<nsearch::Document> come, Random& random);

  /// New documents come.
  void grow(const std::vector<nsearch::Document>& come) { write(come, {}); }

  /// What to search.
  const std::string& path() const { return path_; }

  /// What is in force, by id: as it was added last.
  const std::map<std::string, nsearch::Document>& documents() const { return documents_; }

  /// What was replaced or removed, and lies in the tables still.
  std::vector<nsearch::StoredDocument> dead() const;

  /// How many shards have changes that are kept apart.
  std::size_t apart() const;

 private:
  void write(const std::vector<nsearch::Document>& come, const std::vector<std::string>& go);
  std::vector<nsearch::IndexDirectory> shards() const;
  void serve();

  TemporaryIndex folder_;
  Layout layout_;
  std::string path_;
  std::map<std::string, nsearch::Document> documents_;
};

}  // namespace oracle
