// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/hits.h"

#include "nsearch/error.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

// bounded_term() cuts what is longer than max_term_bytes, at a character, and adds a digest: what is well
// below was not cut.

std::string name_of(const Xapian::Document& document) {
  const std::string id = document.get_value(schema::slot_tie_break);
  return id.empty() ? "number " + std::to_string(document.get_docid()) : "“" + id + "”";
}

}  // namespace

std::string id_of(const Xapian::Document& document) {
  std::string value = document.get_value(schema::slot_tie_break);
  if (!value.empty() && schema::surely_whole(value)) return value;
  return stored_document(document, RecordPart::without_body).id;
}

StoredDocument stored_document(const Xapian::Document& document, RecordPart part) {
  return stored_document(document, part, nullptr, 0);
}

StoredDocument stored_document(const Xapian::Document& document, RecordPart part, const glass::Shards* local,
                               Xapian::docid number) {
  try {
    std::string data;
    if (local == nullptr || !local->data(number, data)) data = document.get_data();
    return decode_record(data, part);
  } catch (const Error& error) {
    throw Error(error.code(), "document " + name_of(document) + ": " + error.what(), error.way_out());
  }
}

}  // namespace nsearch::searcher
