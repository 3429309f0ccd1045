// SPDX-License-Identifier: GPL-2.0-or-later
#include <variant>

#include "builder/live_index.h"
#include "pipeline/chunk_sink.h"

namespace nsearch::indexer {
namespace {

class UpdateSink : public ChunkSink {
 public:
  UpdateSink(LiveIndex& index, const WriterOptions& options) : index_(index), options_(options) {}

  ChunkLimits limits() const override { return {32, 256 * 1024}; }

  std::function<void(Chunk&)> worker() override;
  void take(Chunk& chunk, IndexSummary& summary) override;
  void finish(IndexSummary&) override { index_.commit(); }

 private:
  void put(const DocumentJob& job, IndexSummary& summary);

  LiveIndex& index_;
  const WriterOptions options_;
};

std::function<void(Chunk&)> UpdateSink::worker() {
  const auto preparer = std::make_shared<DocumentPreparer>(options_, index_.protected_words());
  return [preparer](Chunk& chunk) {
    for (auto& record : chunk.records) {
      if (auto* job = std::get_if<DocumentJob>(&record)) {
        preparer->prepare(job->document, job->digest, job->sequence, job->prepared);
      }
    }
  };
}

void UpdateSink::take(Chunk& chunk, IndexSummary& summary) {
  for (const auto& record : chunk.records) {
    if (const auto* job = std::get_if<DocumentJob>(&record)) put(*job, summary);
  }
}

void UpdateSink::put(const DocumentJob& job, IndexSummary& summary) {
  index_.set_sequence(job.sequence);
  const LiveIndex::Put put = index_.put(job.prepared.postings);
  ++summary.languages[job.prepared.postings.language];
  if (job.repeated) {
    if (--summary.languages[put.old_language] == 0) summary.languages.erase(put.old_language);
  } else {
    ++(put.updated ? summary.updated : summary.added);
  }
  if (index_.pending() >= options_.memory) index_.commit();
}

}  // namespace

std::unique_ptr<ChunkSink> make_update_sink(LiveIndex& index, const WriterOptions& options) {
  return std::make_unique<UpdateSink>(index, options);
}

}  // namespace nsearch::indexer
