// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/document.h"
#include "nsearch/export.h"

/// Writing an index, document by document
/// ======================================
///
///     nsearch::IndexWriter writer("news.idx");        // made if it does not exist; throws Error(locked) if in use
///     writer.add(document);                            // replaces the document that has the same id
///     writer.remove("fr-1");
///     writer.commit();                                 // all of it, or nothing, becomes visible and durable
///
/// For whole files and folders see nsearch/indexer.h.
namespace nsearch {

struct WriterOptions {
  std::string language;  ///< force this language on every document; empty: declared or detected
  std::vector<std::string> candidates;  ///< the only languages that detection considers; empty: all
  unsigned threads = 0;                 ///< analysis threads; 0: one for each core
  /// Bytes of memory that index_files() makes the process take at most, 256 MB at least (else Error(usage)); 0: 256 MB, or 128
  /// MB a thread where there are more than two. Fewer threads than wanted are used where they would not fit. Documents of more
  /// than 1 MB, and the names of the files to read, come on top. docs/performance.md says what is counted.
  std::uint64_t memory = 0;
  /// Bytes of pending changes after which the writer commits by itself, by a rough count; 0: what `memory` leaves room for.
  std::uint64_t pending = 0;
  /// Words that the index shall protect (nsearch/analyzer.h): kept in it when it is made. Not given, or as it has them:
  /// the index's own. Others for an index that has documents: Error(analysis_changed).
  std::optional<ProtectedWords> protect;
  std::chrono::seconds wait{0};  ///< how long to wait for another writer; 0: not at all
  /// What builds a new index: "direct", which writes Xapian's tables itself; "api", Xapian's own functions, ten times
  /// slower; empty: direct, unless a check at the start finds that the installed Xapian writes another format.
  std::string builder;
  /// Where changes to an index that has documents go: "apart", into a small generation of recent changes, which is merged
  /// with the main one when it has grown to an eighth of it; "in-place", into the index's tables, which takes some 9 ms a
  /// document of a large index; empty: apart from 32 MB on, unless XAPIAN_MAX_CHANGESETS says that replicas follow the index.
  std::string changes;
  /// Among how many shards a new index routes its documents (shard_of() in nsearch/document.h; docs/scale.md): at most 256.
  /// 0: as the index is, a new one being a single one. Another number than an index has: Error(usage).
  unsigned shards = 0;
};

/// What became of a document.
enum class AddOutcome { added, updated, unchanged, rejected };

struct AddResult {
  AddOutcome outcome = AddOutcome::added;
  std::string reason;    ///< rejected: why
  std::string language;  ///< the language it is indexed under
  std::string note;      ///< what the user should know ("declared nl, detected fr"); mostly empty
};

/// The one writer of an index: it holds the index's lock while it lives. Not thread-safe. Dropping it without commit()
/// loses what was not committed, and nothing else.
class NSEARCH_EXPORT IndexWriter {
 public:
  /// Opens the index in folder `directory`, or makes it. Throws Error: locked (names the holder), io, corrupt,
  /// format_version, analysis_changed, usage (shards that can't be written from here, or another number of them).
  explicit IndexWriter(const std::string& directory, const WriterOptions& options = {});
  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;
  ~IndexWriter();

  /// Adds a document, or replaces the one with the same id. A document that can't be indexed (no body) is rejected by
  /// the return value and changes nothing. Throws Error(io) when the disk refuses; then what was not committed is lost.
  AddResult add(const Document& document);

  /// Removes the document with this id; false if there is none.
  bool remove(std::string_view id);

  /// Makes everything up to here visible and durable at once; shard after shard where there are several. Now and then also merges
  /// recent changes with the index (WriterOptions::changes), which takes time in proportion to its size. Throws Error(io);
  /// then nothing changed, in that shard and those after it.
  void commit();

  std::uint64_t documents() const;  ///< in the index, changes not yet committed included

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace nsearch
