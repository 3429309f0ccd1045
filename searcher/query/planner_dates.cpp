// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner_dates.h"

#include <chrono>

#include "document/written_date.h"
#include "query/day_name.h"
#include "query/diagnostic.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using std::chrono::years;

// A double holds these, and no date is beyond them. An open end needs a bound: a value that is absent sorts
// first.
constexpr std::int64_t dawn = -(std::int64_t{1} << 52);
constexpr std::int64_t dusk = std::int64_t{1} << 52;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

year_month_day to_chrono(const DateParts& day) {
  return std::chrono::year(day.year) / std::chrono::month(day.month) / std::chrono::day(day.day);
}

DateParts to_parts(year_month_day day) {
  return {int(day.year()), unsigned(day.month()), unsigned(day.day())};
}

/// The calendar's last day counts as a range's end, so that what lies beyond needs no care.
std::int64_t end_of(year_month_day last, const Clock& clock) {
  const DateParts next = to_parts(sys_days(last) + days(1));
  return next.year > max_year ? dusk : clock.zone.start_of(next) - 1;
}

TimeRange whole_days(year_month_day first, year_month_day last, const Clock& clock) {
  return {clock.zone.start_of(to_parts(first)), end_of(last, clock)};
}

/// A year, month or day, as far as it is named.
std::optional<TimeRange> calendar_range(const DateParts& date, const Clock& clock) {
  const year_month_day first =
      to_chrono({date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day});
  if (date.year < min_year || date.year > max_year || !first.ok()) return std::nullopt;
  if (date.day > 0) return whole_days(first, first, clock);
  const auto next = date.month > 0 ? first + months(1) : first + years(1);
  return whole_days(first, sys_days(next) - days(1), clock);
}

/// A second, or what calendar_range() gives.
std::optional<TimeRange> written_range(const WrittenDate& date, const Clock& clock) {
  if (!date.second) return calendar_range(date.day, clock);
  const std::optional<Timestamp> time = to_timestamp(date);
  if (!time) return std::nullopt;
  const std::int64_t second = date.zone ? time->seconds : clock.zone.from_local(time->seconds);
  return TimeRange{second, second};
}

/// "3d": so many days, weeks, months or years up to and with today.
std::optional<TimeRange> last_days(std::string_view text, const Clock& clock) {
  constexpr std::size_t most_digits = 4;
  if (text.size() < 2 || text.size() > most_digits + 1) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(0, text.size() - 1)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  const year_month_day today = to_chrono(clock.zone.day_of(clock.now));
  sys_days before = today;
  switch (text.back()) {
    case 'd':
      before -= days(number);
      break;
    case 'w':
      before -= days(7 * number);
      break;
    case 'm':
    case 'y': {
      const year_month_day moved = text.back() == 'm' ? today - months(number) : today - years(number);
      before = moved.ok() ? sys_days(moved) : sys_days(moved.year() / moved.month() / std::chrono::last);
      break;
    }
    default:
      return std::nullopt;
  }
  if (number == 0) return std::nullopt;
  const year_month_day first = before + days(1);
  if (int(first.year()) < min_year) return TimeRange{dawn, end_of(today, clock)};
  return whole_days(first, today, clock);
}

/// A year of four digits, and so on, without anything between.
std::string digits_of(const DateParts& date) {
  const std::string iso = format_date(
      {midnight({date.year, std::max(date.month, 1u), std::max(date.day, 1u)}).value_or(0), false});
  std::string digits = iso.substr(0, 4);
  if (date.month > 0) digits += iso.substr(5, 2);
  if (date.day > 0) digits += iso.substr(8, 2);
  return digits;
}

Xapian::Query in_range(std::int64_t first, std::int64_t last) {
  return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, schema::slot_date,
                       Xapian::sortable_serialise(static_cast<double>(first)),
                       Xapian::sortable_serialise(static_cast<double>(last)));
}

std::optional<Xapian::Query> date_term(std::string_view text, const Clock& clock) {
  if (!clock.zone.is_utc()) return std::nullopt;
  const std::optional<WrittenDate> date = read_written_date(text);
  if (!date || date->second || !calendar_range(date->day, clock)) return std::nullopt;
  const std::string_view prefix = date->day.day > 0     ? schema::prefix::day
                                  : date->day.month > 0 ? schema::prefix::month
                                                        : schema::prefix::year;
  return Xapian::Query(schema::bounded_term(prefix, digits_of(date->day)));
}

DateQuery no_date(std::string_view text) {
  return {std::nullopt, "“" + shortened(text) + "” is no date and no range of dates",
          "2025, 2025-03, 2025-03-13, \"13 mars 2025\", today, 3d (the last three days), 2025-01..2025-03 or "
          ">=2025-03-13"};
}

DateQuery compared(std::string_view text, const Clock& clock) {
  const bool or_equal = text.size() > 1 && text[1] == '=';
  const std::optional<TimeRange> range = time_range(text.substr(or_equal ? 2 : 1), clock);
  if (!range) return no_date(text);
  if (text[0] == '>') return {in_range(or_equal ? range->first : range->last + 1, dusk), {}, {}};
  return {in_range(dawn, or_equal ? range->last : range->first - 1), {}, {}};
}

}  // namespace

std::optional<TimeRange> time_range(std::string_view written, const Clock& clock) {
  const std::string_view text = trimmed(written);
  if (const auto back = read_day_name(text)) {
    const year_month_day day = sys_days(to_chrono(clock.zone.day_of(clock.now))) - days(*back);
    return whole_days(day, day, clock);
  }
  if (const auto range = last_days(text, clock)) return range;
  const auto date = read_written_date(text);
  return date ? written_range(*date, clock) : std::nullopt;
}

DateQuery date_query(std::string_view written, const Clock& clock) {
  const std::string_view text = trimmed(written);
  if (text.empty()) return no_date(text);
  if (text[0] == '>' || text[0] == '<') return compared(text, clock);
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    if (auto term = date_term(text, clock)) return {std::move(term), {}, {}};
    const auto range = time_range(text, clock);
    return range ? DateQuery{in_range(range->first, range->last), {}, {}} : no_date(text);
  }
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  if (from.empty() && to.empty()) return no_date(text);
  const std::optional<TimeRange> first = from.empty() ? TimeRange{dawn, dawn} : time_range(from, clock);
  const std::optional<TimeRange> last = to.empty() ? TimeRange{dusk, dusk} : time_range(to, clock);
  if (!first || !last) return no_date(first ? to : from);
  if (first->first > last->last)
    return {std::nullopt, "the range “" + shortened(text) + "” ends before it begins",
            "the earlier date first"};
  return {in_range(first->first, last->last), {}, {}};
}

}  // namespace nsearch::searcher
