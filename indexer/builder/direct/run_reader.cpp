// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/run_reader.h"

#include <algorithm>

#include "builder/glass/encoding.h"

namespace nsearch::indexer::direct {

/// Bytes of the file, from the window where they are in it: up to the window's end, `least` at least.
std::string_view RunReader::view(std::uint64_t offset, std::size_t least) {
  const bool there = offset >= buffer_begin_ && offset + least <= buffer_begin_ + buffer_.size();
  if (!there) {
    const std::size_t wanted = std::max(least, window_);
    // What was read for one long list of positions is not kept.
    if (buffer_.capacity() > 2 * std::max(wanted, window_)) std::string().swap(buffer_);
    buffer_.resize(static_cast<std::size_t>(std::min<std::uint64_t>(wanted, end_ - offset)));
    file_.read(offset, buffer_.data(), buffer_.size());
    buffer_begin_ = offset;
  }
  return std::string_view(buffer_).substr(static_cast<std::size_t>(offset - buffer_begin_));
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
  head_ = take_record_numbers(at);
  postings_begin_ = next_ + static_cast<std::uint64_t>(at - head.data());
  next_ = postings_begin_ + head_.posting_bytes;
  return true;
}

std::string_view RunReader::postings(std::uint64_t from, std::size_t least) {
  const std::uint64_t left = head_.posting_bytes - from;
  const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(least, left));
  const std::string_view there = view(postings_begin_ + from, wanted);
  return there.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(there.size(), left)));
}

}  // namespace nsearch::indexer::direct
