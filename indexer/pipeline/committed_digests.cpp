// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/committed_digests.h"

#include "storage/index_schema.h"
#include "storage/open_database.h"
#include "storage/tombstones.h"

namespace nsearch::indexer {

CommittedDigests::CommittedDigests(const IndexDirectory::InForce& generations)
    : path_(generations.main.string()) {
  translating_errors(path_, [&] {
    for (const auto& folder : generations.all()) database_.add_database(Xapian::Database(folder.string()));
  });
}

bool CommittedDigests::contains(const std::string& digest) {
  const std::string term = schema::bounded_term(schema::prefix::digest, digest);
  for (;;) {
    try {
      return translating_errors(path_, [&] { return storage::live_document(database_, term) != 0; });
    } catch (const Xapian::DatabaseModifiedError&) {
      // The writer has committed twice since: go on with what it committed last.
      translating_errors(path_, [&] { database_.reopen(); });
    }
  }
}

}  // namespace nsearch::indexer
