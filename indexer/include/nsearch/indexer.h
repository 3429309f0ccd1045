// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "nsearch/export.h"
#include "nsearch/index_writer.h"

/// Indexing files and folders
/// ==========================
///
///     nsearch::IndexRun run;
///     run.paths = {"articles/", "wire.jsonl.gz"};
///     run.on_reject = [](const nsearch::Rejection& r) { std::cerr << r.path << ':' << r.line << ": " << r.reason << '\n'; };
///     nsearch::IndexSummary s = nsearch::index_files("news.idx", run);
///
/// Reading, analysis and building run side by side; the answers don't depend on the number of threads.
namespace nsearch {

/// One input, or one record of one, that was not indexed.
struct Rejection {
  std::string path;
  std::uint64_t line = 0;  ///< from 1; 0: the whole file
  std::uint64_t byte = 0;  ///< offset in the (decompressed) input where the trouble is
  std::string id;          ///< if it was known
  std::string reason;
};

/// How far a run is; given to IndexRun::on_progress a few times a second, on the calling thread.
struct IndexProgress {
  std::uint64_t documents = 0;
  std::uint64_t rejected = 0;
  std::uint64_t bytes = 0;            ///< read so far, as stored on disk
  std::uint64_t total_bytes = 0;      ///< 0: not known
  std::uint64_t total_documents = 0;  ///< 0: not known
  double seconds = 0;
  bool finishing = false;  ///< all is read; the index is being put together and in force
};

struct IndexRun {
  std::vector<std::string> paths;  ///< files, folders (recursively, ordered by name), "-" for standard input
  std::string format;              ///< force an input format by name; empty: by content and name
  std::vector<std::pair<std::string, std::string>> field_map;  ///< {document field, name in the input}
  WriterOptions writer;
  /// Delete documents that came from what `paths` name (by the path that they were indexed under) and did not come again.
  /// Nothing is deleted from a file or folder that could not be read to its end, from a folder that holds no file at all,
  /// or by a run that was cancelled; on_note tells of it. Not with standard input.
  bool delete_missing = false;
  std::function<void(const IndexProgress&)> on_progress;
  std::function<void(const Rejection&)> on_reject;
  std::function<void(const std::string& path, std::uint64_t line, const std::string& note)> on_note;
  std::function<bool()> cancelled;  ///< asked now and then; true: commit what is done and stop
};

struct IndexSummary {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t deleted = 0;  ///< by IndexRun::delete_missing
  std::uint64_t rejected = 0;
  std::uint64_t duplicates = 0;  ///< ids that came more than once in this run; the last one won
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;       ///< read, as stored on disk
  std::uint64_t documents = 0;   ///< in the index, afterwards
  std::uint64_t overridden = 0;  ///< declared language contradicted by a reliable detection
  double seconds = 0;
  std::map<std::string, std::uint64_t> languages;  ///< documents added or updated, by language
  bool cancelled = false;
};

/// Indexes what `run` names into the index in folder `directory`. One bad input never stops it: see on_reject. Throws
/// Error (usage: unknown format or a path that does not exist; locked, io, corrupt, ... as IndexWriter).
NSEARCH_EXPORT IndexSummary index_files(const std::string& directory, const IndexRun& run);

/// One input format.
struct InputFormat {
  std::string name;         ///< for `--input-format`
  std::string description;  ///< one line
  std::vector<std::string> extensions;
};

/// Every format that index_files() reads, in the order of the registry. Thread-safe.
NSEARCH_EXPORT std::vector<InputFormat> input_formats();

}  // namespace nsearch
