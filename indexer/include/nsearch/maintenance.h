// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "nsearch/export.h"
#include "nsearch/indexer.h"

/// Keeping an index
/// ================
///
///     nsearch::reindex("news.idx");                        // anew from the stored texts, after an upgrade
///     nsearch::compact_index("news.idx");                  // smaller and faster; what was deleted is gone for good
///     nsearch::backup_index("news.idx", "/backup/news.idx");
///     nsearch::dump_index("news.idx", [&](std::string_view line) { file << line; return true; });
///
/// Readers keep answering whatever runs here, and notice nothing of it. Checking an index: see nsearch/check.h. A sharded
/// index is kept shard after shard, each of which can be kept alone too: it is an index of its own.
namespace nsearch {

/// A document whose stored record can't be read.
struct DamagedDocument {
  std::string id;  ///< as far as the index still knows it
  std::string reason;
};

struct ReindexOptions {
  unsigned threads = 0;           ///< analysis threads; 0: one for each core
  std::uint64_t memory = 0;       ///< as WriterOptions::memory
  std::chrono::seconds wait{0};   ///< how long to wait for another writer
  bool decide_languages = false;  ///< decide languages again; else they stay as they are
  std::function<void(const IndexProgress&)> on_progress;
  /// Told of documents that can't be read and are left out. Empty: the first one ends it, and nothing changed.
  std::function<void(const DamagedDocument&)> on_damaged;
  std::function<bool()> cancelled;  ///< asked now and then; true: stop, nothing changed in the shard at hand
};

struct ReindexSummary {
  std::uint64_t documents = 0;  ///< in the index, afterwards
  std::uint64_t damaged = 0;    ///< left out
  double seconds = 0;
  std::map<std::string, std::uint64_t> languages;  ///< documents by language
  bool cancelled = false;  ///< the index, or the shard at hand and the next, is as it was
};

/// Builds the index in folder `directory` anew from its stored records and puts the result in force at once: the way out
/// of ErrorCode::analysis_changed, and of format_version where this build can still read the index's records. Ids, languages,
/// modification sequences and content digests stay. Takes room for a second index (of one shard), and time as indexing without detection.
/// Throws Error: no_index, locked, io, corrupt (a damaged record), format_version (a newer index).
NSEARCH_EXPORT ReindexSummary reindex(const std::string& directory, const ReindexOptions& options = {});

struct DumpSummary {
  std::uint64_t documents = 0;  ///< written
  std::uint64_t damaged = 0;    ///< left out
  bool changed = false;         ///< a writer committed meanwhile: documents are as of different commits
};

/// Gives every document of the index in `directory` as a line of JSON (its line break included), ordered by the bytes of
/// the ids; what `nsearch index --input-format dump` and index_files() take in again, without loss. No lock is taken. An
/// index of an earlier format or made by another analysis can be dumped too. `write` gives false to stop. Damaged records
/// are told to `on_damaged` and left out; where that is empty the first one is thrown. Throws Error: no_index, io,
/// corrupt, format_version, unavailable.
NSEARCH_EXPORT DumpSummary dump_index(const std::string& directory,
                                      const std::function<bool(std::string_view line)>& write,
                                      const std::function<void(const DamagedDocument&)>& on_damaged = {});

/// How far a compaction or a backup is.
struct CopyProgress {
  std::uint64_t bytes = 0;
  std::uint64_t total_bytes = 0;
};

struct CompactOptions {
  unsigned threads = 0;          ///< that write; 0: one for each core
  std::chrono::seconds wait{0};  ///< how long to wait for another writer
  std::function<void(const CopyProgress&)> on_progress;
  std::function<bool()> cancelled;  ///< asked now and then; true: stop, nothing changed in the shard at hand
};

struct CompactSummary {
  std::uint64_t documents = 0;
  std::uint64_t bytes_before = 0;  ///< on disk
  std::uint64_t bytes_after = 0;
  double seconds = 0;
  bool cancelled = false;  ///< the index, or the shard at hand and the next, is as it was
};

/// Writes the index in `directory` anew without its gaps, and puts the result in force at once: smaller, faster to search,
/// and free of what was deleted or replaced. Takes room for a second index (of one shard). A file that a reader still has open lives on
/// until it closes it. Throws Error: no_index, locked, io, corrupt, format_version.
NSEARCH_EXPORT CompactSummary compact_index(const std::string& directory, const CompactOptions& options = {});

struct BackupOptions {
  bool replace = false;  ///< take the place of an index that is in the target already
  std::function<void(const CopyProgress&)> on_progress;
};

struct BackupSummary {
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;
  std::string committed;  ///< the commit that was copied, ISO 8601
  double seconds = 0;
};

/// Copies the index in `directory` to the folder `target`, as of its last commit: a whole index of its own, with the synonyms and
/// the saved searches that are kept in its folder. A writer may be
/// at work: it goes on, only its next commit waits until the copy is done. With `replace` an earlier backup stays in force
/// until the new one is whole. A sharded index is copied as of one moment, all shards between the same two commits. Throws
/// Error: no_index, usage (the target is not empty, or it is the index, or has other shards), io, corrupt, locked (the target is being written to).
NSEARCH_EXPORT BackupSummary backup_index(const std::string& directory, const std::string& target,
                                          const BackupOptions& options = {});

}  // namespace nsearch
