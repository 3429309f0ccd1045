// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>

#include "builder/xapian_document.h"
#include "document_postings.h"

namespace nsearch::indexer {

/// Builds a shard by Xapian's public API: the reference for any other builder. The shard is scratch (it will
/// be merged into a generation), so it is not synced to disk and a crash may leave it damaged. Not
/// thread-safe. All functions throw Error (io, corrupt).
class ApiBuilder {
 public:
  /// Makes a new database in folder `shard`, which must not exist.
  explicit ApiBuilder(const std::filesystem::path& shard);

  /// Appends a document that no document of the shard replaces or equals in id (the caller knows).
  void append(const DocumentPostings& document);

  /// Appends it under a number above all before.
  void append(const DocumentPostings& document, Xapian::docid number);

  void set_metadata(const std::string& key, const std::string& value);

  /// Writes everything so far; the builder can go on afterwards.
  void commit();

 private:
  std::string path_;
  Xapian::WritableDatabase database_;
  XapianDocument document_;
};

}  // namespace nsearch::indexer
