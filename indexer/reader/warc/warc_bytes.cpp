// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/warc/warc_bytes.h"

#include <algorithm>

namespace nsearch::indexer {
namespace {

constexpr std::size_t chunk = 64 * 1024;

}  // namespace

WarcBytes::WarcBytes(ByteSource& source) : source_(source), buffer_(chunk) {}

/// At least one byte, except at the end.
std::string_view WarcBytes::available() {
  if (begin_ == end_) {
    begin_ = 0;
    end_ = 0;
    end_ = source_.read(buffer_.data(), buffer_.size());
  }
  return {buffer_.data() + begin_, end_ - begin_};
}

void WarcBytes::take(std::size_t count) {
  begin_ += count;
  offset_ += count;
}

bool WarcBytes::read_line(std::string& line, std::size_t most) {
  line.clear();
  bool any = false;
  for (std::string_view bytes = available(); !bytes.empty(); bytes = available()) {
    any = true;
    const std::size_t end = bytes.find('\n');
    const std::string_view part = bytes.substr(0, end);
    line.append(part.substr(0, most - std::min(most, line.size())));
    take(end == bytes.npos ? bytes.size() : end + 1);
    if (end != bytes.npos) break;
  }
  if (line.ends_with('\r')) line.pop_back();
  return any;
}

std::uint64_t WarcBytes::read(std::string& bytes, std::uint64_t count) {
  std::uint64_t left = count;
  while (left > 0) {
    const std::string_view have = available();
    if (have.empty()) break;
    const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(left, have.size()));
    bytes.append(have.substr(0, part));
    take(part);
    left -= part;
  }
  return count - left;
}

std::uint64_t WarcBytes::skip(std::uint64_t count) {
  std::uint64_t left = count;
  while (left > 0) {
    const std::string_view have = available();
    if (have.empty()) break;
    const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(left, have.size()));
    take(part);
    left -= part;
  }
  return count - left;
}

}  // namespace nsearch::indexer
