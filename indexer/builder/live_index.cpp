// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/live_index.h"

#include <algorithm>
#include <system_error>
#include <vector>

#include "nsearch/error.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"
#include "storage/record.h"

namespace nsearch::indexer {
namespace {

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw Error(ErrorCode::io, folder.string() + ": can't make the folder: " + error.message());
}

/// The path behind an origin term; a cut one stands in the records of its documents.
std::string origin_of(const Xapian::Database& database, const std::string& term) {
  if (schema::surely_whole(term)) return term.substr(schema::prefix::origin.size());
  const Xapian::docid any = *database.postlist_begin(term);
  return decode_record(database.get_document(any).get_data(), RecordPart::without_body).origin.path;
}

std::vector<Xapian::docid> missing_documents(const Xapian::Database& database,
                                             const std::function<bool(const std::string& origin)>& covers,
                                             const std::function<bool(const std::string& id)>& came) {
  const std::string prefix(schema::prefix::origin);
  std::vector<Xapian::docid> missing;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    if (!covers(origin_of(database, *term))) continue;
    auto id = database.valuestream_begin(schema::slot_tie_break);
    for (auto document = database.postlist_begin(*term); document != database.postlist_end(*term);
         ++document) {
      id.skip_to(*document);
      if (!came(*id)) missing.push_back(*document);
    }
  }
  return missing;
}

}  // namespace

LiveIndex::LiveIndex(const std::string& directory, std::chrono::seconds wait,
                     const std::optional<ProtectedWords>& protect, Accepts accepts)
    : directory_(directory), name_(directory), accepts_(accepts) {
  make_folder(directory_.path());
  lock_.emplace(directory_, wait);
  if (!directory_.exists()) directory_.publish(make_generation({}));
  directory_.remove_leftovers();
  open();
  if (protect) this->protect(*protect);
}

LiveIndex::~LiveIndex() {
  close();
}

std::filesystem::path LiveIndex::make_generation(const IndexMetadata& metadata) const {
  const std::filesystem::path generation = directory_.next();
  translating_errors(name_, [&] {
    Xapian::WritableDatabase database(generation.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    write_metadata(database, metadata);
    database.commit();
  });
  return generation;
}

void LiveIndex::start_anew() {
  IndexMetadata metadata;
  metadata.created = created();
  metadata.sequence = sequence();
  metadata.protected_words = protected_words();
  replace_generation(make_generation(metadata));
}

void LiveIndex::open() {
  const std::string generation = directory_.current().string();
  translating_errors(name_, [&] {
    Xapian::WritableDatabase database(generation, Xapian::DB_OPEN);
    accepts_ == Accepts::compatible ? check_compatible(database, name_) : check_readable(database, name_);
    const std::int64_t sequence = std::max(metadata_.sequence, read_sequence(database));
    metadata_ = {};
    metadata_.sequence = sequence;
    metadata_.protected_words = protected_words_of(database);
    // Without a transaction Xapian commits when it sees fit, and in its destructor.
    database.begin_transaction();
    database_ = std::move(database);
  });
  pending_ = 0;
  changed_ = false;
}

/// Terms depend on the protected words, so only an index without documents takes others.
void LiveIndex::protect(const ProtectedWords& words) {
  if (words == metadata_.protected_words) return;
  if (documents() != 0) {
    const auto count = [](const ProtectedWords& protected_words) {
      return protected_words.empty() ? "none" : std::to_string(protected_words.size());
    };
    throw Error(
        ErrorCode::analysis_changed,
        name_ + ": made with other protected words than these (" + count(metadata_.protected_words) +
            " there, " + count(words) + " here), and its terms depend on them",
        "leave --protect out to keep the index's own, or index the documents anew into another folder");
  }
  metadata_.protected_words = words;
  changed_ = true;
  commit();
}

void LiveIndex::close() noexcept {
  if (!database_) return;
  try {
    database_->cancel_transaction();
  } catch (...) {
    // A failed commit has ended the transaction. What the disk holds is the last commit either way.
  }
  try {
    database_.reset();
  } catch (...) {
    database_.reset();
  }
}

/// Runs `work` on the open database. When Xapian throws, what it holds in memory can't be relied on any more:
/// it is dropped, and the next call opens the last commit.
template <typename Work>
auto LiveIndex::with_database(Work&& work) {
  if (!database_) open();
  try {
    return work(*database_);
  } catch (const Xapian::Error& error) {
    const Error translated = to_error(name_, error);
    close();
    throw translated;
  }
}

std::optional<std::string> LiveIndex::language_of_digest(const std::string& digest) {
  return language_of(schema::bounded_term(schema::prefix::digest, digest));
}

std::optional<std::string> LiveIndex::language_of(const std::string& term) {
  return with_database([&](Xapian::WritableDatabase& database) -> std::optional<std::string> {
    if (!database.term_exists(term)) return std::nullopt;
    return database.get_document(*database.postlist_begin(term)).get_value(schema::slot_language);
  });
}

LiveIndex::Put LiveIndex::put(const DocumentPostings& document) {
  const Put result = with_database([&](Xapian::WritableDatabase& database) -> Put {
    const Xapian::Document& made = document_.make(document);
    if (!database.term_exists(document.id_term)) {
      database.add_document(made);
      return {};
    }
    const Xapian::docid old = *database.postlist_begin(document.id_term);
    std::string language = database.get_document(old).get_value(schema::slot_language);
    database.replace_document(old, made);
    return {true, std::move(language)};
  });
  metadata_.add(document);
  pending_ += pending_bytes(document);
  changed_ = true;
  return result;
}

bool LiveIndex::remove(std::string_view id) {
  const std::string term = schema::bounded_term(schema::prefix::id, id);
  const bool found = with_database([&](Xapian::WritableDatabase& database) {
    if (!database.term_exists(term)) return false;
    database.delete_document(*database.postlist_begin(term));
    return true;
  });
  if (found) removed(1);
  return found;
}

void LiveIndex::removed(std::uint64_t documents) {
  constexpr std::uint64_t bytes_per_removal =
      64 * 1024;  // about what the removal of an article's terms takes
  pending_ += documents * bytes_per_removal;
  changed_ = changed_ || documents > 0;
}

std::uint64_t LiveIndex::remove_missing(const std::function<bool(const std::string& origin)>& covers,
                                        const std::function<bool(const std::string& id)>& came) {
  const std::uint64_t gone = with_database([&](Xapian::WritableDatabase& database) {
    const std::vector<Xapian::docid> missing = missing_documents(database, covers, came);
    for (const Xapian::docid document : missing) database.delete_document(document);
    return missing.size();
  });
  removed(gone);
  return gone;
}

void LiveIndex::commit() {
  if (!changed_) return;
  with_database([&](Xapian::WritableDatabase& database) {
    write_metadata(database, metadata_);
    const CommitGate gate(directory_, CommitGate::Side::writer);
    database.commit_transaction();
    database.begin_transaction();
  });
  metadata_.languages.clear();
  metadata_.facets.clear();
  pending_ = 0;
  changed_ = false;
}

std::uint64_t LiveIndex::documents() {
  return with_database([](Xapian::WritableDatabase& database) { return database.get_doccount(); });
}

std::string LiveIndex::created() {
  return with_database([](Xapian::WritableDatabase& database) {
    return database.get_metadata(std::string(schema::metadata_key::created));
  });
}

void LiveIndex::replace_generation(const std::filesystem::path& generation) {
  close();
  directory_.publish(generation);
  directory_.remove_leftovers();
  accepts_ = Accepts::compatible;  // this build has made it
  open();
}

}  // namespace nsearch::indexer
