// SPDX-License-Identifier: GPL-2.0-or-later
// Dates as people write them: words and figures in any order, each part once.
#include "document/written_date.h"

#include <string>
#include <utility>

#include "document/date_text.h"
#include "document/date_words.h"
#include "storage/index_schema.h"

namespace nsearch {
namespace {

constexpr std::size_t longest_date = 120;

/// Which of two numbers is the day where both might be.
enum class Order { unknown, day_first, month_first };

Order order_in(std::string_view language) {
  const std::string tag = schema::fold_name(language);
  if (tag == "en-us" || tag == "en_us") return Order::month_first;
  return tag.empty() || tag == "en" || tag == "und" ? Order::unknown : Order::day_first;
}

/// Reads one folded text.
class WrittenDateParser {
 public:
  WrittenDateParser(std::string_view text, std::string_view language)
      : text_(text), order_(order_in(language)) {}

  std::optional<WrittenDate> read() {
    while (text_.ok() && skip_separators()) read_part();
    settle_short_year();
    const DateParts& day = date_.day;
    text_.require(day.year > 0 && day.month != 0 && (!date_.second || day.day != 0));
    if (!text_.ok()) return std::nullopt;
    if (zone_unclear_) date_.second.reset();
    if (!date_.second) date_.zone.reset();
    return date_;
  }

 private:
  bool has_day() const { return date_.day.day != 0 && date_.day.month != 0; }

  bool at_separator() const {
    constexpr std::string_view separators = " ,.;:()|/";
    if (text_.at(0) == '-') return !(date_.second && DateText::is_digit(text_.at(1)));
    return separators.find(text_.at(0)) != separators.npos;
  }

  /// False at the end.
  bool skip_separators() {
    while (!text_.at_end() && at_separator()) {
      // A comment after the zone repeats it in words (RFC 5322, 3.2.2).
      if (text_.at(0) == '(' && date_.zone)
        text_.go_past(')');
      else
        text_.skip(1);
    }
    return !text_.at_end();
  }

  void read_part() {
    if (DateText::is_letter(text_.at(0))) {
      read_word(text_.take_word());
    } else if (!DateText::is_digit(text_.at(0))) {
      text_.require(!date_.zone);
      read_offset();
    } else if (!read_figures()) {
      if (const auto second = take_time(text_, has_day())) {
        text_.require(!date_.second);
        date_.second = second;
      } else {
        read_number();
      }
    }
  }

  /// "2025/03/13", "13.03.2025".
  bool read_figures() {
    const std::size_t begin = text_.here();
    const std::optional<int> first = text_.take_number(4);
    const std::size_t first_digits = text_.here() - begin;
    const std::optional<int> second = first ? take_next_figure(text_.at(0), 2) : std::nullopt;
    const std::optional<int> third = second ? take_next_figure(text_.at(0), 4) : std::nullopt;
    if (!third || text_.at(0) == separator_) {
      text_.go_to(begin);
      return false;
    }
    text_.require(date_.day.year == 0 && date_.day.month == 0 && date_.day.day == 0);
    if (first_digits == 4) {
      date_.day = {*first, static_cast<unsigned>(*second), static_cast<unsigned>(*third)};
      if (text_.at(0) == 't' && DateText::is_digit(text_.at(1))) text_.skip(1);
    } else {
      text_.require(first_digits <= 2 && third_digits_ == 4);
      set_day(*first, *second, *third);
    }
    text_.require(has_day() && date_.day.month <= 12);
    return true;
  }

  /// The number after a separator, which must be the same both times.
  std::optional<int> take_next_figure(char separator, std::size_t most) {
    const bool begun = most == 4;
    if (begun ? separator != separator_ : separator != '/' && separator != '-' && separator != '.') {
      return std::nullopt;
    }
    separator_ = separator;
    text_.skip(1);
    const std::size_t begin = text_.here();
    const std::optional<int> number = text_.take_number(most);
    third_digits_ = text_.here() - begin;
    return number;
  }

  void set_day(int first, int second, int year) {
    bool month_first = second > 12;
    if (first <= 12 && second <= 12 && first != second && separator_ != '.') {
      text_.require(order_ != Order::unknown);
      month_first = order_ == Order::month_first;
    }
    if (month_first) std::swap(first, second);
    date_.day = {year, static_cast<unsigned>(second), static_cast<unsigned>(first)};
  }

  void read_number() {
    const std::size_t begin = text_.here();
    const int number = text_.take_number(4).value_or(-1);
    const std::size_t digits = text_.here() - begin;
    text_.require(number >= 0 && digits != 3);
    if (digits == 4) {
      text_.require(date_.day.year == 0 && short_year_ < 0);
      date_.day.year = number;
    } else if (date_.day.day == 0) {
      text_.require(number > 0);
      date_.day.day = static_cast<unsigned>(number);
      const std::size_t ending = text_.here();
      if (!is_ordinal_ending(text_.take_word())) text_.go_to(ending);
    } else {
      text_.require(short_year_ < 0 && digits == 2);
      short_year_ = number;
    }
  }

  void read_word(std::string_view word) {
    if (const unsigned month = month_named(word)) {
      text_.require(date_.day.month == 0 || maybe_tuesday_);
      maybe_tuesday_ = word == "mar" && date_.day.month == 0;
      date_.day.month = month;
    } else if (is_update_word(word) && has_day() && date_.day.year != 0) {
      text_.go_to_end();
    } else if (const auto zone = date_.second && !date_.zone ? zone_named(word) : std::nullopt) {
      date_.zone = zone->offset.value_or(0);
      zone_unclear_ = !zone->offset;
      if ((text_.at(0) == '+' || text_.at(0) == '-') && zone->offset == 0) read_offset();
    } else {
      text_.require(is_weekday(word) || is_date_filler(word) || is_update_word(word) ||
                    (date_.zone && zone_named(word)));
    }
  }

  void read_offset() {
    text_.require(date_.second.has_value());
    date_.zone = take_offset(text_);
  }

  /// A year of two digits is one only in mail headers, where a time and its zone follow (RFC 5322, 4.3).
  void settle_short_year() {
    if (short_year_ < 0) return;
    text_.require(date_.second && date_.zone && date_.day.year == 0);
    date_.day.year = short_year_ + (short_year_ < 50 ? 2000 : 1900);
  }

  DateText text_;
  Order order_;
  WrittenDate date_;
  char separator_ = '\0';         ///< of figures
  std::size_t third_digits_ = 0;  ///< of the last figure
  int short_year_ = -1;
  bool maybe_tuesday_ = false;  ///< the month is "mar", which may yet be mardi
  bool zone_unclear_ = false;
};

/// Folded; dashes and dots that typographers use become spaces.
std::string plain(std::string_view text) {
  std::string folded = schema::fold_name(text);
  for (const std::string_view mark : {"–", "—", "·", "•", "’", "\u200e", "\u200f"}) {
    for (std::size_t at = 0; (at = folded.find(mark, at)) != folded.npos;)
      folded.replace(at, mark.size(), " ");
  }
  return folded;
}

}  // namespace

std::optional<WrittenDate> read_written_date(std::string_view text, std::string_view language) {
  if (const auto iso = read_iso_date(text)) return iso;
  if (text.size() > longest_date) return std::nullopt;
  const std::string folded = plain(text);
  return WrittenDateParser(folded, language).read();
}

std::optional<Timestamp> parse_written_date(std::string_view text, std::string_view language) {
  const auto date = read_written_date(text, language);
  return date ? to_timestamp(*date) : std::nullopt;
}

}  // namespace nsearch
