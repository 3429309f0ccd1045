// SPDX-License-Identifier: GPL-2.0-or-later
#include "index_info.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <map>
#include <string_view>
#include <system_error>

#include "storage/index_schema.h"
#include "storage/tombstones.h"

namespace nsearch::searcher {

namespace {

namespace key = schema::metadata_key;

std::string day_of(const std::string& value) {
  if (value.empty()) return {};
  return format_date({static_cast<std::int64_t>(std::floor(Xapian::sortable_unserialise(value))), false});
}

std::uint32_t number(const std::string& decimal) {
  std::uint32_t value = 0;
  std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
  return value;
}

std::uint64_t bytes_in(const std::filesystem::path& folder) {
  std::uint64_t sum = 0;
  std::error_code problem;
  for (std::filesystem::directory_iterator at(folder, problem), end; !problem && at != end;
       at.increment(problem)) {
    std::error_code vanished;
    const std::uintmax_t size = at->is_regular_file(vanished) ? at->file_size(vanished) : 0;
    sum += vanished ? 0 : size;
  }
  return sum;
}

std::string metadata(const Xapian::Database& shard, std::string_view name) {
  return shard.get_metadata(std::string(name));
}

/// Recent changes are the shard's that they are made to.
void add_recent(const ShardInfo& recent, ShardInfo& shard) {
  shard.documents += recent.documents;
  shard.bytes += recent.bytes;
  shard.generation += ", " + recent.generation;
  shard.committed = std::max(shard.committed, recent.committed);
}

/// What a shard says of itself. Asked of each alone, for a database of several gives the first one's metadata only; key by key, since
/// a server tells no more.
void add_shard(const OpenShard& shard, const std::vector<std::string>& languages, IndexInfo& info,
               std::map<std::string, std::string>& fingerprints) {
  const Xapian::Database& database = shard.database;
  info.format = std::max(info.format, number(metadata(database, key::format)));
  const std::string created = metadata(database, key::created);
  if (!created.empty() && (info.created.empty() || created < info.created)) info.created = created;
  ShardInfo about;
  about.name = shard.name;
  about.remote = shard.folder.empty();
  about.documents = storage::live_documents(database);
  about.committed = metadata(database, key::committed);
  if (!about.remote) {
    about.bytes = bytes_in(shard.folder);
    about.generation = shard.folder.filename().string();
    info.generations.push_back(about.generation);
  }
  info.bytes += about.bytes;
  info.committed = std::max(info.committed, about.committed);
  for (const std::string& language : languages)
    fingerprints.emplace(language, metadata(database, std::string(key::analysis) + language));
  std::erase_if(fingerprints, [](const auto& entry) { return entry.second.empty(); });
  if (shard.recent && !info.shards.empty()) {
    add_recent(about, info.shards.back());
  } else {
    info.shards.push_back(std::move(about));
  }
}

}  // namespace

IndexInfo index_info(OpenIndexes& indexes) {
  IndexInfo info;
  const Xapian::Database& database = indexes.database();
  info.paths = indexes.paths();
  info.documents = storage::live_documents(database);
  std::map<std::string, std::string> fingerprints;
  for (const OpenShard& shard : indexes.shards()) add_shard(shard, indexes.languages(), info, fingerprints);
  info.first_date = day_of(database.get_value_lower_bound(schema::slot_date));
  info.last_date = day_of(database.get_value_upper_bound(schema::slot_date));
  for (const std::string& language : indexes.languages()) {
    const std::string term = schema::bounded_term(schema::prefix::language, language);
    info.languages.push_back({language, storage::live_frequency(database, term), fingerprints[language]});
  }
  std::stable_sort(info.languages.begin(), info.languages.end(),
                   [](const LanguageCount& a, const LanguageCount& b) { return a.documents > b.documents; });
  info.facets = indexes.facets();
  info.protected_words = protected_words_of(database);
  for (const LostShard& lost : indexes.lost()) info.missing.push_back({lost.name, lost.reason});
  return info;
}

}  // namespace nsearch::searcher
