// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/shards.h"

#include <xxhash.h>

#include "nsearch/document.h"
#include "nsearch/error.h"
#include "storage/file_sync.h"
#include "storage/index_schema.h"
#include "storage/stub.h"

namespace nsearch {

std::size_t shard_of(std::string_view id, std::size_t shards) {
  const std::string kept = schema::bounded_term({}, id);
  return shards < 2 ? 0 : static_cast<std::size_t>(XXH3_64bits(kept.data(), kept.size()) % shards);
}

namespace storage {
namespace {

namespace fs = std::filesystem;

bool is_shard(const StubEntry& entry, std::size_t number, std::size_t shards) {
  return entry.kind == StubEntry::Kind::local && entry.where == shard_name(number, shards);
}

std::string described(const StubEntry& entry) {
  if (entry.kind == StubEntry::Kind::remote_server) return entry.where + ':' + std::to_string(entry.port);
  return entry.where;
}

}  // namespace

std::string shard_name(std::size_t number, std::size_t shards) {
  return "shard-" + std::to_string(number + 1) + "-of-" + std::to_string(shards);
}

std::vector<fs::path> shards_to_write(const IndexDirectory& index) {
  const std::vector<StubEntry> entries = parse_stub(read_stub(index.path()), index.path().string());
  if (is_one_shard(entries)) return {index.path()};
  std::vector<fs::path> shards;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!is_shard(entries[i], i, entries.size())) {
      throw Error(ErrorCode::usage,
                  index.path().string() + ": can only be read, for one of its shards is " +
                      described(entries[i]) + " and not " + shard_name(i, entries.size()),
                  "write to the index of each shard, on its own machine; docs/scale.md says which document "
                  "goes where");
    }
    shards.push_back(index.path() / entries[i].where);
  }
  return shards;
}

void publish_shards(const IndexDirectory& index, std::size_t shards) {
  std::string text;
  // "auto", since each is an index with a stub of its own, not a database.
  for (std::size_t i = 0; i < shards; ++i) text += "auto " + shard_name(i, shards) + '\n';
  sync(index.path());
  const CommitGate gate(index, CommitGate::Side::writer);
  replace_file(index.stub(), text);
}

}  // namespace storage
}  // namespace nsearch
