// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "builder/live_index.h"
#include "nsearch/indexer.h"
#include "pipeline/chunk.h"
#include "pipeline/chunk_sink.h"
#include "pipeline/dispatcher.h"
#include "pipeline/input_list.h"

namespace nsearch::indexer {

/// One run of index_files(): opens the index, lets the pipeline run, and tells the caller how it goes.
/// Everything that the caller sees happens on the caller's thread, in input order.
class IndexSession {
 public:
  /// `run` must outlive the session; its languages have been checked(). Throws as LiveIndex.
  IndexSession(const std::string& directory, const IndexRun& run);

  IndexSummary run(const InputList& inputs);

 private:
  Dispatcher::Settings dispatcher_settings();
  void consume(Dispatcher::Pipeline& pipeline);
  void take(Chunk& chunk);
  void tell(const Chunk& chunk);
  void show_progress(bool now);
  double seconds() const;

  const IndexRun& run_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_progress_ = start_;
  unsigned threads_;
  LiveIndex index_;
  bool was_empty_;
  std::unique_ptr<ChunkSink> sink_;
  ReadingProgress reading_;
  IndexSummary summary_;
  IndexProgress progress_;
};

}  // namespace nsearch::indexer
