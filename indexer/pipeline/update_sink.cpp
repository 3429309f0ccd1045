// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "builder/additions.h"
#include "builder/live_index.h"
#include "pipeline/chunk_sink.h"

namespace nsearch::indexer {
namespace {

/// Documents in a language came again.
void forget(const std::string& language, std::uint64_t documents, IndexSummary& summary) {
  if ((summary.languages[language] -= documents) == 0) summary.languages.erase(language);
}

class UpdateSink : public ChunkSink {
 public:
  UpdateSink(LiveIndex& index, const WriterOptions& options, const MemoryPlan& plan,
             std::function<void(const std::string&)> say)
      : index_(index),
        options_(options),
        plan_(plan),
        say_(std::move(say)),
        put_at_most_(Additions::least_text(Additions::merged_bytes(index))) {}

  ChunkLimits limits() const override { return {32, 256 * 1024}; }

  std::function<void(Chunk&)> worker(const std::shared_ptr<DocumentPreparer>& preparer) override;
  void take(Chunk& chunk, IndexSummary& summary) override;
  void finish(IndexSummary& summary) override;

 private:
  struct Held {
    DocumentPostings document;
    std::int64_t sequence = 0;
    bool repeated = false;
  };
  void release(IndexSummary& summary);
  LiveIndex::Put put(const DocumentPostings& document, std::int64_t sequence);

  LiveIndex& index_;
  const WriterOptions options_;
  const MemoryPlan plan_;
  const std::function<void(const std::string&)> say_;
  // How much more there is to come is not known. Once putting would have taken as long as merging would take all that is
  // held and the rest is merged. What is held is little, so where much is put first at most twice the time of the better way
  // is spent.
  static constexpr std::uint64_t held_at_most = 2 << 20;  // bytes of text
  const std::uint64_t put_at_most_;                       // likewise
  std::uint64_t put_ = 0;
  std::vector<Held> held_;
  std::uint64_t held_bytes_ = 0;
  std::optional<Additions> additions_;
};

std::function<void(Chunk&)> UpdateSink::worker(const std::shared_ptr<DocumentPreparer>& preparer) {
  return [preparer](Chunk& chunk) {
    for (auto& record : chunk.records) {
      if (auto* job = std::get_if<DocumentJob>(&record)) {
        preparer->prepare(job->document, job->digest, job->sequence, job->prepared);
      }
    }
  };
}

void UpdateSink::take(Chunk& chunk, IndexSummary& summary) {
  for (auto& record : chunk.records) {
    auto* job = std::get_if<DocumentJob>(&record);
    if (!job) continue;
    held_bytes_ += job->prepared.postings.bytes;
    held_.push_back({std::move(job->prepared.postings), job->sequence, job->repeated});
    if (additions_ || held_bytes_ >= std::min(put_at_most_, held_at_most)) release(summary);
  }
}

void UpdateSink::release(IndexSummary& summary) {
  const bool many = put_ + held_bytes_ >= put_at_most_;
  if (many && !additions_ && options_.builder != "api") additions_.emplace(index_, options_, plan_, say_);
  for (const Held& held : held_) {
    const LiveIndex::Put done = put(held.document, held.sequence);
    ++summary.languages[held.document.language];
    if (!held.repeated) {
      ++(done.updated ? summary.updated : summary.added);
    } else if (!done.old_language.empty()) {
      forget(done.old_language, 1, summary);
    }
  }
  held_.clear();
  held_bytes_ = 0;
}

LiveIndex::Put UpdateSink::put(const DocumentPostings& document, std::int64_t sequence) {
  if (additions_) return additions_->put(document, sequence);
  index_.set_sequence(sequence);
  const LiveIndex::Put done = index_.put(document);
  put_ += document.bytes;
  if (index_.pending() >= plan_.pending) index_.commit();
  return done;
}

void UpdateSink::finish(IndexSummary& summary) {
  release(summary);
  if (additions_) {
    for (const auto& [language, documents] : additions_->finish()) forget(language, documents, summary);
  } else {
    index_.commit();
  }
  index_.settle();
}

}  // namespace

std::unique_ptr<ChunkSink> make_update_sink(LiveIndex& index, const WriterOptions& options,
                                            const MemoryPlan& plan,
                                            const std::function<void(const std::string&)>& say) {
  return std::make_unique<UpdateSink>(index, options, plan, say);
}

}  // namespace nsearch::indexer
