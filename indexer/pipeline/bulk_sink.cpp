// SPDX-License-Identifier: GPL-2.0-or-later
#include <mutex>
#include <string>
#include <system_error>
#include <variant>

#include "builder/choose_builder.h"
#include "builder/generation_builder.h"
#include "builder/glass/spool.h"
#include "builder/live_index.h"
#include "builder/scratch_generation.h"
#include "nsearch/error.h"
#include "pipeline/chunk_sink.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"

namespace nsearch::indexer {
namespace {

class BulkSink : public ChunkSink {
 public:
  BulkSink(LiveIndex& index, const WriterOptions& options, const MemoryPlan& plan,
           const std::function<void(const std::string&)>& say)
      : index_(index),
        scratch_(index.directory()),
        builder_(choose_builder({options.builder, scratch_.folder(), plan}, say)),
        repeated_(scratch_.folder() / "repeated"),
        sequence_(index.sequence()) {
    metadata_.created = index.created();
    metadata_.protected_words = index.protected_words();
  }

  ChunkLimits limits() const override;
  std::function<void(Chunk&)> worker(const std::shared_ptr<DocumentPreparer>& preparer) override;
  void take(Chunk& chunk, IndexSummary& summary) override;
  void finish(IndexSummary& summary) override;

 private:
  struct Worker;
  void build(Chunk& chunk, Worker& worker);
  void remove_repeated(IndexSummary& summary);

  LiveIndex& index_;
  ScratchGeneration scratch_;
  std::unique_ptr<GenerationBuilder> builder_;
  bool any_ = false;           // parts
  glass::Spool repeated_;      // id terms of documents of which all but the last must go
  std::int64_t sequence_;      // the highest of the documents taken
  std::mutex metadata_mutex_;  // workers add to it
  IndexMetadata metadata_;
};

/// What a thread works with.
struct BulkSink::Worker {
  std::shared_ptr<DocumentPreparer> preparer;
  std::unique_ptr<PartBuilder> builder;
};

ChunkLimits BulkSink::limits() const {
  const PartLimits limits = builder_->limits();
  return {limits.documents, limits.bytes};
}

std::function<void(Chunk&)> BulkSink::worker(const std::shared_ptr<DocumentPreparer>& preparer) {
  const auto worker = std::make_shared<Worker>(Worker{preparer, builder_->part_builder()});
  return [this, worker](Chunk& chunk) {
    if (chunk.documents != 0) build(chunk, *worker);
  };
}

void BulkSink::build(Chunk& chunk, Worker& worker) {
  worker.builder->begin(chunk.number, static_cast<std::uint32_t>(chunk.documents_before + 1));
  IndexMetadata metadata;
  for (auto& record : chunk.records) {
    auto* job = std::get_if<DocumentJob>(&record);
    if (!job) continue;
    worker.preparer->prepare(job->document, job->digest, job->sequence, job->prepared);
    DocumentPostings& postings = job->prepared.postings;
    worker.builder->append(postings);
    metadata.add(postings);
    // Of what was prepared only its summary is wanted from here on.
    DocumentPostings rest;
    rest.id_term = std::move(postings.id_term);
    rest.language = std::move(postings.language);
    postings = std::move(rest);
    job->document.body = std::string();
  }
  chunk.part = worker.builder->finish();
  std::lock_guard lock(metadata_mutex_);
  metadata_.add(metadata);
}

void BulkSink::take(Chunk& chunk, IndexSummary& summary) {
  if (chunk.documents == 0) return;
  builder_->take(std::move(chunk.part));
  any_ = true;
  for (const auto& record : chunk.records) {
    const auto* job = std::get_if<DocumentJob>(&record);
    if (!job) continue;
    ++summary.languages[job->prepared.postings.language];
    sequence_ = std::max(sequence_, job->sequence);
    if (job->repeated) {
      repeated_.write_sized(job->prepared.postings.id_term);
    } else {
      ++summary.added;
    }
  }
}

void BulkSink::finish(IndexSummary& summary) {
  if (!any_) return;
  metadata_.sequence = sequence_;
  builder_->finish(metadata_entries(metadata_));
  if (repeated_.size() != 0) remove_repeated(summary);
  index_.replace({scratch_.folder(), {}});
}

/// Of documents with one id the last one stays. All were built: which part holds the others is not known.
void BulkSink::remove_repeated(IndexSummary& summary) {
  constexpr std::uint64_t terms_between_commits = 200'000;  // some 20 MB
  const std::string path = scratch_.folder().string();
  translating_errors(path, [&] {
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);  // publishing syncs it
    std::uint64_t terms = 0;  // of documents that are gone, but not yet committed
    for (glass::SpoolReader ids(repeated_); !ids.at_end();) {
      const std::string id_term(ids.take_sized());
      std::vector<Xapian::docid> documents(database.postlist_begin(id_term), database.postlist_end(id_term));
      documents.pop_back();
      for (Xapian::docid document : documents) {
        const std::string language = database.get_document(document).get_value(schema::slot_language);
        if (--summary.languages[language] == 0) summary.languages.erase(language);
        terms += database.get_document(document).termlist_count();
        database.delete_document(document);
      }
      if (terms < terms_between_commits) continue;
      database.commit();
      terms = 0;
    }
    database.commit();
  });
}

}  // namespace

std::unique_ptr<ChunkSink> make_bulk_sink(LiveIndex& index, const WriterOptions& options,
                                          const MemoryPlan& plan,
                                          const std::function<void(const std::string&)>& say) {
  return std::make_unique<BulkSink>(index, options, plan, say);
}

}  // namespace nsearch::indexer
