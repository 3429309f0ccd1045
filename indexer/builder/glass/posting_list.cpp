// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/glass/posting_list.h"

#include "builder/glass/encoding.h"

namespace nsearch::indexer::glass {
namespace {

constexpr std::string_view lengths_key{"\0\xe0", 2};

/// With the longest key a chunk of so many bytes still is one item.
constexpr std::size_t chunk_and_key_bytes = 2000;

}  // namespace

void PostingListWriter::begin_term(std::string_view term, const PostingListHead& head) {
  first_key_.clear();
  append_sortable_text(first_key_, term, false);
  later_key_.assign(first_key_) += '\0';
  begin(head);
}

void PostingListWriter::begin_key(std::string_view key, const PostingListHead& head) {
  first_key_.assign(key);
  later_key_.assign(key) += '\0';
  begin(head);
}

void PostingListWriter::begin_lengths(std::uint32_t first_document) {
  first_key_ = later_key_ = lengths_key;
  begin({0, 0, first_document});
}

void PostingListWriter::begin(const PostingListHead& head) {
  full_ = chunk_and_key_bytes - first_key_.size();
  head_.clear();
  append_varint(head_, head.documents);
  append_varint(head_, head.occurrences);
  append_varint(head_, head.first - 1);
  entries_.clear();
}

void PostingListWriter::add(std::uint32_t document, std::uint32_t wdf) {
  if (entries_.size() >= full_) write_chunk(false);
  if (entries_.empty()) {
    chunk_first_ = document;
  } else {
    append_varint(entries_, document - chunk_last_ - 1);
  }
  append_varint(entries_, wdf);
  chunk_last_ = document;
}

void PostingListWriter::end() {
  write_chunk(true);
}

void PostingListWriter::write_chunk(bool last) {
  const bool first = !head_.empty();
  tag_.assign(head_) += last ? '1' : '0';
  append_varint(tag_, chunk_last_ - chunk_first_);
  tag_ += entries_;
  key_.assign(first ? first_key_ : later_key_);
  if (!first) append_sortable(key_, chunk_first_);
  leaves_.add(key_, tag_);
  head_.clear();
  entries_.clear();
}

}  // namespace nsearch::indexer::glass
