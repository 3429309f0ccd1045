// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "maintenance/copy_file.h"
#include "maintenance/kept_files.h"
#include "nsearch/error.h"
#include "nsearch/maintenance.h"
#include "storage/index_directory.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"
#include "storage/shards.h"
#include "storage/tombstones.h"

namespace nsearch {
namespace {

namespace fs = std::filesystem;

/// How often a copy is begun again where nothing holds the writer up: it takes no part in the gate.
constexpr int most_attempts = 5;

/// The file that names the revision in force; each commit replaces it.
constexpr const char* version_file = "iamglass";

/// Files of a generation that belong to its writer, not to the data.
bool is_data(const fs::path& file) {
  return file.filename() != "flintlock" && file.extension() != ".tmp";
}

/// One shard on its way, or an index that has no others: generations in the target's folder, not yet in force.
class ShardCopy {
 public:
  ShardCopy(const fs::path& source, const fs::path& target) : source_(source), target_(target) {
    fs::create_directories(target_.path());
    lock_.emplace(target_, std::chrono::seconds(0));
  }
  ShardCopy(ShardCopy&& other) noexcept
      : source_(std::move(other.source_)),
        target_(std::move(other.target_)),
        lock_(std::move(other.lock_)),
        copies_(std::exchange(other.copies_, {})) {}
  ~ShardCopy() { drop(); }

  const IndexDirectory& source() const { return source_; }

  /// Copies the generations in force. The caller stands in the gate.
  void copy(const std::function<void(std::uint64_t bytes)>& copied) {
    for (int attempt = 1;; ++attempt) {
      drop();
      const IndexDirectory::InForce from = source_.in_force();
      const std::vector<std::string> revisions = revisions_of(from);
      for (const fs::path& generation : from.all()) {
        copies_.push_back(target_.next());
        fs::create_directory(copies_.back());
        copy_files(generation, copies_.back(), copied);
      }
      // A commit in between would have begun to use the blocks of the revision before.
      if (revisions_of(from) == revisions && source_.in_force() == from) return;
      if (attempt == most_attempts) {
        throw Error(ErrorCode::unavailable,
                    source_.path().string() + ": changes faster than it can be copied",
                    "try again when its writer is idle");
      }
    }
  }

  /// The copy is opened as any index before it is put in force.
  void describe(BackupSummary& summary) const {
    for (const fs::path& copy : copies_) {
      translating_errors(copy.string(), [&] {
        const Xapian::Database database(copy.string());
        summary.documents += storage::live_documents(database);
        summary.committed =
            std::max(summary.committed, database.get_metadata(std::string(schema::metadata_key::committed)));
      });
    }
  }

  void publish() {
    IndexDirectory::InForce copy{copies_.front(), {}};
    if (copies_.size() > 1) copy.recent = copies_.back();
    target_.publish(copy);
    copies_.clear();
    target_.remove_leftovers();
  }

 private:
  static std::vector<std::string> revisions_of(const IndexDirectory::InForce& generations) {
    std::vector<std::string> revisions;
    for (const fs::path& folder : generations.all())
      revisions.push_back(indexer::read_file(folder / version_file));
    return revisions;
  }

  static void copy_files(const fs::path& from, const fs::path& to,
                         const std::function<void(std::uint64_t bytes)>& copied) {
    for (const fs::directory_entry& entry : fs::directory_iterator(from)) {
      if (!entry.is_regular_file() || !is_data(entry.path())) continue;
      indexer::copy_file(entry.path(), to / entry.path().filename(), copied);
    }
  }

  void drop() {
    std::error_code ignored;
    for (const fs::path& copy : copies_) fs::remove_all(copy, ignored);
    copies_.clear();
  }

  IndexDirectory source_, target_;
  std::optional<IndexLock> lock_;
  std::vector<fs::path> copies_;  // of generations, until they are in force
};

[[noreturn]] void refuse(const fs::path& target, const std::string& why, const std::string& way_out) {
  throw Error(ErrorCode::usage, target.string() + ": " + why, way_out);
}

/// What a target must be: absent, empty, or an index that may be replaced.
void check_target(const IndexDirectory& index, const IndexDirectory& target, bool replace) {
  std::error_code ignored;
  if (fs::equivalent(index.path(), target.path(), ignored))
    refuse(target.path(), "is the index itself", "name another folder");
  if (!fs::exists(target.path(), ignored)) return;
  if (!fs::is_directory(target.path(), ignored))
    refuse(target.path(), "is no folder", "name a folder to copy to");
  if (target.exists()) {
    if (!replace) refuse(target.path(), "holds an index already", "replace it with --replace");
    return;
  }
  if (!fs::is_empty(target.path(), ignored))
    refuse(target.path(), "is not empty, and holds no index", "name a new folder");
}

/// What is in the target is replaced shard by shard, so it must have the same ones.
void check_same_shards(const IndexDirectory& target, const std::vector<fs::path>& shards) {
  if (!target.exists()) return;
  const std::size_t held = storage::shards_to_write(target).size();
  if (held == shards.size()) return;
  refuse(target.path(),
         "holds an index of " + std::to_string(held) + " shards, not " + std::to_string(shards.size()),
         "name another folder");
}

/// All shards as of one moment: no writer commits to any meanwhile.
void copy_all(const IndexDirectory& index, std::vector<ShardCopy>& copies, const BackupOptions& options) {
  const CommitGate whole(index, CommitGate::Side::copier);
  std::vector<std::unique_ptr<CommitGate>> gates;
  if (copies.size() > 1) {
    for (const ShardCopy& copy : copies)
      gates.push_back(std::make_unique<CommitGate>(copy.source(), CommitGate::Side::copier));
  }
  CopyProgress progress{0, index.bytes()};
  for (ShardCopy& copy : copies) {
    copy.copy([&](std::uint64_t bytes) {
      progress.bytes += bytes;
      if (options.on_progress) options.on_progress(progress);
    });
  }
}

BackupSummary back_up(const IndexDirectory& index, const IndexDirectory& target,
                      const BackupOptions& options) {
  const std::vector<fs::path> shards = storage::shards_to_write(index);
  check_target(index, target, options.replace);
  check_same_shards(target, shards);
  fs::create_directories(target.path());
  std::optional<IndexLock> lock;  // of the whole: a single shard is the whole
  if (shards.size() > 1) lock.emplace(target, std::chrono::seconds(0));
  // Read first: what alerts were told of must not be ahead of the copy's documents.
  const indexer::KeptFiles kept = indexer::read_kept_files(index.path());
  std::vector<ShardCopy> copies;
  for (const fs::path& shard : shards) {
    const bool is_whole = shards.size() == 1;
    copies.emplace_back(shard, is_whole ? target.path() : target.path() / shard.filename());
  }
  copy_all(index, copies, options);
  BackupSummary summary;
  for (const ShardCopy& copy : copies) copy.describe(summary);
  for (ShardCopy& copy : copies) copy.publish();
  if (shards.size() > 1 && !target.exists()) storage::publish_shards(target, shards.size());
  indexer::write_kept_files(kept, target.path());
  return summary;
}

}  // namespace

BackupSummary backup_index(const std::string& directory, const std::string& target_directory,
                           const BackupOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  const IndexDirectory target(target_directory);
  BackupSummary summary;
  try {
    summary = back_up(IndexDirectory(directory), target, options);
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorCode::io, error.path1().string() + ": " + error.code().message());
  }
  summary.bytes = target.bytes();
  summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return summary;
}

}  // namespace nsearch
