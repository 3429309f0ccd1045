// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "reader/byte_source.h"

namespace nsearch::indexer {

/// One line of an input, or why there is none.
struct Line {
  enum class State {
    text,      ///< `data`, `size`
    too_long,  ///< longer than the bound: only `size` is known
    damaged    ///< the input is corrupt from here on: `reason`; the last of the lines
  };
  State state = State::text;
  char* data = nullptr;      ///< of a text; may be changed in place; `line_padding` readable bytes follow
  std::uint64_t size = 0;    ///< in bytes, without the line break
  std::uint64_t number = 0;  ///< from 1
  std::uint64_t offset = 0;  ///< of its first byte in the (decompressed) input
  std::string reason;

  /// Empty where there is none.
  std::string_view text() const {
    return data == nullptr ? std::string_view() : std::string_view(data, static_cast<std::size_t>(size));
  }
};

/// Bytes that may be read, whatever they hold, after each line: what parsers that work in wide steps ask for.
inline constexpr std::size_t line_padding = 64;

inline constexpr std::uint64_t max_line_bytes = 64 * 1024 * 1024;

/// Cuts a source into lines. LF and CRLF end a line; the last may lack it. A UTF-8 byte order mark at the
/// beginning of the input is passed over. Holds one line (at most `max_line` bytes) and 128 KiB.
class LineReader {
 public:
  explicit LineReader(ByteSource& source, std::uint64_t max_line = max_line_bytes);

  /// The next line into `line`, whose data lives until the next call; false at the end. Throws Error(io) of
  /// the source.
  bool next(Line& line);

 private:
  void skip_byte_order_mark();
  bool complete(Line& line);
  bool find_line_end();
  bool fetch();
  void make_room();
  void grow(std::size_t capacity);
  void count_off(Line& line);
  void give(Line& line);

  ByteSource& source_;
  const std::uint64_t max_line_;
  std::unique_ptr<char, void (*)(void*)> buffer_;  ///< of malloc(), which moves large blocks without copying
  std::size_t capacity_ = 0;                       ///< `line_padding` more are there
  std::size_t begin_ = 0;                          ///< of the line
  std::size_t searched_ = 0;                       ///< no line break in [begin_, searched_)
  std::size_t filled_ = 0;
  std::uint64_t offset_ = 0;  ///< in the input, of begin_
  std::uint64_t number_ = 0;
  char last_counted_ = '\0';  ///< the last byte of the line that was counted off
  bool ended_ = false;
};

}  // namespace nsearch::indexer
