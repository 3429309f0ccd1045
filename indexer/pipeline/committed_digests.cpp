// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/committed_digests.h"

#include "storage/index_schema.h"
#include "storage/open_database.h"

namespace nsearch::indexer {

CommittedDigests::CommittedDigests(const std::filesystem::path& generation) : path_(generation.string()) {
  translating_errors(path_, [&] { database_ = Xapian::Database(path_); });
}

bool CommittedDigests::contains(const std::string& digest) {
  const std::string term = schema::bounded_term(schema::prefix::digest, digest);
  for (;;) {
    try {
      return translating_errors(path_, [&] { return database_.term_exists(term); });
    } catch (const Xapian::DatabaseModifiedError&) {
      // The writer has committed twice since: go on with what it committed last.
      translating_errors(path_, [&] { database_.reopen(); });
    }
  }
}

}  // namespace nsearch::indexer
