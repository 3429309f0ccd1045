// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "builder/live_index.h"
#include "nsearch/index_writer.h"
#include "storage/index_directory.h"

namespace nsearch::indexer {

/// The indexes that hold an index's documents, opened for writing: its shards, or itself alone. A sharded index is locked as
/// a whole, and then each shard, always in the same order. Not thread-safe. Functions throw as those of LiveIndex.
class LiveShards {
 public:
  /// Makes an index where there is none, with WriterOptions::shards shards. Throws as LiveIndex, and Error(usage): another
  /// number of shards than the index has; shards that can't be written.
  LiveShards(const std::string& directory, const WriterOptions& options,
             LiveIndex::Accepts accepts = LiveIndex::Accepts::compatible);

  std::size_t size() const { return shards_.size(); }
  LiveIndex& operator[](std::size_t number) { return *shards_[number]; }
  /// The one that a document with this id belongs to.
  LiveIndex& of(std::string_view id);

  const ProtectedWords& protected_words() const { return shards_.front()->protected_words(); }
  std::int64_t sequence() const;  ///< the highest of all
  std::uint64_t documents();      ///< in all, uncommitted changes included
  std::uint64_t pending() const;  ///< in all
  void commit();                  ///< shard after shard

  /// Held while all shards are committed to, so that who copies all of them sees all or nothing of that; nothing where
  /// there is one.
  std::unique_ptr<CommitGate> gate() const;

 private:
  void open(const std::string& directory, const WriterOptions& options, LiveIndex::Accepts accepts);
  void make(const WriterOptions& options);
  void protect(const ProtectedWords& words);

  IndexDirectory directory_;
  std::optional<IndexLock> lock_;  // of the whole, where there are several
  std::vector<std::unique_ptr<LiveIndex>> shards_;
};

}  // namespace nsearch::indexer
