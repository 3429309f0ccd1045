// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/database.h"

#include <cstdlib>
#include <new>

#include "glass/posting_list.h"
#include "glass/values.h"
#include "glass/version.h"
#include "storage/index_schema.h"

namespace nsearch::glass {

void Database::Free::operator()(std::uint32_t* lengths) const {
  std::free(lengths);
}

std::unique_ptr<Database> Database::open(const std::filesystem::path& folder, std::uint64_t revision) {
  std::unique_ptr<Database> database(new Database);
  if (!database->read_version(folder, revision)) return nullptr;
  void* lengths = std::calloc(std::size_t{database->last_document_} + 1, sizeof(std::uint32_t));
  if (lengths == nullptr) throw std::bad_alloc();
  database->lengths_.reset(static_cast<std::uint32_t*>(lengths));
  database->read_dead();
  database->kept_lists_ = std::make_unique<KeptLists>(database->last_document_);
  database->id_beginnings_ = std::make_unique<ValueBeginnings>(*database->postings_, schema::slot_tie_break,
                                                               database->last_document_);
  return database;
}

bool Database::read_version(const std::filesystem::path& folder, std::uint64_t revision) {
  const std::optional<Version> version = glass::read_version(folder);
  if (!version || version->revision != revision) return false;
  documents_ = version->documents;
  last_document_ = version->last_document;
  total_length_ = version->total_length;
  postings_ = std::make_unique<Table>(folder / "postlist.glass", version->postings, version->revision);
  positions_ = std::make_unique<Table>(folder / "position.glass", version->positions, version->revision);
  data_ = std::make_unique<Table>(folder / "docdata.glass", version->data, version->revision);
  return true;
}

void Database::read_dead() {
  for_each_valued(*postings_, schema::slot_tombstone, [this](std::uint32_t document) {
    if (document > last_document_) return;
    if (dead_.empty()) dead_.resize(std::size_t{last_document_} / 64 + 1);
    dead_[document / 64] |= std::uint64_t{1} << document % 64;
    ++dead_documents_;
  });
}

std::uint32_t Database::frequency(std::string_view term) const {
  if (term.empty()) return documents_;
  return PostingList::frequency(*postings_, term);
}

bool Database::has_prefix(std::string_view prefix) const {
  std::string key;
  append_sortable_text(key, prefix, false);
  Cursor cursor(*postings_);
  return cursor.seek(key) || (cursor.next() && cursor.key().starts_with(key));
}

/// Reads the chunk of lengths that holds `document`.
void Database::read_lengths(std::uint32_t document) const {
  PostingList list(*postings_);
  std::uint32_t known = document;
  if (list.open_lengths(document)) {
    for (; !list.at_end(); list.next_in_chunk()) {
      if (list.document() > last_document_) break;
      for (; known < list.document(); ++known) lengths_[known] = absent;
      lengths_[list.document()] = list.wdf() > UINT32_MAX - 2 ? UINT32_MAX : list.wdf() + 2;
      if (list.document() >= known) known = list.document() + 1;
    }
  }
  if (lengths_[document] == unknown) lengths_[document] = absent;
}

bool Database::data(std::uint32_t document, std::string& data) const {
  std::string key;
  append_sortable(key, document);
  Cursor cursor(*data_);
  data.clear();
  if (!cursor.seek(key)) return true;
  std::string_view tag;
  std::string buffer;
  if (!cursor.tag(tag, buffer)) return false;
  data.assign(tag);
  cursor.check();
  return true;
}

}  // namespace nsearch::glass
