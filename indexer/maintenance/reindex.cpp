// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>
#include <vector>

#include "maintenance/stored_documents.h"
#include "nsearch/error.h"
#include "pipeline/index_session.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"
#include "storage/shards.h"
#include "storage/tombstones.h"

namespace nsearch {
namespace {

using namespace indexer;

/// Feeds the records of generations, in the order of their documents. Runs on the pipeline's reading thread;
/// what can't be read is rejected, so that the caller's thread hears of it.
class RecordFeed {
 public:
  RecordFeed(const std::string& name, std::vector<std::filesystem::path> generations, bool may_skip)
      : name_(name), generations_(std::move(generations)), may_skip_(may_skip) {}

  void operator()(RecordSink& sink) const {
    translating_errors(name_, [&] {
      for (const std::filesystem::path& generation : generations_) {
        const Xapian::Database database(generation.string());
        const bool any_dead = storage::dead_documents(database) > 0;
        const auto end = database.postlist_end("");
        for (auto document = database.postlist_begin(""); document != end; ++document) {
          if (any_dead && storage::is_dead(database, *document)) continue;
          if (!give(database, *document, sink)) return;
        }
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
  const std::vector<std::filesystem::path> generations_;
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

/// One shard, or an index that has no others.
ReindexSummary reindex_one(const std::string& directory, const ReindexOptions& options) {
  const IndexRun run = to_run(options);
  IndexSession session(directory, run, Purpose::rebuild);
  const RecordFeed feed(directory, session.generations(), static_cast<bool>(options.on_damaged));
  const IndexSummary done = session.rebuild(feed, options.decide_languages);
  ReindexSummary summary;
  summary.documents = done.documents;
  summary.damaged = done.rejected;
  summary.seconds = done.seconds;
  summary.languages = done.languages;
  summary.cancelled = done.cancelled;
  return summary;
}

void add(const ReindexSummary& shard, ReindexSummary& sum) {
  sum.documents += shard.documents;
  sum.damaged += shard.damaged;
  sum.seconds += shard.seconds;
  for (const auto& [language, documents] : shard.languages) sum.languages[language] += documents;
  sum.cancelled = shard.cancelled;
}

ReindexSummary reindex_shards(const IndexDirectory& index, const std::vector<std::filesystem::path>& shards,
                              const ReindexOptions& options) {
  const IndexLock lock(index, options.wait);
  ReindexSummary sum;
  for (const std::filesystem::path& shard : shards) {
    ReindexOptions of_shard = options;
    if (options.on_progress) {
      of_shard.on_progress = [&](IndexProgress progress) {
        progress.documents += sum.documents;
        progress.seconds += sum.seconds;
        progress.total_documents = 0;  // of this shard only
        progress.finishing = false;
        options.on_progress(progress);
      };
    }
    add(reindex_one(shard.string(), of_shard), sum);
    if (sum.cancelled) break;
  }
  return sum;
}

}  // namespace

ReindexSummary reindex(const std::string& directory, const ReindexOptions& options) {
  const IndexDirectory index(directory);
  // Throws where there is no index: it must not be made.
  const std::vector<std::filesystem::path> shards = storage::shards_to_write(index);
  return shards.size() == 1 ? reindex_one(directory, options) : reindex_shards(index, shards, options);
}

}  // namespace nsearch
