// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "maintenance/copy_file.h"
#include "maintenance/kept_files.h"
#include "nsearch/error.h"
#include "nsearch/maintenance.h"
#include "storage/index_directory.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"

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

class Backup {
 public:
  Backup(const IndexDirectory& index, const BackupOptions& options) : index_(index), options_(options) {}

  /// Copies the generation in force to `target`.
  void copy(const fs::path& target) {
    for (int attempt = 1;; ++attempt) {
      const CommitGate gate(index_, CommitGate::Side::copier);
      const fs::path source = index_.current();
      const std::string revision = indexer::read_file(source / version_file);
      copy_files(source, target);
      // A commit in between would have begun to use the blocks of the revision before.
      if (indexer::read_file(source / version_file) == revision && index_.current() == source) return;
      if (attempt == most_attempts) {
        throw Error(ErrorCode::unavailable, index_.path().string() + ": changes faster than it can be copied",
                    "try again when its writer is idle");
      }
    }
  }

 private:
  void copy_files(const fs::path& source, const fs::path& target) {
    progress_ = {0, index_.bytes()};
    for (const fs::directory_entry& entry : fs::directory_iterator(source)) {
      if (!entry.is_regular_file() || !is_data(entry.path())) continue;
      indexer::copy_file(entry.path(), target / entry.path().filename(), [&](std::uint64_t bytes) {
        progress_.bytes += bytes;
        if (options_.on_progress) options_.on_progress(progress_);
      });
    }
  }

  const IndexDirectory& index_;
  const BackupOptions& options_;
  CopyProgress progress_;
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

/// The copy is opened as any index before it is put in force.
BackupSummary describe(const fs::path& generation) {
  return translating_errors(generation.string(), [&] {
    const Xapian::Database database(generation.string());
    BackupSummary summary;
    summary.documents = database.get_doccount();
    summary.committed = database.get_metadata(std::string(schema::metadata_key::committed));
    return summary;
  });
}

}  // namespace

BackupSummary backup_index(const std::string& directory, const std::string& target_directory,
                           const BackupOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  const IndexDirectory index(directory), target(target_directory);
  index.current();
  check_target(index, target, options.replace);
  BackupSummary summary;
  try {
    fs::create_directories(target.path());
    const IndexLock lock(target, std::chrono::seconds(0));
    const fs::path generation = target.next();
    // Read first: what alerts were told of must not be ahead of the copy's documents.
    const indexer::KeptFiles kept = indexer::read_kept_files(index.path());
    try {
      fs::create_directory(generation);
      Backup(index, options).copy(generation);
      summary = describe(generation);
      target.publish(generation);
    } catch (...) {
      std::error_code ignored;
      fs::remove_all(generation, ignored);
      throw;
    }
    target.remove_leftovers();
    indexer::write_kept_files(kept, target.path());
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorCode::io, error.path1().string() + ": " + error.code().message());
  }
  summary.bytes = target.bytes();
  summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return summary;
}

}  // namespace nsearch
