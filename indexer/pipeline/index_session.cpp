// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/index_session.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "pipeline/committed_digests.h"
#include "pipeline/mirror_scope.h"

namespace nsearch::indexer {
namespace {

constexpr std::chrono::milliseconds progress_interval{200};

unsigned thread_count(unsigned wanted) {
  return wanted != 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace

IndexSession::IndexSession(const std::string& directory, const IndexRun& run, Purpose purpose)
    : run_(run),
      threads_(thread_count(run.writer.threads)),
      index_(directory, run.writer.wait, run.writer.protect,
             purpose == Purpose::rebuild ? LiveIndex::Accepts::readable : LiveIndex::Accepts::compatible),
      name_(directory),
      was_empty_(purpose == Purpose::rebuild || index_.documents() == 0),
      sink_((was_empty_ ? make_bulk_sink : make_update_sink)(index_, run.writer, threads_,
                                                             [&run, directory](const std::string& note) {
                                                               if (run.on_note)
                                                                 run.on_note(directory, 0, note);
                                                             })) {}

Dispatcher::Settings IndexSession::dispatcher_settings() {
  Dispatcher::Settings settings;
  settings.format = run_.format;
  settings.reader.field_map = run_.field_map;
  settings.writer = run_.writer;
  settings.limits = sink_->limits();
  settings.last_sequence = index_.sequence();
  settings.keep_sequence = was_empty_;
  if (!was_empty_) {
    auto committed = std::make_shared<CommittedDigests>(index_.directory().current());
    settings.is_unchanged = [committed](const std::string& digest) { return committed->contains(digest); };
  }
  return settings;
}

IndexSummary IndexSession::run(const InputList& inputs) {
  progress_.total_bytes = inputs.total_bytes;
  Dispatcher dispatcher(dispatcher_settings(), reading_);
  read(dispatcher, [&](Dispatcher& d, Dispatcher::Pipeline& p) { d.run(inputs.inputs, p); });
  if (run_.delete_missing && !summary_.cancelled && !was_empty_) delete_missing(inputs, dispatcher);
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
  if (summary_.added == 0) index_.start_anew();
  return finished();
}

void IndexSession::read(Dispatcher& dispatcher, const Read& read) {
  // A chunk for each thread to work on, one for each to go on with, and some done ones that wait for their
  // turn.
  Dispatcher::Pipeline pipeline(std::size_t{3} * threads_);
  pipeline.start([&](Dispatcher::Pipeline& p) { read(dispatcher, p); }, threads_,
                 [&] { return sink_->worker(); });
  consume(pipeline);
}

void IndexSession::delete_missing(const InputList& inputs, const Dispatcher& dispatcher) {
  const MirrorScope scope(run_.paths, inputs, dispatcher.unreadable(),
                          [&](const std::string& path, const std::string& what) {
                            if (run_.on_note) run_.on_note(path, 0, what);
                          });
  summary_.deleted = index_.remove_missing([&](const std::string& origin) { return scope.covers(origin); },
                                           [&](const std::string& id) { return dispatcher.came(id); });
}

void IndexSession::finish() {
  progress_.finishing = true;
  show_progress(true);
  sink_->finish(summary_);
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
  sink_->take(chunk, summary_);
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
