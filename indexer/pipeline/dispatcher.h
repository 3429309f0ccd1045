// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "builder/id_table.h"
#include "nsearch/indexer.h"
#include "pipeline/chunk.h"
#include "pipeline/input_reader.h"
#include "pipeline/ordered_pipeline.h"
#include "reader/reader.h"

namespace nsearch::indexer {

/// How far reading is; read by other threads.
struct ReadingProgress {
  std::atomic<std::uint64_t> bytes = 0;  ///< from disk
  std::atomic<std::uint64_t> files = 0;  ///< opened and recognised
};

/// The reading end of the pipeline: reads all inputs and cuts their records into chunks. Decides, in input
/// order and so independently of threads, what is unchanged, what is repeated, and each document's
/// modification sequence.
class Dispatcher : private InputSink {
 public:
  using Pipeline = OrderedPipeline<Chunk>;
  /// Whether that shard of the index holds a document with this content digest; empty: there are none at all.
  using IsUnchanged = std::function<bool(std::size_t shard, const std::string& digest)>;

  struct Settings {
    std::string format;
    ReaderOptions reader;
    WriterOptions writer;
    ChunkLimits limits;
    std::size_t shards = 1;  ///< that documents are routed among
    std::int64_t last_sequence = 0;
    bool keep_sequence = false;     ///< of restored documents; else they are changes like any other
    bool decide_languages = false;  ///< of restored documents, again
    IsUnchanged is_unchanged;
    std::filesystem::path scratch;  ///< what the ids of a long run are kept in: see IdTable
  };

  Dispatcher(Settings settings, ReadingProgress& progress);

  /// Reads `inputs` and submits chunks until the end, or until the pipeline stops. Throws what the system's
  /// memory or the index refuse; trouble with an input becomes a Rejection.
  void run(const std::vector<Input>& inputs, Pipeline& pipeline);

  /// After a run: whether a record with this id came, be it rejected. `id` as bounded_term() gives it.
  bool came(const std::string& id) const { return seen_.mark(hash(id)) != IdTable::none; }
  /// After a run: inputs of which some record, or some id, is not known.
  const std::set<std::string>& unreadable() const { return unreadable_; }

  /// The same with records that `feed` gives; `name` stands for their input. Throws what `feed` throws.
  void run(const std::function<void(RecordSink&)>& feed, const std::string& name, Pipeline& pipeline);

 private:
  enum Seen : unsigned { rejected = 1, unchanged, changed };  // marks of ids

  void input(const std::string& path) override { path_ = path; }
  bool document(Document&& document) override;
  bool restored(StoredDocument&& document, std::string&& digest, std::uint64_t line) override;
  bool reject(Rejection&& rejection) override;
  void note(std::uint64_t line, std::string&& text) override;
  bool take(StoredDocument&& document, std::string&& digest, std::uint64_t line);
  void add(StoredDocument&& document, std::string&& digest);
  std::int64_t next_sequence(std::int64_t modified);
  bool is_wanted(const Document& document, const std::string& digest, Chunk& chunk, bool& repeated);
  void begin(Pipeline& pipeline);
  Chunk& chunk_of(std::size_t shard);
  void note_progress();
  static std::uint64_t hash(const std::string& bounded_id);
  void remember_rejected(const Rejection& rejection);
  bool submit_if_full();
  bool submit(std::size_t shard);
  void submit_all();

  Settings settings_;
  ReadingProgress& progress_;
  Pipeline* pipeline_ = nullptr;
  struct Shard {
    std::unique_ptr<Chunk> chunk;             // being filled
    std::uint64_t chunks = 0, documents = 0;  // submitted
  };
  std::vector<Shard> shards_;
  std::size_t last_ = 0;  // the shard of the last record; what belongs to none goes with it
  std::int64_t sequence_ = 0;
  InputReader inputs_;
  std::string path_;  // of what is being read
  bool stopped_ = false;
  std::exception_ptr failure_;  // what the index threw
  IdTable seen_;
  std::set<std::string> unreadable_;
};

}  // namespace nsearch::indexer
