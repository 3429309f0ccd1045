// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/warc/warc_records.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace nsearch::indexer {
namespace {

constexpr std::size_t longest_line = 64 * 1024;
constexpr std::size_t largest_head = 256 * 1024;

bool is_version(std::string_view line) {
  return line.starts_with("WARC/1.") || line.starts_with("WARC/0.");
}

/// Of at most 2^62; false: none.
bool read_length(std::string_view text, std::uint64_t& length) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  return error == std::errc() && end == text.data() + text.size() && length >> 62 == 0;
}

}  // namespace

WarcRecords::Next WarcRecords::next() {
  if (left_ > 0) {
    const std::uint64_t passed = bytes_.skip(left_);
    cut_short_ = cut_short_ || passed < left_;
    left_ = 0;
  }
  if (cut_short_ && !told_) {
    told_ = true;
    return damaged("cut short: the record should have " + std::to_string(record_.length) + " bytes");
  }
  if (at_version_) {
    record_.offset = next_offset_;
  } else {
    do {
      record_.offset = bytes_.offset();
      if (!bytes_.read_line(line_, longest_line)) return Next::end;
    } while (line_.empty());
  }
  ++record_.number;
  record_.fields = {};
  record_.length = 0;
  if (!at_version_ && !is_version(line_)) return damaged("no WARC record begins here");
  at_version_ = false;
  return read_head();
}

/// Goes on to the next line that looks like a record's first.
WarcRecords::Next WarcRecords::damaged(std::string reason) {
  reason_ = std::move(reason);
  at_version_ = false;
  while (!cut_short_ && !at_version_) {
    const std::uint64_t offset = bytes_.offset();
    if (!bytes_.read_line(line_, longest_line)) break;
    if (!is_version(line_)) continue;
    at_version_ = true;
    next_offset_ = offset;
  }
  return Next::damaged;
}

WarcRecords::Next WarcRecords::read_head() {
  std::string lines;
  if (!read_fields(lines)) return damaged("the record's head is cut short, or longer than 256 KiB");
  record_.fields = HeaderFields(lines);
  const std::string_view length = record_.fields.value("Content-Length");
  if (!read_length(length, record_.length))
    return damaged("the record has no Content-Length, or none that can be read");
  left_ = record_.length;
  return Next::record;
}

bool WarcRecords::read_fields(std::string& lines) {
  while (lines.size() <= largest_head) {
    if (!bytes_.read_line(line_, longest_line)) return false;
    if (line_.empty()) return true;
    lines.append(line_).append(1, '\n');
  }
  return false;
}

void WarcRecords::read_block(std::string& bytes, std::uint64_t count) {
  const std::uint64_t wanted = std::min(count, left_);
  const std::uint64_t got = bytes_.read(bytes, wanted);
  left_ -= got;
  if (got == wanted) return;
  cut_short_ = true;
  left_ = 0;
}

}  // namespace nsearch::indexer
