// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/write_merged.h"

#include <xapian.h>

#include <algorithm>

#include "storage/index_schema.h"
#include "storage/open_database.h"
#include "storage/tombstones.h"

namespace nsearch::indexer {
namespace {

namespace fs = std::filesystem;

/// Follows Xapian table by table.
class TableProgress : public Xapian::Compactor {
 public:
  TableProgress(const fs::path& target, const MergeOptions& options) : target_(target), options_(options) {}

  void set_status(const std::string& table, const std::string& status) override {
    std::error_code absent;
    const auto bytes = status.empty() ? 0 : fs::file_size(target_ / (table + ".glass"), absent);
    if (!absent) bytes_ += bytes;
    if (options_.on_progress) options_.on_progress(bytes_);
  }

 private:
  const fs::path& target_;
  const MergeOptions& options_;
  std::uint64_t bytes_ = 0;
};

/// The numbers that dead documents have when Xapian has merged the sources, each of which it numbers on from the one before,
/// without the numbers before its first document.
std::vector<Xapian::docid> dead_in_all(const std::vector<MergeSource>& sources) {
  std::vector<Xapian::docid> all;
  Xapian::docid before = 0;
  for (const MergeSource& source : sources) {
    const Xapian::Database database(source.generation.string());
    Xapian::docid first = 0, last = 0;
    for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document) {
      if (first == 0) first = *document;
      last = *document;
    }
    if (first == 0) continue;
    std::vector<Xapian::docid> dead = storage::all_dead(database);
    source.dead.for_each([&](Xapian::docid document) {
      if (document >= first && document <= last) dead.push_back(document);
    });
    for (const Xapian::docid document : dead) all.push_back(before + document - (first - 1));
    before += last - (first - 1);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

void compact(const std::vector<fs::path>& generations, const fs::path& target, const MergeOptions& options) {
  Xapian::Database all;
  for (const fs::path& generation : generations) all.add_database(Xapian::Database(generation.string()));
  TableProgress progress(target, options);
  all.compact(target.string(), Xapian::Compactor::FULL, 0, progress);
}

/// What is deleted stays in the files' gaps, so a second compaction comes last.
void merge_by_xapian(const std::vector<MergeSource>& sources, const fs::path& target,
                     const std::map<std::string, std::string>& metadata, const MergeOptions& options) {
  const fs::path with_gaps = target / "with-gaps";
  fs::create_directory(with_gaps);
  std::vector<fs::path> generations;
  for (const MergeSource& source : sources) generations.push_back(source.generation);
  compact(generations, with_gaps, options);
  {
    Xapian::WritableDatabase merged(with_gaps.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (const Xapian::docid document : dead_in_all(sources)) merged.delete_document(document);
    for (const auto& [key, value] : metadata) merged.set_metadata(key, value);
    merged.commit();
  }
  compact({with_gaps}, target, options);
  fs::remove_all(with_gaps);
}

}  // namespace

std::uint64_t write_merged(const std::vector<MergeSource>& sources, const fs::path& target,
                           std::map<std::string, std::string> metadata, const MergeOptions& options,
                           const BuilderCheck& check) {
  metadata.try_emplace(std::string(schema::metadata_key::tombstones));
  const bool directly = std::all_of(sources.begin(), sources.end(), [](const MergeSource& source) {
    return merge::can_be_merged(source.generation);
  });
  if (directly && check(target / "check").empty())
    return merge::merge_generations(sources, target, metadata, options).documents;
  return translating_errors(target.string(), [&]() -> std::uint64_t {
    merge_by_xapian(sources, target, metadata, options);
    return Xapian::Database(target.string()).get_doccount();
  });
}

}  // namespace nsearch::indexer
