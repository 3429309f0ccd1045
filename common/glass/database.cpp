// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/database.h"

#include <xapian.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <new>

#include "glass/posting_list.h"

namespace nsearch::glass {

namespace {

constexpr std::string_view magic("\x0f\x0dXapian Glass\x04\x6e", 16);
constexpr std::size_t uuid_bytes = 16;

bool take_root(const Byte*& at, const Byte* end, TableRoot& root) {
  std::uint32_t flags = 0, blocks_of = 0, threshold = 0, free_list = 0;
  const bool whole = take_varint(at, end, root.block) && take_varint(at, end, flags) &&
                     take_varint(at, end, root.entries) && take_varint(at, end, blocks_of) &&
                     take_varint(at, end, threshold) && take_varint(at, end, free_list);
  if (!whole || static_cast<std::size_t>(end - at) < free_list) return false;
  at += free_list;
  root.level = flags >> 2;
  root.fake = (flags & 1) != 0;
  root.block_size = blocks_of * 2048;
  return root.block_size >= 2048 && root.block_size <= 65536;
}

}  // namespace

void Database::Free::operator()(std::uint32_t* lengths) const {
  std::free(lengths);
}

std::unique_ptr<Database> Database::open(const std::filesystem::path& folder, std::uint64_t revision) {
  std::unique_ptr<Database> database(new Database);
  if (!database->read_version(folder, revision)) return nullptr;
  void* lengths = std::calloc(std::size_t{database->last_document_} + 1, sizeof(std::uint32_t));
  if (lengths == nullptr) throw std::bad_alloc();
  database->lengths_.reset(static_cast<std::uint32_t*>(lengths));
  database->sets_ = std::make_unique<TermSets>(*database->postings_, database->last_document_);
  return database;
}

bool Database::read_version(const std::filesystem::path& folder, std::uint64_t revision) {
  std::ifstream file(folder / "iamglass", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (bytes.size() < magic.size() + uuid_bytes || bytes.compare(0, magic.size(), magic) != 0) return false;
  const Byte* at = reinterpret_cast<const Byte*>(bytes.data()) + magic.size() + uuid_bytes;
  const Byte* const end = reinterpret_cast<const Byte*>(bytes.data()) + bytes.size();
  std::uint32_t found = 0;
  if (!take_varint(at, end, found) || found != revision) return false;
  TableRoot postings, data, terms, positions, spelling, synonyms;
  for (TableRoot* root : {&postings, &data, &terms, &positions, &spelling, &synonyms}) {
    if (!take_root(at, end, *root)) return false;
  }
  std::uint32_t beyond = 0, shortest = 0, greatest = 0, longest = 0, oldest = 0;
  const bool whole = take_varint(at, end, documents_) && take_varint(at, end, beyond) &&
                     take_varint(at, end, shortest) && take_varint(at, end, greatest) &&
                     take_varint(at, end, longest) && take_varint(at, end, oldest) &&
                     take_varint(at, end, total_length_);
  if (!whole || beyond > UINT32_MAX - documents_ - 1) return false;
  last_document_ = documents_ + beyond;
  // A folder's tables are files of their own; one file with all of them has no such file.
  if (!postings.fake && !std::filesystem::exists(folder / "postlist.glass")) return false;
  postings_ = std::make_unique<Table>(folder / "postlist.glass", postings, found);
  positions_ = std::make_unique<Table>(folder / "position.glass", positions, found);
  data_ = std::make_unique<Table>(folder / "docdata.glass", data, found);
  return true;
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
