// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "builder/live_shards.h"
#include "memory_plan.h"
#include "nsearch/indexer.h"
#include "pipeline/chunk.h"
#include "pipeline/chunk_sink.h"
#include "pipeline/dispatcher.h"
#include "pipeline/input_list.h"

namespace nsearch::indexer {

/// What a session is for: to add to an index, or to build all of it anew.
enum class Purpose { update, rebuild };

/// One run of index_files(): opens the index, lets the pipeline run, and tells the caller how it goes.
/// Everything that the caller sees happens on the caller's thread, in the order
/// of the input; of each shard's part of it, where there are several.
class IndexSession {
 public:
  /// `run` must outlive the session; its languages have been checked(). Throws as LiveIndex.
  IndexSession(const std::string& directory, const IndexRun& run, Purpose purpose = Purpose::update);

  /// `inputs`: what the run's paths name.
  IndexSummary run(const InputList& inputs);

  /// The generations that a rebuild of one shard reads, on another thread.
  std::vector<std::filesystem::path> generations() { return index_[0].directory().in_force().all(); }

  /// Makes a new generation of one shard of the records that `feed` gives. When cancelled, the former one stays.
  IndexSummary rebuild(const std::function<void(RecordSink&)>& feed, bool decide_languages);

 private:
  using Read = std::function<void(Dispatcher&, Dispatcher::Pipeline&)>;
  Dispatcher::Settings dispatcher_settings();
  void add_shard(LiveIndex& index, bool rebuild);
  std::function<void(Chunk&)> worker();
  void read(Dispatcher& dispatcher, const Read& read);
  void delete_missing(const InputList& inputs, const Dispatcher& dispatcher);
  void finish();
  IndexSummary finished();
  void consume(Dispatcher::Pipeline& pipeline);
  void take(Chunk& chunk);
  void tell(const Chunk& chunk);
  void show_progress(bool now);
  double seconds() const;

  const IndexRun& run_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_progress_ = start_;
  const MemoryPlan plan_;
  LiveShards index_;
  const std::string name_;
  struct Shard {
    LiveIndex& index;
    bool was_empty;  // or is as good as empty: all is built anew
    std::unique_ptr<ChunkSink> sink;
  };
  std::vector<Shard> shards_;
  ReadingProgress reading_;
  IndexSummary summary_;
  IndexProgress progress_;
};

}  // namespace nsearch::indexer
