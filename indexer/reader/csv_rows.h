// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reader/decoded_source.h"

namespace nsearch::indexer {

/// At most so many bytes in one row, and so many fields.
inline constexpr std::size_t max_row_bytes = 64 * 1024 * 1024;
inline constexpr std::size_t max_row_fields = 10'000;

struct CsvRow {
  std::vector<std::string> fields;
  std::uint64_t line = 0;  ///< where it begins, from 1
  std::uint64_t byte = 0;  ///< the same in the input
  std::string fault;       ///< not empty: why it has no fields
};

/// Cuts a table into rows (RFC 4180): a field that begins with a double quote goes to the next one, over line breaks, and has
/// its quotes doubled. Where text follows the second quote, the quotes are the field's own. LF, CRLF and CR end a row. Holds
/// one row.
class CsvRows {
 public:
  CsvRows(DecodedSource& source, char separator) : source_(source), separator_(separator) {}

  /// The next row; false at the end. Throws as DecodedSource::next().
  bool next(CsvRow& row);

 private:
  enum class State { start, plain, quoted, closed };

  bool take(char c, CsvRow& row);
  void in_quotes(char c);
  bool end_field(char c, CsvRow& row);
  void push_field(CsvRow& row);
  bool more();

  DecodedSource& source_;
  const char separator_;
  std::string piece_;
  std::size_t at_ = 0;
  std::uint64_t piece_offset_ = 0;
  std::uint64_t line_ = 1;
  std::string field_;
  std::size_t row_bytes_ = 0;
  State state_ = State::start;
  bool after_return_ = false;  ///< a CR ended a row: an LF belongs to it
};

/// The character that most likely separates the names in a header line: a comma, a semicolon, a tab or a bar.
char find_separator(std::string_view header);

}  // namespace nsearch::indexer
