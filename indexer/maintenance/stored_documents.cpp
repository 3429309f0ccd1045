// SPDX-License-Identifier: GPL-2.0-or-later
#include "maintenance/stored_documents.h"

#include "nsearch/error.h"
#include "storage/index_schema.h"
#include "storage/record.h"

namespace nsearch::indexer {
namespace {

std::string digest_of(const Xapian::Database& database, Xapian::docid document) {
  const std::string prefix(schema::prefix::digest);
  auto term = database.termlist_begin(document);
  term.skip_to(prefix);
  if (term == database.termlist_end(document) || !(*term).starts_with(prefix)) return {};
  return (*term).substr(prefix.size());
}

}  // namespace

KeptDocument read_kept(const Xapian::Database& database, Xapian::docid document) {
  return {decode_record(database.get_document(document, Xapian::DOC_ASSUME_VALID).get_data()),
          digest_of(database, document)};
}

bool reading_record(const std::string& id, const OnDamaged& on_damaged, const std::function<void()>& read) {
  try {
    read();
    return true;
  } catch (const Error& error) {
    const bool damaged = error.code() == ErrorCode::corrupt || error.code() == ErrorCode::format_version;
    if (!damaged) throw;
    if (!on_damaged) throw Error(error.code(), "document " + id + ": " + error.what(), error.way_out());
    on_damaged({id, error.what()});
    return false;
  }
}

}  // namespace nsearch::indexer
