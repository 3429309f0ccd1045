// SPDX-License-Identifier: GPL-2.0-or-later
// ISO 8601, strictly: what documents keep.
#include "document/written_date.h"

namespace nsearch {
namespace {

/// Reads a text from the left. Whatever doesn't fit leaves the cursor failed, and a failed one reads nothing
/// more.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  bool finished() const { return ok_ && rest_.empty(); }
  bool ok() const { return ok_; }

  /// Exactly `digits` ASCII digits, of a value from `low` to `high`.
  int number(std::size_t digits, int low, int high) {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (!next_is_digit()) {
        return fail();
      }
      value = value * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    return ok_ && low <= value && value <= high ? value : fail();
  }

  /// Takes the next character if it is one of `choices`.
  char take_any(std::string_view choices) {
    if (!ok_ || rest_.empty() || choices.find(rest_.front()) == choices.npos) {
      return '\0';
    }
    const char taken = rest_.front();
    rest_.remove_prefix(1);
    return taken;
  }

  void expect_any(std::string_view choices) {
    if (take_any(choices) == '\0') {
      fail();
    }
  }

  /// At least one digit; their value is not wanted.
  void skip_digits() {
    if (!next_is_digit()) {
      fail();
    }
    while (next_is_digit()) {
      rest_.remove_prefix(1);
    }
  }

  bool next_is_digit() const { return ok_ && !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; }

 private:
  int fail() {
    ok_ = false;
    return 0;
  }

  std::string_view rest_;
  bool ok_ = true;
};

/// ISO 8601 writes dates and times either with separators (extended) or without (basic), never mixed.
enum class Style { extended, basic };

/// The day as far as it is written.
DateParts read_day(Cursor& cursor, Style& style) {
  DateParts day{cursor.number(4, min_year, max_year), 0, 0};
  if (cursor.next_is_digit()) {
    style = Style::basic;
    day.month = static_cast<unsigned>(cursor.number(2, 1, 12));
    day.day = static_cast<unsigned>(cursor.number(2, 1, 31));
  } else if (cursor.take_any("-") != '\0') {
    day.month = static_cast<unsigned>(cursor.number(2, 1, 12));
    if (cursor.take_any("-") != '\0') day.day = static_cast<unsigned>(cursor.number(2, 1, 31));
  }
  return day;
}

/// "09:30", "09:30:15", "09:30:15.25" or the same without colons: seconds since midnight, fractions dropped.
int read_time_of_day(Cursor& cursor, Style style) {
  int seconds = cursor.number(2, 0, 23) * 3600;
  if (style == Style::extended) {
    cursor.expect_any(":");
  }
  seconds += cursor.number(2, 0, 59) * 60;
  const bool has_seconds = style == Style::extended ? cursor.take_any(":") != '\0' : cursor.next_is_digit();
  if (has_seconds) {
    seconds += cursor.number(2, 0, 59);
    if (cursor.take_any(".,") != '\0') {
      cursor.skip_digits();
    }
  }
  return seconds;
}

/// "Z", "+01:00", "+0100", "+01" or nothing: seconds east of Greenwich.
std::optional<int> read_zone(Cursor& cursor) {
  if (cursor.take_any("Zz") != '\0') {
    return 0;
  }
  const char sign = cursor.take_any("+-");
  if (sign == '\0') {
    return std::nullopt;
  }
  int offset = cursor.number(2, 0, 23) * 3600;
  if (cursor.take_any(":") != '\0' || cursor.next_is_digit()) {
    offset += cursor.number(2, 0, 59) * 60;
  }
  return sign == '-' ? -offset : offset;
}

}  // namespace

std::optional<WrittenDate> read_iso_date(std::string_view text) {
  Cursor cursor(text);
  Style style = Style::extended;
  WrittenDate date{read_day(cursor, style), {}, {}};
  // To a year or a month no time can be added.
  if (date.day.day != 0 && cursor.take_any("Tt ") != '\0') {
    date.second = read_time_of_day(cursor, style);
    date.zone = read_zone(cursor);
  }
  return cursor.finished() ? std::optional(date) : std::nullopt;
}

std::optional<Timestamp> to_timestamp(const WrittenDate& date) {
  const DateParts& day = date.day;
  const auto start = midnight({day.year, day.month == 0 ? 1 : day.month, day.day == 0 ? 1 : day.day});
  if (!start) {
    return std::nullopt;
  }
  const Timestamp time{*start + date.second.value_or(0) - date.zone.value_or(0), date.second.has_value()};
  return in_calendar(time.seconds) ? std::optional(time) : std::nullopt;
}

std::optional<Timestamp> parse_date(std::string_view text) {
  const auto date = read_iso_date(text);
  return date ? to_timestamp(*date) : std::nullopt;
}

}  // namespace nsearch
