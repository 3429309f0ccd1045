// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/term_ranges.h"

#include <algorithm>

#include "builder/direct/run_reader.h"

namespace nsearch::indexer::direct {
namespace {

constexpr std::uint64_t least_range = 256 << 10, largest_range = 16 << 20;  // bytes of records
constexpr std::uint64_t ranges_at_least = 32;                               // of a corpus of some size
constexpr std::uint64_t samples_at_most = 1 << 16;                          // that are held in memory

/// How many of the samples, from the first on, `before` holds for, of which it is true up to one and false from there.
template <typename Before>
std::uint64_t count_before(const StoredRun& run, const Before& before) {
  std::uint64_t low = 0, high = run.samples;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (before(run.sample(middle))) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/// Less than 0 where the sample's first bytes come before those of a term with that key, 0 where they are equal.
int compare(const RunSample& sample, const TermKey& key) {
  if (sample.first != key.first) return sample.first < key.first ? -1 : 1;
  return sample.second == key.second ? 0 : sample.second < key.second ? -1 : 1;
}

/// The whole term of a sample.
std::string term_of(const StoredRun& run, const RunSample& sample) {
  RunReader record(*run.file, run.records.begin + sample.offset, run.records.end, longest_record_head);
  record.next();
  return std::string(record.term());
}

}  // namespace

std::vector<std::string> range_starts(std::vector<Sample> samples, std::uint64_t largest) {
  std::sort(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) { return a.key < b.key; });
  std::uint64_t bytes = 0, begun = 0;
  for (const Sample& sample : samples) bytes += sample.bytes;
  const std::uint64_t range = std::clamp(bytes / ranges_at_least, least_range, largest);
  std::vector<std::string> starts;
  for (const Sample& sample : samples) {
    if (begun >= range && sample.key > (starts.empty() ? std::string() : starts.back())) {
      starts.push_back(sample.key);
      begun = 0;
    }
    begun += sample.bytes;
  }
  return starts;
}

std::vector<std::string> range_starts(const std::vector<StoredRun>& runs) {
  std::uint64_t all = 0;
  for (const StoredRun& run : runs) all += run.samples;
  const std::uint64_t step = all / samples_at_most + 1;
  std::vector<Sample> samples;
  for (const StoredRun& run : runs) {
    const std::uint64_t taken = (run.samples + step - 1) / step;
    for (std::uint64_t i = 0; i < run.samples; i += step)
      samples.push_back({term_of(run, run.sample(i)), (run.records.end - run.records.begin) / taken});
  }
  return range_starts(std::move(samples), largest_range);
}

std::uint64_t offset_before(const StoredRun& run, const std::string& term) {
  const TermKey key = term_key(term);
  const auto count = count_before(run, [&](const RunSample& sample) { return compare(sample, key) < 0; });
  return run.records.begin + (count == 0 ? 0 : run.sample(count - 1).offset);
}

std::uint64_t offset_after(const StoredRun& run, const std::string& term) {
  const TermKey key = term_key(term);
  const auto count = count_before(run, [&](const RunSample& sample) { return compare(sample, key) <= 0; });
  return count == run.samples ? run.records.end : run.records.begin + run.sample(count).offset;
}

}  // namespace nsearch::indexer::direct
