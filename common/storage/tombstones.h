// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "nsearch/export.h"

/// Documents that are replaced or removed, and still in their database: see index_schema.h. All functions throw Xapian::Error.
namespace nsearch::storage {

NSEARCH_EXPORT bool is_dead(const Xapian::Database& database, Xapian::docid document);

/// How many documents have a tombstone.
NSEARCH_EXPORT Xapian::doccount dead_documents(const Xapian::Database& database);

/// How many have none.
NSEARCH_EXPORT Xapian::doccount live_documents(const Xapian::Database& database);

/// The first document that has the term and isn't dead; 0 where there is none.
NSEARCH_EXPORT Xapian::docid live_document(const Xapian::Database& database, const std::string& term);

/// How many have the term. Linear in the tombstones where there are any.
NSEARCH_EXPORT Xapian::doccount live_frequency(const Xapian::Database& database, const std::string& term);

/// All that are dead, ascending.
NSEARCH_EXPORT std::vector<Xapian::docid> all_dead(const Xapian::Database& database);

/// Matches those that are dead.
NSEARCH_EXPORT Xapian::Query dead_query();

/// What matches `query`, which is not empty, and isn't dead.
NSEARCH_EXPORT Xapian::Query without_dead(const Xapian::Query& query);

/// metadata_key::tombstones of these documents, and back. What isn't a number is left out.
NSEARCH_EXPORT std::string tombstones_text(const std::vector<Xapian::docid>& documents);
NSEARCH_EXPORT std::vector<Xapian::docid> parse_tombstones(const std::string& text);

/// Whether the tombstones that `recent` names are there: if not, a commit to both is under way, or was cut off.
NSEARCH_EXPORT bool tombstones_set(const Xapian::Database& main, const Xapian::Database& recent);

}  // namespace nsearch::storage
