// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <mutex>
#include <set>
#include <string>
#include <system_error>
#include <variant>

#include "builder/api_builder.h"
#include "builder/live_index.h"
#include "builder/merge_shards.h"
#include "nsearch/error.h"
#include "pipeline/chunk_sink.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"

namespace nsearch::indexer {
namespace {

namespace fs = std::filesystem;

/// A generation in the making: gone with the object unless it is in force by then.
class Scratch {
 public:
  explicit Scratch(const IndexDirectory& directory) : directory_(directory), generation_(directory.next()) {
    std::error_code error;
    fs::create_directories(shards(), error);
    if (error) throw Error(ErrorCode::io, shards().string() + ": can't make the folder: " + error.message());
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { directory_.remove_leftovers(); }

  const fs::path& generation() const { return generation_; }
  fs::path shards() const { return generation_ / "shards"; }
  void remove_shards() const {
    std::error_code ignored;
    fs::remove_all(shards(), ignored);
  }

 private:
  const IndexDirectory& directory_;
  const fs::path generation_;
};

class BulkSink : public ChunkSink {
 public:
  BulkSink(LiveIndex& index, const WriterOptions& options, unsigned threads)
      : index_(index),
        options_(options),
        threads_(threads),
        scratch_(index.directory()),
        sequence_(index.sequence()) {
    metadata_.created = index.created();
    metadata_.protected_words = index.protected_words();
  }

  ChunkLimits limits() const override;

  std::function<void(Chunk&)> worker() override;
  void take(Chunk& chunk, IndexSummary& summary) override;
  void finish(IndexSummary& summary) override;

 private:
  // Xapian keeps pending postings in trees whose nodes miss the cache more often as they grow; but merging
  // does not join the posting lists of shards, so small shards make a large index. Articles of 2.6 KB, one
  // shard a thread: 200, 500, 1000, 4000 documents a shard take 1.75, 1.93, 2.18, 2.58 ms of processor time a
  // document, and the posting lists of 4,000 documents 14.4, 11.6, 10.1, 8.1 MB.
  static constexpr std::uint64_t shard_documents = 500;
  static constexpr std::uint64_t smallest_shard = 256 << 10, largest_shard = 4 << 20;  // bytes of text
  static constexpr std::uint64_t memory_per_byte = 40;  // that a shard takes until it is written

  fs::path shard(const Chunk& chunk) const { return scratch_.shards() / std::to_string(chunk.number); }
  void build(Chunk& chunk, DocumentPreparer& preparer);
  void finish_generation(IndexSummary& summary);
  void remove_repeated(Xapian::WritableDatabase& database, IndexSummary& summary);

  LiveIndex& index_;
  const WriterOptions options_;
  const unsigned threads_;
  Scratch scratch_;
  std::vector<fs::path> shards_;
  std::set<std::string> repeated_;  // id terms of documents of which all but the last must go
  std::int64_t sequence_;           // of the last document taken
  std::mutex metadata_mutex_;       // workers add to it
  IndexMetadata metadata_;
};

ChunkLimits BulkSink::limits() const {
  const std::uint64_t bytes = options_.memory / (memory_per_byte * threads_);
  return {shard_documents, std::clamp(bytes, smallest_shard, largest_shard)};
}

std::function<void(Chunk&)> BulkSink::worker() {
  const auto preparer = std::make_shared<DocumentPreparer>(options_, index_.protected_words());
  return [this, preparer](Chunk& chunk) {
    if (chunk.documents != 0) build(chunk, *preparer);
  };
}

void BulkSink::build(Chunk& chunk, DocumentPreparer& preparer) {
  ApiBuilder builder(shard(chunk));
  IndexMetadata metadata;
  for (auto& record : chunk.records) {
    auto* job = std::get_if<DocumentJob>(&record);
    if (!job) continue;
    preparer.prepare(job->document, job->digest, job->sequence, job->prepared);
    DocumentPostings& postings = job->prepared.postings;
    builder.append(postings);
    metadata.add(postings);
    // Of what was prepared only its summary is wanted from here on.
    DocumentPostings rest;
    rest.id_term = std::move(postings.id_term);
    rest.language = std::move(postings.language);
    postings = std::move(rest);
    job->document.body = std::string();
  }
  builder.commit();
  std::lock_guard lock(metadata_mutex_);
  metadata_.add(metadata);
}

void BulkSink::take(Chunk& chunk, IndexSummary& summary) {
  if (chunk.documents == 0) return;
  shards_.push_back(shard(chunk));
  for (const auto& record : chunk.records) {
    const auto* job = std::get_if<DocumentJob>(&record);
    if (!job) continue;
    ++summary.languages[job->prepared.postings.language];
    sequence_ = job->sequence;
    if (job->repeated) {
      repeated_.insert(job->prepared.postings.id_term);
    } else {
      ++summary.added;
    }
  }
}

void BulkSink::finish(IndexSummary& summary) {
  if (shards_.empty()) return;
  merge_shards(shards_, scratch_.generation(), threads_);
  scratch_.remove_shards();
  finish_generation(summary);
  index_.replace_generation(scratch_.generation());
}

void BulkSink::finish_generation(IndexSummary& summary) {
  const std::string path = scratch_.generation().string();
  metadata_.sequence = sequence_;
  translating_errors(path, [&] {
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);  // publishing syncs it
    remove_repeated(database, summary);
    write_metadata(database, metadata_);
    database.commit();
  });
}

/// Of documents with one id the last one stays. All were built: which shard holds the others is not known.
void BulkSink::remove_repeated(Xapian::WritableDatabase& database, IndexSummary& summary) {
  for (const std::string& term : repeated_) {
    std::vector<Xapian::docid> documents(database.postlist_begin(term), database.postlist_end(term));
    documents.pop_back();
    for (Xapian::docid document : documents) {
      const std::string language = database.get_document(document).get_value(schema::slot_language);
      if (--summary.languages[language] == 0) summary.languages.erase(language);
      database.delete_document(document);
    }
  }
}

}  // namespace

std::unique_ptr<ChunkSink> make_bulk_sink(LiveIndex& index, const WriterOptions& options, unsigned threads) {
  return std::make_unique<BulkSink>(index, options, threads);
}

}  // namespace nsearch::indexer
