// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "builder/direct/run_store.h"

/// Cutting the key space into ranges of about equal work.
namespace nsearch::indexer::direct {

/// A key, and how many bytes there are from it to the next one, about.
struct Sample {
  std::string key;
  std::uint64_t bytes = 0;
};

/// The keys at which the ranges after the first begin, ascending; none is empty. `largest`: bytes, of a range
/// (256 KB at least).
std::vector<std::string> range_starts(std::vector<Sample> samples, std::uint64_t largest);

/// Likewise the terms: follows from the runs alone. Throws Error(io), as what follows.
std::vector<std::string> range_starts(const std::vector<StoredRun>& runs);

/// The last record known by a sample that no term from `term` on comes before. The run has terms.
std::uint64_t offset_before(const StoredRun& run, const std::string& term);

/// The first record known by a sample that no term below `term` comes after; the run's end if there is none.
std::uint64_t offset_after(const StoredRun& run, const std::string& term);

}  // namespace nsearch::indexer::direct
