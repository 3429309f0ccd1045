// SPDX-License-Identifier: GPL-2.0-or-later
#include "alerts/told_shards.h"

#include <algorithm>
#include <charconv>

#include "nsearch/error.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

namespace fs = std::filesystem;
namespace key = schema::metadata_key;

/// The index that a generation belongs to; any other database is one by itself.
fs::path index_of(const fs::path& shard) {
  return shard.filename().string().rfind("gen-", 0) == 0 ? shard.parent_path() : shard;
}

std::string seen_from(const fs::path& folder, const fs::path& path) {
  return fs::weakly_canonical(path).lexically_relative(fs::weakly_canonical(folder)).string();
}

/// A generation and that of recent changes to it are numbered as one, and may become one.
void share_sequence(ToldShard& main, ToldShard& recent) {
  main.sequence = recent.sequence = std::max(main.sequence, recent.sequence);
}

auto find(const std::vector<ToldShard>& shards, const std::string& path) {
  return std::find_if(shards.begin(), shards.end(),
                      [&](const ToldShard& shard) { return shard.path == path; });
}

}  // namespace

std::vector<ToldShard> shards_of(const OpenIndexes& indexes, const fs::path& alerts_folder) {
  std::vector<ToldShard> shards;
  for (const OpenShard& open : indexes.shards()) {
    if (open.folder.empty())
      throw Error(ErrorCode::usage, indexes.name() + ": a part of it is on another machine",
                  "run alerts where the index is");
    const Xapian::Database database(open.folder.string());
    ToldShard shard{seen_from(alerts_folder, index_of(open.folder)),
                    database.get_metadata(std::string(key::created)), 0};
    const std::string sequence = database.get_metadata(std::string(key::sequence));
    std::from_chars(sequence.data(), sequence.data() + sequence.size(), shard.sequence);
    shards.push_back(std::move(shard));
    if (open.recent && shards.size() > 1) share_sequence(shards[shards.size() - 2], shards.back());
  }
  return shards;
}

void check_same_shards(const std::vector<ToldShard>& told, const std::vector<ToldShard>& now,
                       const std::string& name) {
  for (const ToldShard& shard : now) {
    const auto known = find(told, shard.path);
    if (known == told.end()) continue;
    const std::string way_out =
        "take it as it is for told: nsearch alert reset; or tell of all of it: nsearch alert reset "
        "--from-start";
    if (known->created != shard.created)
      throw Error(ErrorCode::no_index,
                  name + ": made on " + shard.created +
                      ", while these alerts were told of an index that was made on " + known->created,
                  way_out);
    if (shard.sequence < known->sequence)
      throw Error(ErrorCode::no_index,
                  name + ": an earlier state than the one that these alerts were told of (" +
                      std::to_string(shard.sequence) + " changes, not " + std::to_string(known->sequence) +
                      ")",
                  way_out);
  }
}

void settle_shards(const std::vector<ToldShard>& now, AlertStore& store) {
  const std::vector<ToldShard> before = std::move(store.shards);
  store.shards = now;
  for (const ToldShard& shard : before) {
    if (find(now, shard.path) == now.end()) store.shards.push_back(shard);
  }
  // Databases of one path are numbered as one, and may have been one, or become one.
  const auto settled = [&](const Sequences& old) {
    Sequences sequences(store.shards.size(), 0);
    for (std::size_t i = 0; i < sequences.size(); ++i) {
      for (std::size_t k = 0; k < std::min(before.size(), old.size()); ++k) {
        if (before[k].path == store.shards[i].path) sequences[i] = std::max(sequences[i], old[k]);
      }
    }
    return sequences;
  };
  Sequences told;
  for (const ToldShard& shard : before) told.push_back(shard.sequence);
  told = settled(told);
  for (std::size_t i = 0; i < told.size(); ++i) store.shards[i].sequence = told[i];
  for (KeptAlert& kept : store.alerts) {
    kept.told = settled(kept.told);
    for (BegunBatch& batch : kept.begun) batch.upto = settled(batch.upto);
  }
}

}  // namespace nsearch::searcher
