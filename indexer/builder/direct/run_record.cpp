// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/run_record.h"

#include <algorithm>

#include "builder/glass/encoding.h"

namespace nsearch::indexer::direct {

/// Bytes of the file, from the window where they are in it.
std::string_view RunReader::view(std::uint64_t offset, std::size_t size) {
  const bool there = offset >= buffer_begin_ && offset + size <= buffer_begin_ + buffer_.size();
  if (!there) {
    const auto wanted =
        static_cast<std::size_t>(std::min<std::uint64_t>(std::max(size, window_), end_ - offset));
    buffer_.resize(wanted);
    file_.read(offset, buffer_.data(), wanted);
    buffer_begin_ = offset;
  }
  return std::string_view(buffer_).substr(static_cast<std::size_t>(offset - buffer_begin_), size);
}

bool RunReader::next() {
  if (next_ == end_) return false;
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(longest_record_head, end_ - next_));
  const std::string_view head = view(next_, size);
  const char* at = head.data();
  const std::size_t length = glass::take_varint(at);
  term_.assign(at, length);
  at += length;
  key_ = term_key(term_);
  head_.documents = glass::take_varint(at);
  head_.occurrences = glass::take_varint(at);
  head_.first = static_cast<std::uint32_t>(glass::take_varint(at));
  postings_size_ = glass::take_varint(at);
  postings_begin_ = next_ + static_cast<std::uint64_t>(at - head.data());
  next_ = postings_begin_ + postings_size_;
  return true;
}

std::string_view RunReader::postings() {
  return view(postings_begin_, postings_size_);
}

}  // namespace nsearch::indexer::direct
