// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/periods.h"

#include <chrono>
#include <cstdio>

namespace nsearch::searcher {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

// 1970-01-01 was a Thursday: week 0 begins three days earlier.
constexpr std::int64_t first_monday = -3;

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

year_month_day calendar(std::int64_t day) {
  return sys_days(days(day));
}

std::int64_t number(year_month_day date) {
  return sys_days(date).time_since_epoch().count();
}

std::int64_t year(year_month_day date) {
  return static_cast<int>(date.year());
}

std::int64_t month_number(year_month_day date) {
  return year(date) * 12 + static_cast<unsigned>(date.month()) - 1;
}

template <typename... Numbers>
std::string formatted(const char* format, Numbers... numbers) {
  char text[48];
  std::snprintf(text, sizeof text, format, numbers...);
  return text;
}

std::string day_name(std::int64_t day) {
  const year_month_day date = calendar(day);
  return formatted("%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                   static_cast<unsigned>(date.day()));
}

std::string week_name(std::int64_t monday) {
  const std::int64_t thursday = monday + 3;
  const std::int64_t in_year = year(calendar(thursday));
  const std::int64_t week = (thursday - begin_day(in_year, TimelineStep::year)) / 7 + 1;
  return formatted("%04d-W%02d", static_cast<int>(in_year), static_cast<int>(week));
}

}  // namespace

std::int64_t begin_day(std::int64_t period, TimelineStep step) {
  using std::chrono::January;
  switch (step) {
    case TimelineStep::day:
      break;
    case TimelineStep::week:
      return first_monday + 7 * period;
    case TimelineStep::month: {
      const auto in_year = std::chrono::year(static_cast<int>(floor_divide(period, 12)));
      return number(in_year / static_cast<int>(period - floor_divide(period, 12) * 12 + 1) / 1);
    }
    case TimelineStep::year:
      return number(std::chrono::year(static_cast<int>(period)) / January / 1);
  }
  return period;
}

std::int64_t period_of(std::int64_t seconds, TimelineStep step) {
  const std::int64_t day = floor_divide(seconds, 86400);
  switch (step) {
    case TimelineStep::day:
      break;
    case TimelineStep::week:
      return floor_divide(day - first_monday, 7);
    case TimelineStep::month:
      return month_number(calendar(day));
    case TimelineStep::year:
      return year(calendar(day));
  }
  return day;
}

std::string period_name(std::int64_t period, TimelineStep step) {
  const std::int64_t day = begin_day(period, step);
  switch (step) {
    case TimelineStep::day:
      break;
    case TimelineStep::week:
      return week_name(day);
    case TimelineStep::month:
      return day_name(day).substr(0, 7);
    case TimelineStep::year:
      return day_name(day).substr(0, 4);
  }
  return day_name(day);
}

std::string first_day(std::int64_t period, TimelineStep step) {
  return day_name(begin_day(period, step));
}

std::string last_day(std::int64_t period, TimelineStep step) {
  return day_name(begin_day(period + 1, step) - 1);
}

}  // namespace nsearch::searcher
