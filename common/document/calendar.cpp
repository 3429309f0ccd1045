// SPDX-License-Identifier: GPL-2.0-or-later
#include "document/calendar.h"

#include <algorithm>
#include <chrono>

namespace nsearch {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t seconds_of(year_month_day day) {
  return std::int64_t{sys_days(day).time_since_epoch().count()} * seconds_per_day;
}

using std::chrono::year;
constexpr std::int64_t first_second = seconds_of(year(min_year) / 1 / 1);
constexpr std::int64_t last_second = seconds_of(year(max_year) / 12 / 31) + seconds_per_day - 1;

}  // namespace

bool in_calendar(std::int64_t seconds) noexcept {
  return first_second <= seconds && seconds <= last_second;
}

DateParts date_parts(const Timestamp& time) noexcept {
  const std::chrono::seconds since_epoch(std::clamp(time.seconds, first_second, last_second));
  const year_month_day day(std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(since_epoch)));
  return {static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())};
}

std::optional<std::int64_t> midnight(const DateParts& day) noexcept {
  if (day.year < min_year || day.year > max_year || day.month > 12 || day.day > 31) {
    return std::nullopt;
  }
  const year_month_day date(year(day.year), std::chrono::month(day.month), std::chrono::day(day.day));
  if (!date.ok()) {
    return std::nullopt;
  }
  return seconds_of(date);
}

}  // namespace nsearch
