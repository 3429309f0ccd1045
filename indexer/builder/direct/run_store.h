// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "builder/direct/run_part.h"
#include "builder/glass/output_file.h"
#include "builder/glass/spool.h"

namespace nsearch::indexer::direct {

/// A stretch of a file.
struct Stretch {
  std::uint64_t begin = 0, end = 0;
};

/// Where the records of one run are, and the samples of these, whose offsets count from the first record.
struct StoredRun {
  std::shared_ptr<const glass::OutputFile> file;
  Stretch records;
  std::uint64_t samples_begin = 0, samples = 0;

  /// The `number`th of its samples. Throws Error(io).
  RunSample sample(std::uint64_t number) const;
};

/// Writes a run at the end of a file: its records, then its samples. Throws Error(io).
class RunWriter {
 public:
  /// `scratch`: as a Spool's.
  RunWriter(std::shared_ptr<glass::OutputFile> file, const std::filesystem::path& scratch)
      : file_(std::move(file)), samples_(scratch) {
    run_.file = file_;
    run_.records.begin = file_->size();
  }

  void write(std::string_view records) { file_->write(records); }
  void add(const RunSample& sample) {
    samples_.write_value(sample);
    ++run_.samples;
  }
  StoredRun finish();

 private:
  std::shared_ptr<glass::OutputFile> file_;
  glass::Spool samples_;
  StoredRun run_;
};

/// Keeps what runs hold by term, by value slot and by document in files until they are merged, so that memory does not
/// grow with the corpus but for some 50 bytes a run and 16 a run and slot. The files have no names: whatever ends the
/// process, nothing is left of them. Throws Error(io).
class RunStore {
 public:
  /// `scratch`: what its files' names begin with.
  explicit RunStore(const std::filesystem::path& scratch);

  void add(const SortedRun& run);
  void add(std::uint32_t slot, glass::ValueChunks& values);

  /// A file for runs. `number` tells it from others that are being made.
  std::shared_ptr<glass::OutputFile> new_file(std::size_t number) const;
  std::filesystem::path scratch(std::size_t number) const;

  const std::vector<StoredRun>& runs() const { return runs_; }
  /// Puts others in their place; the files of those go with the last of them.
  void replace_runs(std::vector<StoredRun> runs) { runs_ = std::move(runs); }

  struct Slot {
    glass::ValueStatistics statistics;
    std::vector<Stretch> chunks;
  };
  const std::map<std::uint32_t, Slot>& slots() const { return slots_; }
  void read(const Stretch& stretch, std::string& bytes) const;

 private:
  const std::filesystem::path scratch_;
  std::shared_ptr<glass::OutputFile> file_;
  glass::OutputFile values_;
  std::vector<StoredRun> runs_;
  std::map<std::uint32_t, Slot> slots_;
};

}  // namespace nsearch::indexer::direct
