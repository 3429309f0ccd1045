// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/index_session.h"

#include <algorithm>
#include <utility>

#include "pipeline/committed_digests.h"
#include "pipeline/mirror_scope.h"

namespace nsearch::indexer {
namespace {

constexpr std::chrono::milliseconds progress_interval{200};

}  // namespace

IndexSession::IndexSession(const std::string& directory, const IndexRun& run, Purpose purpose)
    : run_(run),
      plan_(plan_memory(run.writer)),
      index_(directory, run.writer,
             purpose == Purpose::rebuild ? LiveIndex::Accepts::readable : LiveIndex::Accepts::compatible),
      name_(directory) {
  if (run_.on_note && plan_.threads < run.writer.threads)
    run_.on_note(name_, 0, std::to_string(plan_.threads) + " threads: there is no memory for more");
  for (std::size_t i = 0; i < index_.size(); ++i) add_shard(index_[i], purpose == Purpose::rebuild);
}

void IndexSession::add_shard(LiveIndex& index, bool rebuild) {
  MemoryPlan plan =
      plan_;  // all shards' parts are filled, and changes wait, at a time; they are merged one after the other
  plan.part_bytes = std::max<std::uint64_t>(plan.part_bytes / index_.size(), 256 << 10);
  plan.pending /= index_.size();
  const bool anew = rebuild || index.documents() == 0;
  const auto say = [this](const std::string& note) {
    if (run_.on_note) run_.on_note(name_, 0, note);
  };
  shards_.push_back({index, anew, (anew ? make_bulk_sink : make_update_sink)(index, run_.writer, plan, say)});
}

Dispatcher::Settings IndexSession::dispatcher_settings() {
  Dispatcher::Settings settings;
  settings.format = run_.format;
  settings.reader.field_map = run_.field_map;
  settings.writer = run_.writer;
  settings.shards = shards_.size();
  settings.scratch = std::filesystem::path(name_) / "nsearch.ids";
  settings.last_sequence = index_.sequence();
  settings.keep_sequence = true;
  settings.limits = shards_.front().sink->limits();
  std::vector<std::shared_ptr<CommittedDigests>> committed;
  for (const Shard& shard : shards_) {
    const ChunkLimits limits = shard.sink->limits();
    settings.limits.documents = std::min(settings.limits.documents, limits.documents);
    settings.limits.bytes = std::min(settings.limits.bytes, limits.bytes);
    settings.keep_sequence = settings.keep_sequence && shard.was_empty;
    committed.push_back(
        shard.was_empty ? nullptr : std::make_shared<CommittedDigests>(shard.index.directory().in_force()));
  }
  settings.is_unchanged = [committed](std::size_t shard, const std::string& digest) {
    return committed[shard] && committed[shard]->contains(digest);
  };
  return settings;
}

/// For one thread.
std::function<void(Chunk&)> IndexSession::worker() {
  const auto preparer = std::make_shared<DocumentPreparer>(run_.writer, index_.protected_words());
  std::vector<std::function<void(Chunk&)>> workers;
  for (const Shard& shard : shards_) workers.push_back(shard.sink->worker(preparer));
  return [workers](Chunk& chunk) { workers[chunk.shard](chunk); };
}

IndexSummary IndexSession::run(const InputList& inputs) {
  progress_.total_bytes = inputs.total_bytes;
  Dispatcher dispatcher(dispatcher_settings(), reading_);
  read(dispatcher, [&](Dispatcher& d, Dispatcher::Pipeline& p) { d.run(inputs.inputs, p); });
  const bool held_any =
      std::any_of(shards_.begin(), shards_.end(), [](const Shard& shard) { return !shard.was_empty; });
  if (run_.delete_missing && !summary_.cancelled && held_any) delete_missing(inputs, dispatcher);
  finish();
  return finished();
}

IndexSummary IndexSession::rebuild(const std::function<void(RecordSink&)>& feed, bool decide_languages) {
  progress_.total_documents = index_.documents();
  Dispatcher::Settings settings = dispatcher_settings();
  settings.decide_languages = decide_languages;
  Dispatcher dispatcher(std::move(settings), reading_);
  read(dispatcher, [&](Dispatcher& d, Dispatcher::Pipeline& p) { d.run(feed, name_, p); });
  if (summary_.cancelled) return finished();
  finish();
  if (summary_.added == 0) index_[0].start_anew();
  return finished();
}

void IndexSession::read(Dispatcher& dispatcher, const Read& read) {
  // A chunk for each thread to work on, one for each to go on with, and some done ones that wait for their
  // turn.
  Dispatcher::Pipeline pipeline(std::size_t{3} * plan_.threads);
  pipeline.start([&](Dispatcher::Pipeline& p) { read(dispatcher, p); }, plan_.threads,
                 [&] { return worker(); });
  consume(pipeline);
}

void IndexSession::delete_missing(const InputList& inputs, const Dispatcher& dispatcher) {
  const MirrorScope scope(run_.paths, inputs, dispatcher.unreadable(),
                          [&](const std::string& path, const std::string& what) {
                            if (run_.on_note) run_.on_note(path, 0, what);
                          });
  for (const Shard& shard : shards_) {
    if (shard.was_empty) continue;
    summary_.deleted +=
        shard.index.remove_missing([&](const std::string& origin) { return scope.covers(origin); },
                                   [&](const std::string& id) { return dispatcher.came(id); });
  }
}

void IndexSession::finish() {
  progress_.finishing = true;
  show_progress(true);
  const auto gate = index_.gate();
  for (const Shard& shard : shards_) shard.sink->finish(summary_);
}

IndexSummary IndexSession::finished() {
  summary_.documents = index_.documents();
  summary_.files = reading_.files;
  summary_.bytes = reading_.bytes;
  summary_.seconds = seconds();
  show_progress(true);
  return std::move(summary_);
}

void IndexSession::consume(Dispatcher::Pipeline& pipeline) {
  std::unique_ptr<Chunk> chunk;
  for (;;) {
    const auto next = pipeline.next(chunk, progress_interval);
    if (next == Dispatcher::Pipeline::Next::end) return;
    if (next == Dispatcher::Pipeline::Next::item) take(*chunk);
    chunk.reset();
    show_progress(false);
    if (!summary_.cancelled && run_.cancelled && run_.cancelled()) {
      summary_.cancelled = true;
      pipeline.stop();
    }
  }
}

void IndexSession::take(Chunk& chunk) {
  summary_.unchanged +=
      static_cast<std::uint64_t>(chunk.unchanged);  // may take some back: wraps around rightly
  summary_.duplicates += chunk.duplicates;
  progress_.documents += chunk.documents + static_cast<std::uint64_t>(chunk.unchanged);
  tell(chunk);
  shards_[chunk.shard].sink->take(chunk, summary_);
}

void IndexSession::tell(const Chunk& chunk) {
  for (const auto& record : chunk.records) {
    if (const auto* rejection = std::get_if<Rejection>(&record)) {
      ++summary_.rejected;
      ++progress_.rejected;
      if (run_.on_reject) run_.on_reject(*rejection);
      continue;
    }
    if (const auto* note = std::get_if<ReaderNote>(&record)) {
      if (run_.on_note) run_.on_note(note->path, note->line, note->text);
      continue;
    }
    const auto& job = std::get<DocumentJob>(record);
    if (job.prepared.overridden) ++summary_.overridden;
    const Origin& origin = job.document.origin;
    if (run_.on_note && !job.prepared.note.empty())
      run_.on_note(origin.path, origin.record, job.prepared.note);
  }
}

void IndexSession::show_progress(bool now) {
  const auto time = std::chrono::steady_clock::now();
  if (!run_.on_progress || (!now && time - last_progress_ < progress_interval)) return;
  last_progress_ = time;
  progress_.bytes = reading_.bytes;
  progress_.seconds = seconds();
  run_.on_progress(progress_);
}

double IndexSession::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

}  // namespace nsearch::indexer
