// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/values.h"

#include <xapian.h>

namespace nsearch::glass {

namespace {

const Byte* begin_of(std::string_view bytes) {
  return reinterpret_cast<const Byte*>(bytes.data());
}

}  // namespace

ValueReader::ValueReader(const Table& table, std::uint32_t slot) : cursor_(table), key_("\x00\xd8", 2) {
  for (; slot >= 0x80; slot >>= 7) key_ += static_cast<char>(slot | 0x80);
  key_ += static_cast<char>(slot);
  slot_bytes_ = key_.size();
}

bool ValueReader::take_value() {
  std::uint32_t size = 0;
  if (!take_varint(in_, end_, size) || static_cast<std::size_t>(end_ - in_) < size) return false;
  value_ = {reinterpret_cast<const char*>(in_), size};
  in_ += size;
  return true;
}

/// Goes to the beginning of the chunk that holds the document, if any does.
bool ValueReader::open_chunk(std::uint32_t document) {
  key_.resize(slot_bytes_);
  append_sortable(key_, document);
  cursor_.seek(key_);
  document_ = 0;
  if (!cursor_.key().starts_with(std::string_view(key_).substr(0, slot_bytes_))) return false;
  const Byte* at = begin_of(cursor_.key()) + slot_bytes_;
  const std::string_view tag = cursor_.plain_tag(tag_);
  in_ = begin_of(tag);
  end_ = in_ + tag.size();
  const bool whole =
      take_sortable(at, begin_of(cursor_.key()) + cursor_.key().size(), document_) && take_value();
  cursor_.check();
  if (!whole) throw Xapian::DatabaseCorruptError("a chunk of values is damaged");
  return true;
}

std::string_view ValueReader::read(std::uint32_t document) {
  if (document_ == 0 || document < document_) {
    if (!open_chunk(document)) return {};
  }
  for (bool reopened = false; document_ < document;) {
    if (in_ == end_) {
      if (reopened || !open_chunk(document)) return {};
      reopened = true;
      if (document_ > document) return {};
      continue;
    }
    std::uint32_t gap = 0;
    const bool whole = take_varint(in_, end_, gap) && gap < UINT32_MAX - document_ && take_value();
    if (!whole) {
      cursor_.check();
      throw Xapian::DatabaseCorruptError("a chunk of values is damaged");
    }
    document_ += gap + 1;
  }
  cursor_.check();
  return document_ == document ? value_ : std::string_view();
}

}  // namespace nsearch::glass
