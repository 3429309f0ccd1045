// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/tombstones.h"

#include <charconv>

#include "storage/index_schema.h"

namespace nsearch::storage {

using Xapian::Query;

bool is_dead(const Xapian::Database& database, Xapian::docid document) {
  return !database.get_document(document, Xapian::DOC_ASSUME_VALID).get_value(schema::slot_tombstone).empty();
}

Xapian::doccount dead_documents(const Xapian::Database& database) {
  return database.get_value_freq(schema::slot_tombstone);
}

Xapian::doccount live_documents(const Xapian::Database& database) {
  return database.get_doccount() - dead_documents(database);
}

Xapian::docid live_document(const Xapian::Database& database, const std::string& term) {
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  if (posting == end) return 0;
  if (dead_documents(database) == 0) return *posting;
  for (; posting != end; ++posting) {
    if (!is_dead(database, *posting)) return *posting;
  }
  return 0;
}

Xapian::doccount live_frequency(const Xapian::Database& database, const std::string& term) {
  Xapian::doccount frequency = database.get_termfreq(term);
  if (frequency == 0 || dead_documents(database) == 0) return frequency;
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  for (const Xapian::docid dead : all_dead(database)) {
    posting.skip_to(dead);
    if (posting == end) break;
    if (*posting == dead) --frequency;
  }
  return frequency;
}

std::vector<Xapian::docid> all_dead(const Xapian::Database& database) {
  std::vector<Xapian::docid> dead;
  const auto end = database.valuestream_end(schema::slot_tombstone);
  for (auto value = database.valuestream_begin(schema::slot_tombstone); value != end; ++value)
    dead.push_back(value.get_docid());
  return dead;
}

Query dead_query() {
  return {Query::OP_VALUE_GE, schema::slot_tombstone, std::string(schema::tombstone)};
}

Query without_dead(const Query& query) {
  return {Query::OP_AND_NOT, query, dead_query()};
}

std::string tombstones_text(const std::vector<Xapian::docid>& documents) {
  std::string text;
  for (const Xapian::docid document : documents) {
    if (!text.empty()) text += ' ';
    text += std::to_string(document);
  }
  return text;
}

std::vector<Xapian::docid> parse_tombstones(const std::string& text) {
  std::vector<Xapian::docid> documents;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    Xapian::docid document = 0;
    const auto [next, problem] = std::from_chars(at, end, document);
    if (problem == std::errc() && document != 0) documents.push_back(document);
    at = next == end ? end : next + 1;
  }
  return documents;
}

bool tombstones_set(const Xapian::Database& main, const Xapian::Database& recent) {
  // They are set in their order, many in several commits, so the last one tells of all.
  const auto named = parse_tombstones(recent.get_metadata(std::string(schema::metadata_key::tombstones)));
  return named.empty() || is_dead(main, named.back());
}

}  // namespace nsearch::storage
