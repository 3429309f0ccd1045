// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "document_postings.h"
#include "nsearch/analyzer.h"

namespace nsearch::indexer {

/// What an index says of itself, gathered while documents are added. See namespace schema::metadata_key.
struct IndexMetadata {
  std::set<std::string> languages;  ///< of documents and passages
  std::set<std::string> facets;     ///< names
  std::int64_t sequence = 0;        ///< the highest modification sequence
  ProtectedWords protected_words;   ///< of the whole index
  std::string created;              ///< ISO 8601; empty: leave what is there, or now

  void add(const DocumentPostings& document);
  void add(const IndexMetadata& other);
};

/// The metadata of a new database, by key. The time of the commit is now.
std::map<std::string, std::string> metadata_entries(const IndexMetadata& metadata);

/// Writes what has changed, and the time of the commit. Languages and facets that are not named stay. Throws
/// Xapian::Error.
void write_metadata(Xapian::WritableDatabase& database, const IndexMetadata& metadata);

/// The highest modification sequence; 0 where there is none. Throws Xapian::Error.
std::int64_t read_sequence(const Xapian::Database& database);

}  // namespace nsearch::indexer
