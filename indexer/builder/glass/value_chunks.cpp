// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/glass/value_chunks.h"

#include "builder/glass/encoding.h"

namespace nsearch::indexer::glass {
namespace {

constexpr std::size_t full_chunk = 1950;  // bytes

}  // namespace

void ValueStatistics::add(std::string_view value) {
  if (documents == 0 || value < lower) lower = value;
  if (documents == 0 || value > upper) upper = value;
  ++documents;
}

void ValueStatistics::add(const ValueStatistics& other) {
  if (other.documents == 0) return;
  if (documents == 0 || other.lower < lower) lower = other.lower;
  if (documents == 0 || other.upper > upper) upper = other.upper;
  documents += other.documents;
}

std::string value_statistics_key(std::uint32_t slot) {
  std::string key(value_statistics_prefix);
  append_tail_integer(key, slot);
  return key;
}

std::string value_statistics_tag(const ValueStatistics& statistics) {
  std::string tag;
  append_varint(tag, statistics.documents);
  append_sized(tag, statistics.lower);
  if (statistics.upper != statistics.lower) tag += statistics.upper;
  return tag;
}

std::string value_chunks_key(std::uint32_t slot) {
  std::string key(value_chunks_prefix);
  append_varint(key, slot);
  return key;
}

void ValueChunks::add(std::uint32_t document, std::string_view value) {
  if (tag_.size() >= full_chunk) end_chunk();
  if (tag_.empty()) {
    first_ = document;
  } else {
    append_varint(tag_, document - last_ - 1);
  }
  append_sized(tag_, value);
  last_ = document;
  statistics_.add(value);
}

const std::string& ValueChunks::finish() {
  if (!tag_.empty()) end_chunk();
  return chunks_;
}

void ValueChunks::end_chunk() {
  append_varint(chunks_, first_);
  append_sized(chunks_, tag_);
  tag_.clear();
}

void for_each_chunk(std::string_view chunks,
                    const std::function<void(std::uint32_t first, std::string_view tag)>& take) {
  const char* at = chunks.data();
  const char* const end = at + chunks.size();
  while (at != end) {
    const auto first = static_cast<std::uint32_t>(take_varint(at));
    const std::size_t size = take_varint(at);
    take(first, {at, size});
    at += size;
  }
}

}  // namespace nsearch::indexer::glass
