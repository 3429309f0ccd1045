// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/dispatcher.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "content_digest.h"
#include "nsearch/error.h"
#include "storage/index_schema.h"

namespace nsearch::indexer {
namespace {

std::uint64_t text_bytes(const Document& document) {
  return document.title.size() + document.body.size();
}

}  // namespace

Dispatcher::Dispatcher(Settings settings, ReadingProgress& progress)
    : settings_(std::move(settings)),
      progress_(progress),
      sequence_(settings_.last_sequence),
      inputs_(settings_.format, settings_.reader, *this),
      seen_(settings_.scratch) {}

void Dispatcher::run(const std::vector<Input>& inputs, Pipeline& pipeline) {
  begin(pipeline);
  for (const Input& input : inputs) {
    inputs_.read(input);
    note_progress();
    if (failure_) std::rethrow_exception(failure_);
    if (stopped_) return;
  }
  submit_all();
}

void Dispatcher::begin(Pipeline& pipeline) {
  pipeline_ = &pipeline;
  shards_.resize(settings_.shards);
}

Chunk& Dispatcher::chunk_of(std::size_t shard) {
  last_ = shard;
  std::unique_ptr<Chunk>& chunk = shards_[shard].chunk;
  if (!chunk) chunk = std::make_unique<Chunk>();
  return *chunk;
}

void Dispatcher::run(const std::function<void(RecordSink&)>& feed, const std::string& name,
                     Pipeline& pipeline) {
  begin(pipeline);
  path_ = name;
  feed(*this);
  if (failure_) std::rethrow_exception(failure_);
  if (!stopped_) submit_all();
}

void Dispatcher::note_progress() {
  progress_.bytes.store(inputs_.bytes_read(), std::memory_order_relaxed);
  progress_.files.store(inputs_.files(), std::memory_order_relaxed);
}

bool Dispatcher::document(Document&& document) {
  StoredDocument stored;
  static_cast<Document&>(stored) = std::move(document);
  const std::uint64_t line = stored.origin.record;
  return take(std::move(stored), {}, line);
}

bool Dispatcher::restored(StoredDocument&& document, std::string&& digest, std::uint64_t line) {
  const bool told = !settings_.writer.language.empty() || !settings_.writer.candidates.empty();
  if (told || settings_.decide_languages) {
    document.spans.clear();
    document.language = document.declared;
  }
  if (told) digest.clear();  // it covers what was told
  return take(std::move(document), std::move(digest), line);
}

bool Dispatcher::take(StoredDocument&& document, std::string&& digest, std::uint64_t line) {
  note_progress();
  if (std::string reason = reason_to_reject(document); !reason.empty()) {
    return reject({path_, line, 0, document.id, std::move(reason)});
  }
  try {
    add(std::move(document), std::move(digest));
  } catch (...) {
    // Not the input's fault: it must reach the caller past the reader, which only knows of trouble with its
    // source.
    failure_ = std::current_exception();
    return false;
  }
  return submit_if_full();
}

void Dispatcher::add(StoredDocument&& document, std::string&& digest) {
  DocumentJob job;
  job.document = std::move(document);
  job.document.id = document_id(job.document);
  job.digest = digest.empty() ? content_digest(job.document, settings_.writer) : std::move(digest);
  Chunk& chunk = chunk_of(shard_of(job.document.id, shards_.size()));
  if (!is_wanted(job.document, job.digest, chunk, job.repeated)) return;
  job.sequence = next_sequence(job.document.modified);
  ++chunk.documents;
  chunk.bytes += text_bytes(job.document);
  chunk.records.emplace_back(std::move(job));
}

std::int64_t Dispatcher::next_sequence(std::int64_t modified) {
  if (!settings_.keep_sequence || modified <= 0) return ++sequence_;
  sequence_ = std::max(sequence_, modified);
  return modified;
}

/// False: the index has it already. What the index holds is known as of its last commit only, so it does not
/// say anything of ids that came before in this run.
bool Dispatcher::is_wanted(const Document& document, const std::string& digest, Chunk& chunk,
                           bool& repeated) {
  const std::uint64_t id = hash(schema::bounded_term({}, document.id));
  const unsigned before = seen_.mark(id);
  const bool first = before == IdTable::none || before == Seen::rejected;
  if (!first) ++chunk.duplicates;
  repeated = before == Seen::changed;
  if (repeated) return true;
  const bool same = settings_.is_unchanged && settings_.is_unchanged(last_, digest);
  if (same && first) ++chunk.unchanged;
  if (!same && !first) --chunk.unchanged;
  const unsigned now = same ? Seen::unchanged : Seen::changed;
  if (now != before) seen_.set(id, now);
  return !same;
}

std::uint64_t Dispatcher::hash(const std::string& bounded_id) {
  return XXH3_64bits(bounded_id.data(), bounded_id.size());
}

/// Its document did come, as far as one can tell which that is.
void Dispatcher::remember_rejected(const Rejection& rejection) {
  if (rejection.id.empty()) {
    unreadable_.insert(path_);
  } else {
    const std::uint64_t id = hash(schema::bounded_term({}, rejection.id));
    if (seen_.mark(id) == IdTable::none) seen_.set(id, Seen::rejected);
  }
}

bool Dispatcher::reject(Rejection&& rejection) {
  note_progress();
  rejection.path = path_;
  remember_rejected(rejection);
  chunk_of(last_).records.emplace_back(std::move(rejection));
  return submit_if_full();
}

void Dispatcher::note(std::uint64_t line, std::string&& text) {
  chunk_of(last_).records.emplace_back(ReaderNote{path_, line, std::move(text)});
}

bool Dispatcher::submit_if_full() {
  const Chunk& chunk = chunk_of(last_);
  if (chunk.records.size() >= settings_.limits.documents || chunk.bytes >= settings_.limits.bytes)
    return submit(last_);
  if (!stopped_) stopped_ = pipeline_->stopping();
  return !stopped_;
}

bool Dispatcher::submit(std::size_t number) {
  Shard& shard = shards_[number];
  shard.chunk->shard = number;
  shard.chunk->number = shard.chunks++;
  shard.chunk->documents_before = shard.documents;
  shard.documents += shard.chunk->documents;
  stopped_ = !pipeline_->submit(std::move(shard.chunk)) || stopped_;
  return !stopped_;
}

void Dispatcher::submit_all() {
  for (std::size_t i = 0; i < shards_.size() && !stopped_; ++i) {
    if (shards_[i].chunk) submit(i);
  }
}

}  // namespace nsearch::indexer
