// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/run_store.h"

#include <system_error>

namespace nsearch::indexer::direct {

RunStore::RunStore(const std::filesystem::path& scratch) : file_(scratch) {
  std::error_code ignored;
  std::filesystem::remove(scratch, ignored);
}

Stretch RunStore::write(const std::string& bytes) {
  const std::uint64_t begin = file_.size();
  file_.write(bytes);
  return {begin, file_.size()};
}

void RunStore::add(const SortedRun& run) {
  StoredRun stored{write(run.records), run.samples};
  for (RunSample& sample : stored.samples) sample.offset += stored.records.begin;
  runs_.push_back(std::move(stored));
}

void RunStore::add(std::uint32_t slot, glass::ValueChunks& values) {
  slots_[slot].chunks.push_back(write(values.finish()));
  slots_[slot].statistics.add(values.statistics());
}

}  // namespace nsearch::indexer::direct
