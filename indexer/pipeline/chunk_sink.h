// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "memory_plan.h"
#include "nsearch/indexer.h"
#include "pipeline/chunk.h"

namespace nsearch::indexer {

/// The building end of the pipeline: how chunks get into the index.
class ChunkSink {
 public:
  virtual ~ChunkSink() = default;

  /// How large a chunk should be.
  virtual ChunkLimits limits() const = 0;

  /// A function for one worker thread, which has this preparer: does with a chunk what needs no other thread. May be
  /// called on several threads.
  virtual std::function<void(Chunk&)> worker(const std::shared_ptr<DocumentPreparer>& preparer) = 0;

  /// Takes chunks that workers have done, in input order, on the calling thread; counts them in `summary`.
  virtual void take(Chunk& chunk, IndexSummary& summary) = 0;

  /// Makes all that was taken visible and durable.
  virtual void finish(IndexSummary& summary) = 0;
};

class LiveIndex;

/// Puts documents into the generation in force, and commits when as many changes have gathered as the plan says. Where many come, the rest
/// of them is built apart and merged with it, which is seen all at once: see Additions.
std::unique_ptr<ChunkSink> make_update_sink(LiveIndex& index, const WriterOptions& options,
                                            const MemoryPlan& plan,
                                            const std::function<void(const std::string&)>& say);

/// Builds a new generation for an index that holds no document yet, with the builder that the options name.
/// `say` is told when that is another one than usual.
std::unique_ptr<ChunkSink> make_bulk_sink(LiveIndex& index, const WriterOptions& options,
                                          const MemoryPlan& plan,
                                          const std::function<void(const std::string&)>& say);

}  // namespace nsearch::indexer
