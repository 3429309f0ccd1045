// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "builder/index_metadata.h"
#include "builder/open_generation.h"
#include "builder/xapian_document.h"
#include "document_postings.h"
#include "memory_plan.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "storage/index_directory.h"
#include "storage/open_database.h"

namespace nsearch::indexer {

/// What is in force, opened for writing under the index's lock. Whatever ends the process or the object, the index is
/// as of the last commit(). Not thread-safe. All functions throw Error (io, corrupt, internal); changes not yet
/// committed are gone then, and the object can be used again.
///
/// Changes to a large index are kept apart: new documents in a generation of recent changes, what they replace under a
/// tombstone. See index_schema.h; settle() merges both again.
class LiveIndex {
 public:
  /// Takes the lock, makes an empty index where there is none, removes what a killed writer left, and completes its commit.
  /// Throws Error: locked, io, corrupt, format_version, analysis_changed.
  /// Of the options: `wait`, `changes`, for merges what plan_memory() reads, and `protect`, the words that a new index
  /// protects; of one that has documents they must be the ones, where given (else Error: analysis_changed). `readable` takes
  /// an index of an earlier format or another analysis too: to replace all of it.
  enum class Accepts { compatible, readable };
  LiveIndex(const std::string& directory, const WriterOptions& options,
            Accepts accepts = Accepts::compatible);
  LiveIndex(const LiveIndex&) = delete;
  LiveIndex& operator=(const LiveIndex&) = delete;
  ~LiveIndex();

  const IndexDirectory& directory() const { return directory_; }

  /// Whether changes are kept apart from the main generation.
  bool changes_apart() const { return apart_; }

  /// The document with this id term in the main generation, and in that of recent changes; 0 where there is none.
  Xapian::docid in_main(const std::string& id_term);
  Xapian::docid in_recent(const std::string& id_term);

  /// The language of the document with this content digest; nothing where there is none.
  std::optional<std::string> language_of_digest(const std::string& digest);

  /// The language of the document with this id term; nothing where there is none.
  std::optional<std::string> language_of(const std::string& id_term);

  struct Put {
    bool updated = false;      ///< it replaced a document
    std::string old_language;  ///< of the one replaced
  };
  /// Adds a document, or replaces the one that has its id.
  Put put(const DocumentPostings& document);

  /// Removes the document with this id; false if there is none.
  bool remove(std::string_view id);

  /// Removes the documents whose origin (the path that they came from) `covers` and whose id (as bounded_term()
  /// gives it) did not come: `came`. Gives their number. Commits where many are pending.
  std::uint64_t remove_missing(const std::function<bool(const std::string& origin)>& covers,
                               const std::function<bool(const std::string& id)>& came);

  /// The number of the last change, and one for the next.
  std::int64_t sequence() const { return metadata_.sequence; }
  std::int64_t next_sequence() { return ++metadata_.sequence; }
  void set_sequence(std::int64_t last) { metadata_.sequence = last; }

  /// Makes all changes visible and durable at once.
  void commit();

  /// Merges recent changes with the main generation where they, or the tombstones, have become many. For what is committed.
  /// Reads and writes the whole index then.
  void settle();

  /// About how much memory the uncommitted changes take, in bytes.
  std::uint64_t pending() const { return pending_; }

  /// Documents, uncommitted changes included.
  std::uint64_t documents();

  /// Makes these the words that the index protects, where it has no documents. Throws Error(analysis_changed) where it
  /// has, and protects others.
  void protect(const ProtectedWords& words);
  const ProtectedWords& protected_words() const { return metadata_.protected_words; }

  /// When the index was made, ISO 8601.
  std::string created();

  /// Puts a finished generation in force, by itself or with a finished one of recent changes. Uncommitted changes are dropped.
  void replace(const IndexDirectory::InForce& generations);

  /// How many times as large as recent changes the main generation is at least.
  static constexpr std::uint64_t main_to_recent = 8;

  /// Puts an empty generation in force. Uncommitted changes are dropped.
  void start_anew();

 private:
  template <typename Work>
  auto opened(Work&& work);
  OpenGeneration& newest() { return recent_ ? *recent_ : *main_; }
  void remove_from_main(Xapian::docid document);
  void bury(Xapian::docid document);
  void start_recent();
  void complete_commit();
  void commit_buried();
  void commit_when_full();
  bool share_names();
  void commit_both();
  bool many_changes();
  void count_removal();
  IndexMetadata metadata_of_next();
  std::filesystem::path make_generation(const IndexMetadata& metadata) const;
  void open();
  void close() noexcept;

  IndexDirectory directory_;
  std::string name_;  // for messages
  const std::string changes_;
  const MemoryPlan plan_;
  Accepts accepts_;
  std::optional<IndexLock> lock_;
  std::optional<OpenGeneration> main_, recent_;
  bool apart_ = false;
  XapianDocument document_;
  IndexMetadata metadata_;             // of uncommitted changes
  std::vector<Xapian::docid> buried_;  // documents of main_ that uncommitted changes gave tombstones
  std::uint64_t pending_ = 0;
  bool changed_ = false;
};

/// Runs `work` while both generations are open. When Xapian throws, what it holds in memory can't be relied on any more:
/// it is dropped, and the next call opens the last commit.
template <typename Work>
auto LiveIndex::opened(Work&& work) {
  if (!main_) open();
  try {
    return work();
  } catch (const Xapian::Error& error) {
    const Error translated = to_error(name_, error);
    close();
    throw translated;
  }
}

}  // namespace nsearch::indexer
