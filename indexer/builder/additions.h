// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "builder/generation_builder.h"
#include "builder/glass/spool.h"
#include "builder/id_table.h"
#include "builder/live_index.h"
#include "builder/scratch_generation.h"
#include "builder/write_merged.h"
#include "nsearch/index_writer.h"

namespace nsearch::indexer {

/// Documents for an index that holds others already: built apart as a new index is, then merged with the generation of recent
/// changes, or, where changes aren't kept apart or have become many, with all of the index. So this is for many documents;
/// nothing of them is seen before finish(). Not thread-safe. All functions throw Error (io,
/// corrupt, internal); the index is as of its last commit then.
class Additions {
 public:
  /// From how much text on, in bytes, this takes less time than LiveIndex::put(). Putting a megabyte took 1 s of processor
  /// time, merging a megabyte of index .0036 s; below a quarter of a megabyte there is nothing to gain.
  static std::uint64_t least_text(std::uint64_t merged_bytes) { return (256 << 10) + merged_bytes / 256; }

  /// The bytes of index that a few additions are merged with.
  static std::uint64_t merged_bytes(const LiveIndex& index);

  /// `options`: the builder's name. `say` is told when the builder is another one than usual.
  Additions(LiveIndex& index, const WriterOptions& options, const MemoryPlan& plan,
            const std::function<void(const std::string&)>& say);

  /// As LiveIndex::put(). `sequence`: the document's modification sequence. `old_language` is empty where the one replaced is
  /// among the additions.
  LiveIndex::Put put(const DocumentPostings& document, std::int64_t sequence);

  /// Commits what was changed in the index otherwise, merges, and puts the result in force. Gives the languages of
  /// additions that later additions replaced.
  std::map<std::string, std::uint64_t> finish();

 private:
  struct Replaced;
  enum Mark : unsigned { once = 1, again };  // an id came, and what it replaces is noted
  void end_part();
  Replaced find_replaced(const std::filesystem::path& added);
  void merge(const std::filesystem::path& added, const Replaced& replaced);
  void merge_with_recent(const std::filesystem::path& added, const Replaced& replaced);
  void merge_with_all(const std::filesystem::path& added, const Replaced& replaced);

  LiveIndex& index_;
  ScratchGeneration scratch_;
  std::unique_ptr<GenerationBuilder> builder_;
  std::unique_ptr<PartBuilder> part_;
  PartLimits part_limits_;
  const MergeOptions merge_;
  std::uint64_t part_number_ = 0, part_documents_ = 0, part_bytes_ = 0, documents_ = 0;
  IndexMetadata metadata_;  // what additions bring
  IdTable added_;           // by digests of id terms
  glass::Spool replaced_;   // id terms of which all but the last document must go, each once
};

}  // namespace nsearch::indexer
