// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "nsearch/index_writer.h"

namespace nsearch::indexer {

/// How the memory that a process may take is used. Documents are prepared and built first, what was built is merged
/// afterwards, so either may take all of it.
struct MemoryPlan {
  unsigned threads = 1;
  std::uint64_t part_bytes = 4 << 20;  ///< text that is built at a time, by each thread
  std::uint64_t pending = 64 << 20;    ///< changes that wait for a commit, as LiveIndex counts them
  std::uint64_t merging = 192 << 20;   ///< for all threads that merge
};

/// The least WriterOptions::memory.
inline constexpr std::uint64_t least_memory = 256 << 20;

/// The plan that keeps WriterOptions::memory: parts are made smaller before threads become fewer. Of the options `threads`,
/// `memory` and `pending`.
MemoryPlan plan_memory(const WriterOptions& options);

}  // namespace nsearch::indexer
