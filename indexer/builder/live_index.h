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
#include "builder/xapian_document.h"
#include "document_postings.h"
#include "storage/index_directory.h"

namespace nsearch::indexer {

/// The generation in force, opened for writing under the index's lock. Changes stay in one transaction until
/// commit(), so whatever ends the process or the object, the index is as of the last commit. Not thread-safe.
/// All functions throw Error (io, corrupt, internal); changes not yet committed are gone then, and the object
/// can be used again.
class LiveIndex {
 public:
  /// Takes the lock, makes an empty index where there is none, and removes what a killed writer left. Throws
  /// Error: locked, io, corrupt, format_version, analysis_changed.
  /// `protect`: the words that a new index protects; of one that has documents they must be the ones, where given
  /// (else Error: analysis_changed). `readable` takes an index of an earlier format or another analysis too: to
  /// replace all of it.
  enum class Accepts { compatible, readable };
  LiveIndex(const std::string& directory, std::chrono::seconds wait,
            const std::optional<ProtectedWords>& protect = std::nullopt,
            Accepts accepts = Accepts::compatible);
  LiveIndex(const LiveIndex&) = delete;
  LiveIndex& operator=(const LiveIndex&) = delete;
  ~LiveIndex();

  const IndexDirectory& directory() const { return directory_; }

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
  /// gives it) did not come: `came`. Gives their number.
  std::uint64_t remove_missing(const std::function<bool(const std::string& origin)>& covers,
                               const std::function<bool(const std::string& id)>& came);

  /// The number of the last change, and one for the next.
  std::int64_t sequence() const { return metadata_.sequence; }
  std::int64_t next_sequence() { return ++metadata_.sequence; }
  void set_sequence(std::int64_t last) { metadata_.sequence = last; }

  /// Makes all changes visible and durable at once.
  void commit();

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

  /// Puts a finished generation in force. Uncommitted changes are dropped.
  void replace_generation(const std::filesystem::path& generation);

  /// Puts an empty generation in force. Uncommitted changes are dropped.
  void start_anew();

 private:
  template <typename Work>
  auto with_database(Work&& work);
  void removed(std::uint64_t documents);
  std::filesystem::path make_generation(const IndexMetadata& metadata) const;
  void open();
  void close() noexcept;

  IndexDirectory directory_;
  std::string name_;  // for messages
  Accepts accepts_;
  std::optional<IndexLock> lock_;
  std::optional<Xapian::WritableDatabase> database_;
  XapianDocument document_;
  IndexMetadata metadata_;  // of uncommitted changes
  std::uint64_t pending_ = 0;
  bool changed_ = false;
};

}  // namespace nsearch::indexer
