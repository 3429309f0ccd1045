// SPDX-License-Identifier: GPL-2.0-or-later
#include "memory_plan.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <thread>

using nsearch::indexer::least_memory;
using nsearch::indexer::MemoryPlan;

namespace {

constexpr std::uint64_t mb = 1 << 20;

MemoryPlan plan(unsigned threads, std::uint64_t memory, std::uint64_t pending = 0) {
  nsearch::WriterOptions options;
  options.threads = threads;
  options.memory = memory;
  options.pending = pending;
  return nsearch::indexer::plan_memory(options);
}

}  // namespace

TEST_CASE("memory plan: parts become smaller before threads become fewer") {
  const MemoryPlan one = plan(1, least_memory), two = plan(2, least_memory), three = plan(3, least_memory);
  CHECK(one.part_bytes == 4 * mb);
  CHECK(two.threads == 2);
  CHECK(two.part_bytes < one.part_bytes);
  CHECK(three.threads == 3);
  CHECK(three.part_bytes < two.part_bytes);
  CHECK(three.part_bytes >= mb);
  CHECK(plan(64, least_memory).threads == 3);
  CHECK(plan(64, least_memory).part_bytes == three.part_bytes);
}

TEST_CASE("memory plan: more memory never makes less of anything") {
  for (const unsigned threads : {1u, 2u, 8u}) {
    MemoryPlan before = plan(threads, least_memory);
    for (std::uint64_t memory = least_memory; memory <= 4096 * mb; memory += 64 * mb) {
      const MemoryPlan now = plan(threads, memory);
      CHECK(now.threads >= before.threads);
      CHECK(now.threads <= threads);
      CHECK(now.threads * now.part_bytes >= before.threads * before.part_bytes);
      CHECK(now.pending >= before.pending);
      CHECK(now.pending < memory / 2);
      CHECK(now.merging >= before.merging);
      CHECK(now.merging < memory);
      before = now;
    }
    CHECK(before.threads == threads);
    CHECK(before.part_bytes == 4 * mb);
  }
}

TEST_CASE("memory plan: what is not said is chosen") {
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  CHECK(plan(0, 64 * 1024 * mb).threads == cores);
  CHECK(plan(1, 0).merging == plan(1, least_memory).merging);
  CHECK(plan(2, 0).merging == plan(2, 256 * mb).merging);
  CHECK(plan(4, 0).merging == plan(4, 512 * mb).merging);
  CHECK(plan(2, least_memory, 12345).pending == 12345);
  CHECK(plan(1, 1).merging == plan(1, least_memory).merging);  // less than the least
}
