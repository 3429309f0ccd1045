// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpora.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "document_preparer.h"
#include "paths.h"
#include "reader/gzip_source.h"
#include "reader/reader.h"

namespace test {
namespace {

namespace fs = std::filesystem;
using nsearch::Document;

/// The first documents of a file.
class FirstDocuments : public nsearch::indexer::RecordSink {
 public:
  explicit FirstDocuments(std::size_t most) : most_(most) {}
  bool document(Document&& document) override {
    if (nsearch::indexer::reason_to_reject(document).empty()) documents.push_back(std::move(document));
    return documents.size() < most_;
  }
  bool reject(nsearch::Rejection&&) override { return true; }

  std::vector<Document> documents;

 private:
  const std::size_t most_;
};

std::vector<Document> first_documents(const fs::path& file, std::size_t most) {
  FirstDocuments sink(most);
  const auto source = nsearch::indexer::gzip_source(nsearch::indexer::open_source(file.string()));
  nsearch::indexer::choose_reader("jsonl", {}, {})->make({})->read(*source, {file.string(), 0}, sink);
  return std::move(sink.documents);
}

}  // namespace

std::vector<nsearch::indexer::DocumentPostings> corpora_postings(std::size_t count) {
  std::set<fs::path> files;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(NSEARCH_SHARED_DATA "/data/corpora", absent)) {
    files.insert(entry.path());
  }
  std::vector<std::vector<Document>> corpora;
  for (const fs::path& file : files) corpora.push_back(first_documents(file, count));
  nsearch::indexer::DocumentPreparer preparer({});
  std::vector<nsearch::indexer::DocumentPostings> all;
  for (std::size_t i = 0; all.size() < count; ++i) {
    bool any = false;
    for (auto& corpus : corpora) {
      if (i >= corpus.size() || all.size() >= count) continue;
      any = true;
      nsearch::StoredDocument document;
      static_cast<Document&>(document) = std::move(corpus[i]);
      document.id = std::to_string(all.size()) + ' ' + nsearch::document_id(document);
      nsearch::indexer::PreparedDocument prepared;
      preparer.prepare(document, std::to_string(all.size()), static_cast<std::int64_t>(all.size()), prepared);
      all.push_back(std::move(prepared.postings));
    }
    if (!any) break;
  }
  return all;
}

}  // namespace test
