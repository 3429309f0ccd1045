// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/merge_shards.h"

#include <xapian.h>

#include <algorithm>
#include <future>
#include <string>
#include <system_error>

#include "storage/open_database.h"

namespace nsearch::indexer {
namespace {

namespace fs = std::filesystem;
using Shards = std::vector<fs::path>;

/// A shard holds six files open, and a process may usually open 1,024.
constexpr std::size_t most_at_once = 64;

void merge_into(const fs::path& target, const Shards& shards) {
  translating_errors(target.string(), [&] {
    Xapian::Database all;
    for (const fs::path& shard : shards) all.add_database(Xapian::Database(shard.string()));
    all.compact(target.string(), Xapian::Compactor::FULL);
  });
  std::error_code ignored;
  for (const fs::path& shard : shards) fs::remove_all(shard, ignored);
}

/// Merges neighbours until few enough are left for one merge. Groups are of one size, so that threads end
/// together.
Shards reduced(const Shards& shards, unsigned threads) {
  const std::size_t groups = (shards.size() + most_at_once - 1) / most_at_once;
  const std::size_t size = (shards.size() + groups - 1) / groups;
  Shards merged;
  std::vector<std::future<void>> running;
  for (std::size_t begin = 0; begin < shards.size(); begin += size) {
    Shards group(shards.begin() + static_cast<std::ptrdiff_t>(begin),
                 shards.begin() + static_cast<std::ptrdiff_t>(std::min(begin + size, shards.size())));
    merged.push_back(group.front().string() + "+");
    if (running.size() >= threads) {
      running.front().get();
      running.erase(running.begin());
    }
    running.push_back(std::async(std::launch::async, merge_into, merged.back(), std::move(group)));
  }
  for (auto& merge : running) merge.get();
  return merged;
}

}  // namespace

void merge_shards(Shards shards, const fs::path& target, unsigned threads) {
  while (shards.size() > most_at_once) shards = reduced(shards, std::max(1u, threads));
  merge_into(target, shards);
}

}  // namespace nsearch::indexer
