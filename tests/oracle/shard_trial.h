// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace oracle {

struct ShardRun {
  std::size_t queries = 0;
  std::uint64_t seed = 1;
  unsigned shards = 2;
  bool served = false;  ///< by stock xapian-progsrv, each shard a process
};

/// Random queries to an index of one shard, and to one of several with the same documents: they must find the same, with the
/// same scores, in the same order. Prints each difference; gives their number.
std::size_t run_shards(const ShardRun& run);

}  // namespace oracle
