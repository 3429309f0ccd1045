// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "nsearch/document.h"
#include "nsearch/index_writer.h"
#include "oracle/random.h"

namespace oracle {

/// An index in a temporary folder, gone with the object.
class TemporaryIndex {
 public:
  TemporaryIndex();
  TemporaryIndex(const TemporaryIndex&) = delete;
  TemporaryIndex& operator=(const TemporaryIndex&) = delete;
  ~TemporaryIndex();

  std::string path() const { return (folder_ / "news.idx").string(); }
  std::string file(const std::string& name) const { return (folder_ / name).string(); }

 private:
  std::filesystem::path folder_;
};

/// Articles in French, Dutch, German, English and no language, of few different words, so that these meet often.
std::vector<nsearch::Document> random_documents(Random& random, std::size_t number);

/// Adds documents to what is being written; one that is rejected is an error.
void add(nsearch::IndexWriter& writer, const std::vector<nsearch::Document>& documents);

/// Indexes documents.
void index(const TemporaryIndex& index, const std::vector<nsearch::Document>& documents);

/// Indexes `each` lines of each JSON Lines file, plain or gzip-compressed, spread over the file.
void index_lines(const TemporaryIndex& index, const std::vector<std::string>& files, std::size_t each,
                 Random& random);

}  // namespace oracle
