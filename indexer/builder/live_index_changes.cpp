// SPDX-License-Identifier: GPL-2.0-or-later
#include <vector>

#include "builder/document_set.h"
#include "builder/live_index.h"
#include "storage/index_schema.h"
#include "storage/record.h"
#include "storage/tombstones.h"

namespace nsearch::indexer {
namespace {

constexpr std::uint64_t bytes_per_burial = 1024;  // that libxapian takes until the commit

/// The path behind an origin term; a cut one stands in the records of its documents.
std::string origin_of(const Xapian::Database& database, const std::string& term) {
  if (schema::surely_whole(term)) return term.substr(schema::prefix::origin.size());
  const Xapian::docid any = *database.postlist_begin(term);
  return decode_record(database.get_document(any).get_data(), RecordPart::without_body).origin.path;
}

DocumentSet missing_documents(const Xapian::Database& database,
                              const std::function<bool(const std::string& origin)>& covers,
                              const std::function<bool(const std::string& id)>& came) {
  const std::string prefix(schema::prefix::origin);
  DocumentSet missing;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    if (!covers(origin_of(database, *term))) continue;
    auto id = database.valuestream_begin(schema::slot_tie_break);
    for (auto document = database.postlist_begin(*term); document != database.postlist_end(*term);
         ++document) {
      id.skip_to(*document);
      if (!came(*id) && !storage::is_dead(database, *document)) missing.insert(*document);
    }
  }
  return missing;
}

std::string language_in(const Xapian::Database& database, Xapian::docid document) {
  return database.get_document(document).get_value(schema::slot_language);
}

}  // namespace

Xapian::docid LiveIndex::in_main(const std::string& id_term) {
  return opened([&] { return storage::live_document(**main_, id_term); });
}

Xapian::docid LiveIndex::in_recent(const std::string& id_term) {
  return opened([&] { return recent_ ? storage::live_document(**recent_, id_term) : 0; });
}

std::optional<std::string> LiveIndex::language_of_digest(const std::string& digest) {
  return language_of(schema::bounded_term(schema::prefix::digest, digest));
}

std::optional<std::string> LiveIndex::language_of(const std::string& term) {
  return opened([&]() -> std::optional<std::string> {
    if (const Xapian::docid recent = in_recent(term)) return language_in(**recent_, recent);
    if (const Xapian::docid main = in_main(term)) return language_in(**main_, main);
    return std::nullopt;
  });
}

/// Marks a document of the main generation as dead. A value is added, not a term: for that libxapian would read and compare all of
/// its positions, 2 ms a document and not 0.02.
void LiveIndex::bury(Xapian::docid document) {
  Xapian::Document dead = (*main_)->get_document(document);
  dead.add_value(schema::slot_tombstone, std::string(schema::tombstone));
  (*main_)->replace_document(document, dead);
  buried_.push_back(document);
  pending_ += bytes_per_burial;
}

LiveIndex::Put LiveIndex::put(const DocumentPostings& document) {
  const Put result = opened([&]() -> Put {
    if (apart_ && !recent_) start_recent();
    Xapian::WritableDatabase& newest = *this->newest();
    const Xapian::Document& made = document_.make(document);
    const std::string& id = document.id_term;
    if (const Xapian::docid old = storage::live_document(newest, id)) {
      std::string language = language_in(newest, old);
      newest.replace_document(old, made);
      return {true, std::move(language)};
    }
    Put put;
    if (const Xapian::docid old = recent_ ? in_main(id) : 0) {
      put = {true, language_in(**main_, old)};
      bury(old);
    }
    newest.add_document(made);
    return put;
  });
  metadata_.add(document);
  pending_ += pending_bytes(document);
  changed_ = true;
  return result;
}

bool LiveIndex::remove(std::string_view id) {
  const std::string term = schema::bounded_term(schema::prefix::id, id);
  return opened([&] {
    if (const Xapian::docid recent = in_recent(term)) {
      (*recent_)->delete_document(recent);
      count_removal();
      return true;
    }
    const Xapian::docid main = in_main(term);
    if (main == 0) return false;
    remove_from_main(main);
    return true;
  });
}

void LiveIndex::remove_from_main(Xapian::docid document) {
  changed_ = true;
  if (apart_ || recent_) return bury(document);
  (*main_)->delete_document(document);
  count_removal();
}

void LiveIndex::count_removal() {
  constexpr std::uint64_t bytes_per_removal =
      64 * 1024;  // about what the removal of an article's terms takes
  pending_ += bytes_per_removal;
  changed_ = true;
}

void LiveIndex::commit_when_full() {
  if (pending_ >= plan_.pending) commit();
}

std::uint64_t LiveIndex::remove_missing(const std::function<bool(const std::string& origin)>& covers,
                                        const std::function<bool(const std::string& id)>& came) {
  return opened([&] {
    const DocumentSet missing = missing_documents(**main_, covers, came);
    missing.for_each([&](Xapian::docid document) {
      remove_from_main(document);
      commit_when_full();
    });
    std::uint64_t gone = missing.size();
    if (!recent_) return gone;
    const DocumentSet too = missing_documents(**recent_, covers, came);
    too.for_each([&](Xapian::docid document) {
      (*recent_)->delete_document(document);
      count_removal();
      commit_when_full();
    });
    return gone + too.size();
  });
}

}  // namespace nsearch::indexer
