// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "builder/direct/run_part.h"
#include "builder/glass/output_file.h"

namespace nsearch::indexer::direct {

/// A stretch of the store's file.
struct Stretch {
  std::uint64_t begin = 0, end = 0;
};

/// Where the records of one run are.
struct StoredRun {
  Stretch records;
  std::vector<RunSample> samples;  ///< offsets in the file
};

/// Keeps what runs hold by term and by value slot in one file, until they are merged, so that memory does not
/// grow with the corpus. The file has no name: whatever ends the process, nothing is left of it.
class RunStore {
 public:
  /// `scratch`: a file name that is free. Throws Error(io).
  explicit RunStore(const std::filesystem::path& scratch);

  void add(const SortedRun& run);
  void add(std::uint32_t slot, glass::ValueChunks& values);

  const glass::OutputFile& file() const { return file_; }
  const std::vector<StoredRun>& runs() const { return runs_; }

  struct Slot {
    glass::ValueStatistics statistics;
    std::vector<Stretch> chunks;
  };
  const std::map<std::uint32_t, Slot>& slots() const { return slots_; }

 private:
  Stretch write(const std::string& bytes);

  glass::OutputFile file_;
  std::vector<StoredRun> runs_;
  std::map<std::uint32_t, Slot> slots_;
};

}  // namespace nsearch::indexer::direct
