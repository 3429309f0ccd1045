// SPDX-License-Identifier: GPL-2.0-or-later
#include "memory_plan.h"

#include <algorithm>
#include <thread>

namespace nsearch::indexer {
namespace {

// Measured, with some room: articles of 2 to 50 KB, one to four threads.
constexpr std::uint64_t of_program = 56 << 20;  // its code and tables, and what is in memory of scratch files
constexpr std::uint64_t of_thread = 32 << 20;   // caches of the analysis
constexpr std::uint64_t of_byte = 28;           // of a part's text: three parts a thread are on their way
constexpr std::uint64_t least_part = 1 << 20, largest_part = 4 << 20;
constexpr std::uint64_t usual_of_thread = 128 << 20;  // of the memory that is taken by default

}  // namespace

MemoryPlan plan_memory(const WriterOptions& options) {
  MemoryPlan plan;
  plan.threads = options.threads != 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
  const std::uint64_t memory = options.memory != 0 ? options.memory : plan.threads * usual_of_thread;
  const std::uint64_t left = std::max(memory, least_memory) - of_program;
  const std::uint64_t most_threads = left / (of_thread + of_byte * least_part);
  plan.threads = static_cast<unsigned>(std::min<std::uint64_t>(plan.threads, most_threads));
  plan.part_bytes = std::clamp((left / plan.threads - of_thread) / of_byte, least_part, largest_part);
  plan.pending = options.pending != 0 ? options.pending : (left - plan.threads * of_thread) / 2;
  plan.merging = left;
  return plan;
}

}  // namespace nsearch::indexer
