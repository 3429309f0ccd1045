// SPDX-License-Identifier: GPL-2.0-or-later
#include "index_info.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "storage/index_directory.h"
#include "storage/index_schema.h"

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

void add_shard(const Xapian::Database& shard, IndexInfo& info,
               std::map<std::string, std::string>& fingerprints) {
  info.format = std::max(info.format, number(shard.get_metadata(std::string(key::format))));
  const std::string created = shard.get_metadata(std::string(key::created));
  const std::string committed = shard.get_metadata(std::string(key::committed));
  if (!created.empty() && (info.created.empty() || created < info.created)) info.created = created;
  info.committed = std::max(info.committed, committed);
  const std::string prefix(key::analysis);
  for (auto name = shard.metadata_keys_begin(prefix); name != shard.metadata_keys_end(prefix); ++name) {
    fingerprints.emplace((*name).substr(prefix.size()), shard.get_metadata(*name));
  }
}

}  // namespace

IndexInfo index_info(OpenIndexes& indexes) {
  IndexInfo info;
  const Xapian::Database& database = indexes.database();
  info.paths = indexes.paths();
  info.documents = database.get_doccount();
  std::map<std::string, std::string> fingerprints;
  for (const std::string& path : indexes.paths()) {
    const IndexDirectory directory(path);
    info.bytes += directory.bytes();
    const std::vector<std::string> generations = directory.generations();
    info.generations.insert(info.generations.end(), generations.begin(), generations.end());
  }
  for (const auto& shard : indexes.shards()) add_shard(Xapian::Database(shard.string()), info, fingerprints);
  info.first_date = day_of(database.get_value_lower_bound(schema::slot_date));
  info.last_date = day_of(database.get_value_upper_bound(schema::slot_date));
  for (const std::string& language : indexes.languages()) {
    const std::string term = schema::bounded_term(schema::prefix::language, language);
    info.languages.push_back({language, database.get_termfreq(term), fingerprints[language]});
  }
  std::stable_sort(info.languages.begin(), info.languages.end(),
                   [](const LanguageCount& a, const LanguageCount& b) { return a.documents > b.documents; });
  info.facets = indexes.facets();
  info.protected_words = protected_words_of(database);
  return info;
}

}  // namespace nsearch::searcher
