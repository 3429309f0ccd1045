// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/term_ranges.h"

#include <algorithm>

namespace nsearch::indexer::direct {
namespace {

constexpr std::uint64_t least_range = 256 << 10, largest_range = 16 << 20;  // bytes of records
constexpr std::uint64_t ranges_at_least = 32;                               // of a corpus of some size

std::vector<RunSample>::const_iterator first_not_below(const std::vector<RunSample>& samples,
                                                       const std::string& term) {
  const auto below = [](const RunSample& sample, const std::string& t) { return sample.term < t; };
  return std::lower_bound(samples.begin(), samples.end(), term, below);
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
  std::vector<Sample> samples;
  for (const StoredRun& run : runs) {
    if (run.samples.empty()) continue;
    const std::uint64_t bytes = (run.records.end - run.records.begin) / run.samples.size();
    for (const RunSample& sample : run.samples) samples.push_back({sample.term, bytes});
  }
  return range_starts(std::move(samples), largest_range);
}

std::uint64_t offset_before(const StoredRun& run, const std::string& term) {
  auto found = first_not_below(run.samples, term);
  if (found != run.samples.begin() && (found == run.samples.end() || found->term != term)) --found;
  return found->offset;
}

std::uint64_t offset_after(const StoredRun& run, const std::string& term) {
  const auto found = first_not_below(run.samples, term);
  return found == run.samples.end() ? run.records.end : found->offset;
}

}  // namespace nsearch::indexer::direct
