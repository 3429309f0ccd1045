// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/api_builder.h"

#include "storage/open_database.h"

namespace nsearch::indexer {

ApiBuilder::ApiBuilder(const std::filesystem::path& shard) : path_(shard.string()) {
  constexpr int flags =
      Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
  translating_errors(path_, [&] { database_ = Xapian::WritableDatabase(path_, flags); });
}

void ApiBuilder::append(const DocumentPostings& document) {
  translating_errors(path_, [&] { database_.add_document(document_.make(document)); });
}

void ApiBuilder::append(const DocumentPostings& document, Xapian::docid number) {
  translating_errors(path_, [&] { database_.replace_document(number, document_.make(document)); });
}

void ApiBuilder::set_metadata(const std::string& key, const std::string& value) {
  translating_errors(path_, [&] { database_.set_metadata(key, value); });
}

void ApiBuilder::commit() {
  translating_errors(path_, [&] { database_.commit(); });
}

}  // namespace nsearch::indexer
