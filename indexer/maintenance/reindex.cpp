// SPDX-License-Identifier: GPL-2.0-or-later
#include "maintenance/stored_documents.h"
#include "nsearch/error.h"
#include "pipeline/index_session.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"

namespace nsearch {
namespace {

using namespace indexer;

/// Feeds the records of a generation, in the order of their documents. Runs on the pipeline's reading thread;
/// what can't be read is rejected, so that the caller's thread hears of it.
class RecordFeed {
 public:
  RecordFeed(const std::string& name, const std::filesystem::path& generation, bool may_skip)
      : name_(name), generation_(generation), may_skip_(may_skip) {}

  void operator()(RecordSink& sink) const {
    translating_errors(name_, [&] {
      const Xapian::Database database(generation_.string());
      const auto end = database.postlist_end("");
      for (auto document = database.postlist_begin(""); document != end; ++document) {
        if (!give(database, *document, sink)) return;
      }
    });
  }

 private:
  bool give(const Xapian::Database& database, Xapian::docid document, RecordSink& sink) const {
    const std::string id = database.get_document(document).get_value(schema::slot_tie_break);
    KeptDocument kept;
    bool more = true;
    OnDamaged reject;
    if (may_skip_)
      reject = [&](const DamagedDocument& damaged) { more = sink.reject({{}, 0, 0, id, damaged.reason}); };
    const bool whole = reading_record(id, reject, [&] { kept = read_kept(database, document); });
    if (!whole) return more;
    return sink.restored(std::move(kept.document), std::move(kept.digest), 0);
  }

  const std::string& name_;
  const std::filesystem::path generation_;
  const bool may_skip_;
};

IndexRun to_run(const ReindexOptions& options) {
  IndexRun run;
  run.writer.threads = options.threads;
  run.writer.memory = options.memory;
  run.writer.wait = options.wait;
  run.on_progress = options.on_progress;
  run.cancelled = options.cancelled;
  if (options.on_damaged)
    run.on_reject = [&options](const Rejection& r) { options.on_damaged({r.id, r.reason}); };
  return run;
}

}  // namespace

ReindexSummary reindex(const std::string& directory, const ReindexOptions& options) {
  IndexDirectory(directory).current();  // an index that does not exist must not be made
  const IndexRun run = to_run(options);
  IndexSession session(directory, run, Purpose::rebuild);
  const RecordFeed feed(directory, session.generation(), static_cast<bool>(options.on_damaged));
  const IndexSummary done = session.rebuild(feed, options.decide_languages);
  ReindexSummary summary;
  summary.documents = done.documents;
  summary.damaged = done.rejected;
  summary.seconds = done.seconds;
  summary.languages = done.languages;
  summary.cancelled = done.cancelled;
  return summary;
}

}  // namespace nsearch
