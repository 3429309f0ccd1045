// SPDX-License-Identifier: GPL-2.0-or-later
#include "maintenance/write_compacted.h"

#include <xapian.h>

#include <algorithm>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "builder/merge/merge_generations.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"

namespace nsearch::indexer {
namespace {

namespace fs = std::filesystem;

/// Tells how far it is, and ends it where that is wanted.
class Progress {
 public:
  Progress(std::uint64_t total, const CompactOptions& options) : options_(options) {
    progress_.total_bytes = total;
  }

  void at(std::uint64_t bytes) {
    if (options_.cancelled && options_.cancelled()) throw CompactionCancelled();
    progress_.bytes = std::min(bytes, progress_.total_bytes);
    if (options_.on_progress) options_.on_progress(progress_);
  }

 private:
  const CompactOptions& options_;
  CopyProgress progress_;
};

/// Follows Xapian table by table: each one counts by its size before.
class TableProgress : public Xapian::Compactor {
 public:
  TableProgress(fs::path generation, Progress& progress)
      : generation_(std::move(generation)), progress_(progress) {}

  void set_status(const std::string& table, const std::string& status) override {
    std::error_code absent;
    const auto bytes = status.empty() ? 0 : fs::file_size(generation_ / (table + ".glass"), absent);
    if (!absent) bytes_ += bytes;
    progress_.at(bytes_);
  }

 private:
  const fs::path generation_;
  Progress& progress_;
  std::uint64_t bytes_ = 0;
};

/// Deletes the documents that are marked as gone; false where there are none.
bool delete_marked(const std::string& path) {
  Xapian::WritableDatabase database(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  const std::string mark(schema::tombstone);
  const std::vector<Xapian::docid> marked(database.postlist_begin(mark), database.postlist_end(mark));
  for (const Xapian::docid document : marked) database.delete_document(document);
  database.commit();
  return !marked.empty();
}

/// What is deleted stays in the files' gaps, so a compaction comes last.
void compact_by_xapian(const fs::path& source, const fs::path& target, Progress& progress) {
  TableProgress tables(source, progress);
  Xapian::Database(source.string()).compact(target.string(), Xapian::Compactor::FULL, 0, tables);
  if (!delete_marked(target.string())) return;
  const fs::path with_gaps = target / "with-gaps";
  fs::create_directory(with_gaps);
  for (const auto& file : fs::directory_iterator(target)) {
    if (file.is_regular_file()) fs::rename(file.path(), with_gaps / file.path().filename());
  }
  Xapian::Database(with_gaps.string()).compact(target.string(), Xapian::Compactor::FULL);
  fs::remove_all(with_gaps);
}

void compact_directly(const fs::path& source, const fs::path& target, const CompactOptions& options,
                      Progress& progress) {
  merge::MergeOptions merge;
  merge.threads = options.threads != 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
  merge.on_progress = [&](std::uint64_t bytes) { progress.at(bytes); };
  merge::merge_generations({{source, {}}}, target, {}, merge);
}

}  // namespace

std::uint64_t write_compacted(const IndexDirectory& index, const fs::path& target,
                              const CompactOptions& options, const BuilderCheck& check) {
  const fs::path source = index.current();
  Progress progress(index.bytes(), options);
  return translating_errors(index.path().string(), [&]() -> std::uint64_t {
    check_readable(Xapian::Database(source.string()), index.path().string());
    progress.at(0);
    std::error_code error;
    fs::create_directory(target, error);
    if (error) throw Error(ErrorCode::io, target.string() + ": can't make the folder: " + error.message());
    if (merge::can_be_merged(source) && check(target / "check").empty()) {
      compact_directly(source, target, options, progress);
    } else {
      compact_by_xapian(source, target, progress);
    }
    return Xapian::Database(target.string()).get_doccount();
  });
}

}  // namespace nsearch::indexer
