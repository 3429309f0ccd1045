// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/line_reader.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#include "nsearch/error.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t chunk = 64 * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

LineReader::LineReader(ByteSource& source, std::uint64_t max_line)
    : source_(source), max_line_(max_line), buffer_(nullptr, std::free) {
  grow(chunk);
}

bool LineReader::next(Line& line) {
  line = Line{};
  line.number = ++number_;
  try {
    if (number_ == 1) skip_byte_order_mark();
    line.offset = offset_;
    return complete(line);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::corrupt) throw;
    line.offset = offset_ + (filled_ - begin_);
    line.state = Line::State::damaged;
    line.reason = error.what();
    begin_ = searched_ = filled_;
    ended_ = true;
    return true;
  }
}

void LineReader::skip_byte_order_mark() {
  if (source_.peek().substr(0, byte_order_mark.size()) != byte_order_mark) return;
  char mark[byte_order_mark.size()];
  while (offset_ < sizeof mark) {
    const std::size_t count = source_.read(mark, sizeof mark - offset_);
    if (count == 0) break;
    offset_ += count;
  }
}

bool LineReader::complete(Line& line) {
  while (!find_line_end()) {
    if (searched_ - begin_ > max_line_ + 1) count_off(line);  // + 1: a carriage return may be the last
    if (!fetch()) break;
  }
  if (line.size == 0 && begin_ == filled_) return false;
  give(line);
  return true;
}

/// Moves searched_ to the line break that ends the line, or to the end of what is there.
bool LineReader::find_line_end() {
  const void* found = std::memchr(buffer_.get() + searched_, '\n', filled_ - searched_);
  searched_ = found == nullptr ? filled_ : static_cast<const char*>(found) - buffer_.get();
  return found != nullptr;
}

bool LineReader::fetch() {
  if (ended_) return false;
  make_room();
  const std::size_t count = source_.read(buffer_.get() + filled_, capacity_ - filled_);
  filled_ += count;
  ended_ = count == 0;
  return !ended_;
}

void LineReader::make_room() {
  if (begin_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, filled_ - begin_);
    filled_ -= begin_;
    searched_ -= begin_;
    begin_ = 0;
  }
  if (filled_ < capacity_) return;
  // No further than what a line may have: one that is longer is counted off by then.
  const std::uint64_t left = max_line_ - std::min<std::uint64_t>(max_line_, filled_);
  grow(filled_ + std::max<std::size_t>(chunk, std::min<std::uint64_t>(filled_, left)));
}

void LineReader::grow(std::size_t capacity) {
  void* const larger = std::realloc(buffer_.get(), capacity + line_padding);
  if (!larger) throw std::bad_alloc();
  buffer_.release();
  buffer_.reset(static_cast<char*>(larger));
  capacity_ = capacity;
}

/// Counts what is there of a line that is too long, and forgets it.
void LineReader::count_off(Line& line) {
  line.state = Line::State::too_long;
  last_counted_ = buffer_.get()[filled_ - 1];
  line.size += filled_ - begin_;
  offset_ += filled_ - begin_;
  begin_ = searched_ = filled_ = 0;
}

/// The line is [begin_, searched_), or the last piece of one that is counted off.
void LineReader::give(Line& line) {
  line.size += searched_ - begin_;
  const char last = searched_ > begin_ ? buffer_.get()[searched_ - 1] : last_counted_;
  if (line.size > 0 && last == '\r') --line.size;
  last_counted_ = '\0';
  if (line.size > max_line_) line.state = Line::State::too_long;
  if (line.state == Line::State::text) line.data = buffer_.get() + begin_;
  const std::size_t past = std::min(searched_ + 1, filled_);  // the last line may lack its break
  offset_ += past - begin_;
  begin_ = searched_ = past;
}

}  // namespace nsearch::indexer
