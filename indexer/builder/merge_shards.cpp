// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/merge_shards.h"

#include <sys/resource.h>
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

/// How many shards can be open at a time, by the files that the process may open. Each merge reads everything, so one is
/// best; each open shard takes some 30 KB of memory.
std::size_t most_at_once() {
  constexpr std::size_t files_of_shard = 6, other_files = 128;
  constexpr std::size_t least = 16, most = 1000;
  struct rlimit files {};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return least;
  const std::size_t left = files.rlim_cur - std::min<rlim_t>(files.rlim_cur, other_files);
  return std::clamp(left / files_of_shard, least, most);
}

void merge_into(const fs::path& target, const Shards& shards) {
  translating_errors(target.string(), [&] {
    Xapian::Database all;
    for (const fs::path& shard : shards) all.add_database(Xapian::Database(shard.string()));
    all.compact(target.string(), Xapian::Compactor::FULL);
  });
  std::error_code ignored;
  for (const fs::path& shard : shards) fs::remove_all(shard, ignored);
}

/// Merges groups of at most `most` neighbours. Groups are of one size, so that threads end together.
Shards reduced(const Shards& shards, std::size_t most, unsigned threads) {
  const std::size_t groups = (shards.size() + most - 1) / most;
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
  threads = std::max(1u, threads);
  const std::size_t most = most_at_once();
  while (shards.size() > most) shards = reduced(shards, std::max<std::size_t>(2, most / threads), threads);
  merge_into(target, shards);
}

}  // namespace nsearch::indexer
