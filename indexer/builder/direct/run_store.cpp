// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/run_store.h"

#include <algorithm>

namespace nsearch::indexer::direct {

RunSample StoredRun::sample(std::uint64_t number) const {
  RunSample sample;
  file->read(samples_begin + number * sizeof sample, reinterpret_cast<char*>(&sample), sizeof sample);
  return sample;
}

StoredRun RunWriter::finish() {
  run_.records.end = run_.samples_begin = file_->size();
  constexpr std::uint64_t at_once = 1024;
  glass::SpoolReader samples(samples_);
  for (std::uint64_t left = run_.samples; left != 0;) {
    const std::uint64_t some = std::min(left, at_once);
    file_->write(samples.take(static_cast<std::size_t>(some) * sizeof(RunSample)));
    left -= some;
  }
  return std::move(run_);
}

RunStore::RunStore(const std::filesystem::path& scratch)
    : scratch_(scratch), file_(new_file(0)), values_(scratch.string() + ".values") {
  values_.remove_name();
}

std::filesystem::path RunStore::scratch(std::size_t number) const {
  return scratch_.string() + "." + std::to_string(number);
}

std::shared_ptr<glass::OutputFile> RunStore::new_file(std::size_t number) const {
  auto file = std::make_shared<glass::OutputFile>(scratch(number));
  file->remove_name();
  return file;
}

void RunStore::add(const SortedRun& run) {
  RunWriter writer(file_, scratch(0));
  writer.write(run.records);
  for (const RunSample& sample : run.samples) writer.add(sample);
  runs_.push_back(writer.finish());
}

void RunStore::add(std::uint32_t slot, glass::ValueChunks& values) {
  const std::uint64_t begin = values_.size();
  values_.write(values.finish());
  slots_[slot].chunks.push_back({begin, values_.size()});
  slots_[slot].statistics.add(values.statistics());
}

void RunStore::read(const Stretch& stretch, std::string& bytes) const {
  bytes.resize(static_cast<std::size_t>(stretch.end - stretch.begin));
  values_.read(stretch.begin, bytes.data(), bytes.size());
}

}  // namespace nsearch::indexer::direct
