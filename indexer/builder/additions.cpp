// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/additions.h"

#include <xapian.h>
#include <xxhash.h>

#include <filesystem>
#include <system_error>
#include <vector>

#include "builder/choose_builder.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"

namespace nsearch::indexer {
namespace {

namespace fs = std::filesystem;

fs::path make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directory(folder, error);
  if (error) throw Error(ErrorCode::io, folder.string() + ": can't make the folder: " + error.message());
  return folder;
}

}  // namespace

Additions::Additions(LiveIndex& index, const WriterOptions& options, unsigned threads,
                     const std::function<void(const std::string&)>& say)
    : index_(index),
      scratch_(index.directory()),
      builder_(choose_builder(
          {options.builder, make_folder(scratch_.folder() / "added"), threads, options.memory}, say)),
      part_(builder_->part_builder()),
      part_limits_(builder_->limits()) {
  metadata_.protected_words = index.protected_words();
}

LiveIndex::Put Additions::put(const DocumentPostings& document, std::int64_t sequence) {
  LiveIndex::Put put;
  const std::string& id = document.id_term;
  if (!added_.insert(XXH3_64bits(id.data(), id.size())).second) {
    put.updated = true;
    replaced_.insert(id);
  } else if (auto language = index_.language_of(id)) {
    put = {true, std::move(*language)};
    replaced_.insert(id);
  }
  if (part_documents_ == 0) part_->begin(part_number_++, static_cast<std::uint32_t>(documents_ + 1));
  part_->append(document);
  metadata_.add(document);
  metadata_.sequence = sequence;
  ++documents_;
  ++part_documents_;
  part_bytes_ += document.bytes;
  if (part_documents_ >= part_limits_.documents || part_bytes_ >= part_limits_.bytes) end_part();
  return put;
}

void Additions::end_part() {
  if (part_documents_ == 0) return;
  builder_->take(part_->finish());
  part_documents_ = part_bytes_ = 0;
}

std::map<std::string, std::uint64_t> Additions::finish() {
  index_.commit();
  if (documents_ == 0) return {};
  end_part();
  builder_->finish({});
  merge();
  const auto languages = remove_replaced();
  index_.replace_generation(scratch_.folder());
  return languages;
}

void Additions::merge() {
  const fs::path former = index_.directory().current(), added = scratch_.folder() / "added";
  translating_errors(scratch_.folder().string(), [&] {
    Xapian::Database all(former.string());
    last_old_ = all.get_lastdocid();
    all.add_database(Xapian::Database(added.string()));
    all.compact(scratch_.folder().string(), Xapian::Compactor::FULL);
  });
  std::error_code ignored;
  fs::remove_all(added, ignored);
}

/// Of documents with one id the last one stays.
std::map<std::string, std::uint64_t> Additions::remove_replaced() {
  std::map<std::string, std::uint64_t> languages;
  const std::string path = scratch_.folder().string();
  translating_errors(path, [&] {
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);  // publishing syncs it
    for (const std::string& term : replaced_) {
      std::vector<Xapian::docid> documents(database.postlist_begin(term), database.postlist_end(term));
      documents.pop_back();
      for (const Xapian::docid document : documents) {
        if (document > last_old_)
          ++languages[database.get_document(document).get_value(schema::slot_language)];
        database.delete_document(document);
      }
    }
    write_metadata(database, metadata_);
    database.commit();
  });
  return languages;
}

}  // namespace nsearch::indexer
