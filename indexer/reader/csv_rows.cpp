// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/csv_rows.h"

#include <algorithm>
#include <utility>

namespace nsearch::indexer {

bool CsvRows::more() {
  if (at_ < piece_.size()) return true;
  piece_offset_ += piece_.size();
  at_ = 0;
  piece_.clear();
  return source_.next(piece_);
}

bool CsvRows::next(CsvRow& row) {
  row = CsvRow{};
  field_.clear();
  row_bytes_ = 0;
  state_ = State::start;
  bool any = false;
  while (more()) {
    const char c = piece_[at_];
    if (std::exchange(after_return_, false) && c == '\n') {
      ++at_;
      continue;
    }
    if (!any) {
      row.line = line_;
      row.byte = source_.input_offset(piece_offset_ + at_);
      any = true;
    }
    ++at_;
    if (!take(c, row)) return true;
  }
  if (!any) return false;
  if (state_ == State::quoted) row.fault = "a quoted field that is not closed until the end of the input";
  if (row.fault.empty()) push_field(row);
  return true;
}

/// false: the row is complete.
bool CsvRows::take(char c, CsvRow& row) {
  const bool breaks = c == '\n' || c == '\r';
  if (c == '\n' || (c == '\r' && state_ != State::quoted)) ++line_;
  if (++row_bytes_ > max_row_bytes && row.fault.empty()) {
    row.fault = "the row is too long: at most " + std::to_string(max_row_bytes) + " bytes are taken";
    row.fields.clear();
    field_ = std::string();
  }
  if (state_ == State::quoted) {
    in_quotes(c);
    if (!row.fault.empty()) field_.clear();
    return true;
  }
  if (c == separator_ || breaks) {
    after_return_ = c == '\r';
    return end_field(c, row);
  }
  if (state_ == State::start && c == '"') {
    state_ = State::quoted;
    return true;
  }
  if (state_ == State::closed) {
    if (c == '"') {  // doubled
      field_ += '"';
      state_ = State::quoted;
      return true;
    }
    field_ = '"' + field_ + '"';
  }
  state_ = State::plain;
  if (row.fault.empty()) field_ += c;
  return true;
}

void CsvRows::in_quotes(char c) {
  if (c == '"') {
    state_ = State::closed;
  } else {
    field_ += c;
  }
}

bool CsvRows::end_field(char c, CsvRow& row) {
  if (row.fault.empty()) push_field(row);
  state_ = State::start;
  return c == separator_;
}

void CsvRows::push_field(CsvRow& row) {
  row.fields.push_back(std::move(field_));
  field_.clear();
  if (row.fields.size() <= max_row_fields) return;
  row.fields.clear();
  row.fault = "more than " + std::to_string(max_row_fields) + " fields";
}

char find_separator(std::string_view header) {
  constexpr std::string_view separators = ",;\t|";
  char best = ',';
  std::size_t most = 0;
  for (const char separator : separators) {
    std::size_t found = 0;
    bool quoted = false;
    for (const char c : header) {
      if (c == '"') quoted = !quoted;
      if (c == separator && !quoted) ++found;
    }
    if (found > most) {
      best = separator;
      most = found;
    }
  }
  return best;
}

}  // namespace nsearch::indexer
