// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/live_shards.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "nsearch/error.h"
#include "storage/shards.h"

namespace nsearch::indexer {
namespace {

namespace fs = std::filesystem;

void check_number(const WriterOptions& options) {
  if (options.shards <= storage::most_shards) return;
  throw Error(ErrorCode::usage, "more than " + std::to_string(storage::most_shards) + " shards",
              "take one or two for each core or machine");
}

/// Which words are protected is settled for all shards together.
WriterOptions of_shard(WriterOptions options) {
  options.protect.reset();
  return options;
}

[[noreturn]] void refuse_number(const std::string& name, std::size_t held, std::size_t wanted) {
  const std::string dump = "nsearch dump --index " + name;
  throw Error(ErrorCode::usage,
              name + ": has " + (held == 1 ? "one shard" : std::to_string(held) + " shards") + ", not " +
                  std::to_string(wanted),
              "leave --shards out; or index its documents anew into another folder: " + dump +
                  " | nsearch index - --input-format dump --shards " + std::to_string(wanted) +
                  " --index DIR");
}

}  // namespace

LiveShards::LiveShards(const std::string& directory, const WriterOptions& options, LiveIndex::Accepts accepts)
    : directory_(directory) {
  check_number(options);
  if (!directory_.exists() && options.shards > 1) {
    make(options);
  } else {
    open(directory, options, accepts);
  }
  if (options.protect) protect(*options.protect);
}

void LiveShards::make(const WriterOptions& options) {
  std::error_code problem;
  fs::create_directories(directory_.path(), problem);
  if (problem)
    throw Error(ErrorCode::io, directory_.path().string() + ": can't make the folder: " + problem.message());
  lock_.emplace(directory_, options.wait);
  if (directory_.exists()) {  // another process has made it meanwhile
    lock_.reset();
    return open(directory_.path().string(), options, LiveIndex::Accepts::compatible);
  }
  for (std::size_t i = 0; i < options.shards; ++i) {
    const fs::path folder = directory_.path() / storage::shard_name(i, options.shards);
    shards_.push_back(std::make_unique<LiveIndex>(folder.string(), of_shard(options)));
  }
  storage::publish_shards(directory_, options.shards);
}

void LiveShards::open(const std::string& directory, const WriterOptions& options,
                      LiveIndex::Accepts accepts) {
  if (!directory_.exists()) {
    shards_.push_back(std::make_unique<LiveIndex>(directory, options, accepts));
    return;
  }
  const std::vector<fs::path> folders = storage::shards_to_write(directory_);
  if (options.shards != 0 && options.shards != folders.size())
    refuse_number(directory, folders.size(), options.shards);
  if (folders.size() > 1) lock_.emplace(directory_, options.wait);
  for (const fs::path& folder : folders) {
    const std::string name = folders.size() == 1 ? directory : folder.string();
    shards_.push_back(std::make_unique<LiveIndex>(name, of_shard(options), accepts));
  }
}

/// Those with documents are asked first: they refuse other words, before any shard has taken them.
void LiveShards::protect(const ProtectedWords& words) {
  for (const bool empty : {false, true}) {
    for (const auto& shard : shards_) {
      if ((shard->documents() == 0) == empty) shard->protect(words);
    }
  }
}

LiveIndex& LiveShards::of(std::string_view id) {
  return *shards_[shard_of(id, shards_.size())];
}

std::int64_t LiveShards::sequence() const {
  std::int64_t highest = 0;
  for (const auto& shard : shards_) highest = std::max(highest, shard->sequence());
  return highest;
}

std::uint64_t LiveShards::documents() {
  std::uint64_t sum = 0;
  for (const auto& shard : shards_) sum += shard->documents();
  return sum;
}

std::uint64_t LiveShards::pending() const {
  std::uint64_t sum = 0;
  for (const auto& shard : shards_) sum += shard->pending();
  return sum;
}

std::unique_ptr<CommitGate> LiveShards::gate() const {
  if (!lock_) return nullptr;
  return std::make_unique<CommitGate>(directory_, CommitGate::Side::writer);
}

void LiveShards::commit() {
  {
    const auto held = gate();
    for (const auto& shard : shards_) shard->commit();
  }
  for (const auto& shard : shards_) shard->settle();
}

}  // namespace nsearch::indexer
