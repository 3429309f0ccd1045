// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner_dates.h"

#include <chrono>
#include <string>

#include "nsearch/document.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

// A double holds these, and no date is beyond them. An open end needs a bound: a value that is absent sorts
// first.
constexpr std::int64_t dawn = -(std::int64_t{1} << 52);
constexpr std::int64_t dusk = std::int64_t{1} << 52;

enum class Precision { year, month, day, second };

Precision precision_of(std::string_view text, const Timestamp& time) {
  if (time.has_time) return Precision::second;
  if (text.size() == 4) return Precision::year;
  return text.size() == 7 ? Precision::month : Precision::day;
}

std::int64_t seconds(sys_days day) {
  return sys_seconds(day).time_since_epoch().count();
}

std::chrono::year_month_day calendar_day(std::int64_t time) {
  return std::chrono::floor<days>(sys_seconds(std::chrono::seconds(time)));
}

std::int64_t last_second(const Timestamp& time, Precision precision) {
  const std::chrono::year_month_day day = calendar_day(time.seconds);
  switch (precision) {
    case Precision::year:
      return seconds((day.year() + std::chrono::years(1)) / 1 / 1) - 1;
    case Precision::month:
      return seconds(sys_days((day.year() / day.month() + std::chrono::months(1)) / 1)) - 1;
    case Precision::day:
      return time.seconds + 86399;
    case Precision::second:
      break;
  }
  return time.seconds;
}

Xapian::Query in_range(std::int64_t first, std::int64_t last) {
  return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, schema::slot_date,
                       Xapian::sortable_serialise(static_cast<double>(first)),
                       Xapian::sortable_serialise(static_cast<double>(last)));
}

/// "2025-03-13", "2025-03" or "2025" without their hyphens.
std::string digits_of(const std::string& iso, std::size_t length) {
  std::string digits;
  for (const char c : iso.substr(0, length)) {
    if (c != '-') digits += c;
  }
  return digits;
}

std::optional<Xapian::Query> one_date(std::string_view text) {
  const std::optional<Timestamp> time = parse_date(text);
  if (!time) return std::nullopt;
  const std::string iso = format_date(*time);
  switch (precision_of(text, *time)) {
    case Precision::year:
      return Xapian::Query(schema::bounded_term(schema::prefix::year, digits_of(iso, 4)));
    case Precision::month:
      return Xapian::Query(schema::bounded_term(schema::prefix::month, digits_of(iso, 7)));
    case Precision::day:
      return Xapian::Query(schema::bounded_term(schema::prefix::day, digits_of(iso, 10)));
    case Precision::second:
      break;
  }
  return in_range(time->seconds, time->seconds);
}

std::optional<Xapian::Query> compared(std::string_view text) {
  const bool or_equal = text.size() > 1 && text[1] == '=';
  const std::optional<TimeRange> range = time_range(text.substr(or_equal ? 2 : 1));
  if (!range) return std::nullopt;
  if (text[0] == '>') return in_range(or_equal ? range->first : range->last + 1, dusk);
  return in_range(dawn, or_equal ? range->last : range->first - 1);
}

}  // namespace

std::optional<TimeRange> time_range(std::string_view text) {
  const std::optional<Timestamp> time = parse_date(text);
  if (!time) return std::nullopt;
  return TimeRange{time->seconds, last_second(*time, precision_of(text, *time))};
}

std::optional<Xapian::Query> date_query(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text[0] == '>' || text[0] == '<') return compared(text);
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return one_date(text);
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  if (from.empty() && to.empty()) return std::nullopt;
  const std::optional<TimeRange> first = from.empty() ? TimeRange{dawn, dawn} : time_range(from);
  const std::optional<TimeRange> last = to.empty() ? TimeRange{dusk, dusk} : time_range(to);
  if (!first || !last || first->first > last->last) return std::nullopt;
  return in_range(first->first, last->last);
}

}  // namespace nsearch::searcher
