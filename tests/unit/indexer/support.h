// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "document_postings.h"
#include "nsearch/document.h"

namespace test {

/// A folder that is gone with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  std::filesystem::path path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

void write_file(const std::filesystem::path& path, const std::string& content);

/// "wdf" or "wdf@position,position" of each term.
using Terms = std::map<std::string, std::string>;
std::string shown(const Terms& terms);  ///< "term: text", one a line
Terms terms_of(const nsearch::indexer::DocumentPostings& postings);

/// A document ready for DocumentTerms: one span of `language` over its body.
nsearch::StoredDocument stored(const std::string& id, const std::string& language, const std::string& title,
                               const std::string& body);

/// All that a database's public interface shows of the document with an id: terms, wdf, positions, values,
/// record, length.
std::string dump_of(const Xapian::Database& database, const std::string& id);

}  // namespace test
