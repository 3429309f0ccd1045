// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/index_metadata.h"

#include <charconv>
#include <chrono>

#include "nsearch/analyzer.h"
#include "nsearch/document.h"
#include "storage/index_schema.h"

namespace nsearch::indexer {
namespace {

namespace key = schema::metadata_key;

std::string now() {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return format_date({std::chrono::duration_cast<std::chrono::seconds>(since_1970).count(), true});
}

}  // namespace

void IndexMetadata::add(const DocumentPostings& document) {
  languages.insert(document.languages.begin(), document.languages.end());
  facets.insert(document.facets.begin(), document.facets.end());
}

void IndexMetadata::add(const IndexMetadata& other) {
  languages.insert(other.languages.begin(), other.languages.end());
  facets.insert(other.facets.begin(), other.facets.end());
  sequence = std::max(sequence, other.sequence);
}

std::map<std::string, std::string> metadata_entries(const IndexMetadata& metadata) {
  const std::string time = now();
  std::map<std::string, std::string> entries;
  entries[std::string(key::format)] = std::to_string(schema::format_version);
  entries[std::string(key::created)] = metadata.created.empty() ? time : metadata.created;
  entries[std::string(key::committed)] = time;
  entries[std::string(key::sequence)] = std::to_string(metadata.sequence);
  if (!metadata.protected_words.empty()) entries[std::string(key::protect)] = metadata.protected_words.text();
  for (const std::string& language : metadata.languages) {
    entries[std::string(key::analysis) + language] = analysis_fingerprint(language, metadata.protected_words);
  }
  for (const std::string& name : metadata.facets) {
    entries[schema::bounded_term(key::facet, name)] = std::to_string(schema::facet_slot(name));
  }
  return entries;
}

void write_metadata(Xapian::WritableDatabase& database, const IndexMetadata& metadata) {
  auto entries = metadata_entries(metadata);
  if (metadata.protected_words.empty()) entries[std::string(key::protect)].clear();  // removes it
  const std::string created(key::created);
  if (metadata.created.empty() && !database.get_metadata(created).empty()) entries.erase(created);
  for (const auto& [name, value] : entries) {
    // Writing what is there already would cost a block.
    if (database.get_metadata(name) != value) database.set_metadata(name, value);
  }
}

std::int64_t read_sequence(const Xapian::Database& database) {
  const std::string text = database.get_metadata(std::string(key::sequence));
  std::int64_t sequence = 0;
  std::from_chars(text.data(), text.data() + text.size(), sequence);
  return sequence;
}

}  // namespace nsearch::indexer
