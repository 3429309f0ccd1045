// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/values.h"

#include <algorithm>

namespace nsearch::glass {

namespace {

const Byte* begin_of(std::string_view bytes) {
  return reinterpret_cast<const Byte*>(bytes.data());
}

/// What the keys of a slot's chunks begin with.
std::string slot_key(std::uint32_t slot) {
  std::string key("\x00\xd8", 2);
  for (; slot >= 0x80; slot >>= 7) key += static_cast<char>(slot | 0x80);
  key += static_cast<char>(slot);
  return key;
}

}  // namespace

bool ValueChunk::open(std::string_view key, std::string_view tag) {
  const Byte* at = begin_of(key);
  const Byte* const key_end = at + key.size();
  in_ = begin_of(tag);
  end_ = in_ + tag.size();
  return take_sortable(at, key_end, document_) && at == key_end && take_value();
}

bool ValueChunk::next() {
  std::uint32_t gap = 0;
  if (!take_varint(in_, end_, gap) || gap >= UINT32_MAX - document_) return false;
  document_ += gap + 1;
  return take_value();
}

bool ValueChunk::take_value() {
  std::uint32_t size = 0;
  if (!take_varint(in_, end_, size) || static_cast<std::size_t>(end_ - in_) < size) return false;
  value_ = {reinterpret_cast<const char*>(in_), size};
  in_ += size;
  return true;
}

ValueReader::ValueReader(const Table& table, std::uint32_t slot)
    : cursor_(table), key_(slot_key(slot)), slot_bytes_(key_.size()) {}

/// Goes to the beginning of the chunk that holds the document, if any does.
bool ValueReader::open_chunk(std::uint32_t document) {
  key_.resize(slot_bytes_);
  append_sortable(key_, document);
  cursor_.seek(key_);
  open_ = false;
  if (!cursor_.key().starts_with(std::string_view(key_).substr(0, slot_bytes_))) return false;
  open_ = chunk_.open(cursor_.key().substr(slot_bytes_), cursor_.plain_tag(tag_));
  cursor_.check();
  if (!open_) corrupt();
  return true;
}

std::string_view ValueReader::read(std::uint32_t document) {
  if (!open_ || document < chunk_.document()) {
    if (!open_chunk(document)) return {};
  }
  for (bool reopened = false; chunk_.document() < document;) {
    if (chunk_.at_last()) {
      if (reopened || !open_chunk(document)) return {};
      reopened = true;
      if (chunk_.document() > document) return {};
      continue;
    }
    if (!chunk_.next()) corrupt();
  }
  cursor_.check();
  return chunk_.document() == document ? chunk_.value() : std::string_view();
}

std::string common_beginning(const Table& table, std::uint32_t slot) {
  std::string key("\x00\xd0", 2);
  for (; slot != 0; slot >>= 8) key += static_cast<char>(slot);
  Cursor cursor(table);
  if (!cursor.seek(key)) return {};
  std::string buffer;
  const std::string_view bounds = cursor.plain_tag(buffer);
  const Byte* at = begin_of(bounds);
  const Byte* const end = at + bounds.size();
  std::uint32_t documents = 0, size = 0;
  const bool whole = take_varint(at, end, documents) && take_varint(at, end, size) &&
                     static_cast<std::size_t>(end - at) >= size;
  std::string lower;
  if (whole) lower.assign(reinterpret_cast<const char*>(at), size);
  // The higher bound is left out where it is the same.
  if (whole && end - at > static_cast<std::ptrdiff_t>(size))
    lower.erase(std::mismatch(lower.begin(), lower.end(), at + size, end,
                              [](char a, Byte b) { return static_cast<Byte>(a) == b; })
                    .first,
                lower.end());
  cursor.check();
  if (!whole) cursor.corrupt("the bounds of values are damaged");
  return lower;
}

void for_each_valued(const Table& table, std::uint32_t slot,
                     const std::function<void(std::uint32_t document)>& each) {
  const std::string key = slot_key(slot);
  Cursor cursor(table);
  std::string buffer;
  ValueChunk chunk;
  std::uint32_t last = 0;
  cursor.seek(key);  // before the first chunk, whose key goes on
  while (cursor.next() && cursor.key().starts_with(key)) {
    bool whole =
        chunk.open(cursor.key().substr(key.size()), cursor.plain_tag(buffer)) && chunk.document() > last;
    if (whole) each(chunk.document());
    while (whole && !chunk.at_last()) {
      whole = chunk.next();
      if (whole) each(chunk.document());
    }
    last = chunk.document();
    cursor.check();
    if (!whole) cursor.corrupt("a chunk of values is damaged");
  }
}

}  // namespace nsearch::glass
