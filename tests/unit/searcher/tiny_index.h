// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

#include "nsearch/document.h"

/// Indexes made by hand, straight from the format's description: slow, obvious, and independent of the
/// indexer.
namespace tiny {

/// A folder that is removed with its content.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

nsearch::StoredDocument document(std::string id, std::string language, std::string title, std::string body);

void add(Xapian::WritableDatabase& database, const nsearch::StoredDocument& document);

/// What a commit writes beside documents.
void add_metadata(Xapian::WritableDatabase& database);

Xapian::WritableDatabase in_memory(const std::vector<nsearch::StoredDocument>& documents);

/// Makes the generation `number` of the index in `folder`, and puts it in force.
void publish(const std::filesystem::path& folder, int number,
             const std::vector<nsearch::StoredDocument>& documents);

/// The ids of the documents that match, best first.
std::vector<std::string> matching(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace tiny
