// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/periods.h"

#include <catch2/catch.hpp>

#include "nsearch/document.h"

using nsearch::parse_date;
using nsearch::TimelineStep;
using namespace nsearch::searcher;

namespace {

std::string name_at(const std::string& date, TimelineStep step) {
  return period_name(period_of(parse_date(date)->seconds, step), step);
}

}  // namespace

TEST_CASE("Periods are named after the calendar") {
  CHECK(name_at("2025-03-13T23:59:59Z", TimelineStep::day) == "2025-03-13");
  CHECK(name_at("2025-03-13", TimelineStep::month) == "2025-03");
  CHECK(name_at("2025-03-13", TimelineStep::year) == "2025");
  CHECK(name_at("1969-12-31T23:59:59Z", TimelineStep::day) == "1969-12-31");
  CHECK(name_at("1969-12-31", TimelineStep::month) == "1969-12");
  CHECK(name_at("0001-01-01", TimelineStep::year) == "0001");
}

TEST_CASE("Weeks are those of ISO 8601, at the turn of the year too") {
  const std::pair<const char*, const char*> weeks[] = {
      {"2025-03-13", "2025-W11"}, {"2021-01-03", "2020-W53"}, {"2021-01-04", "2021-W01"},
      {"2024-12-29", "2024-W52"}, {"2024-12-30", "2025-W01"}, {"2026-01-01", "2026-W01"},
      {"2027-01-03", "2026-W53"}, {"1970-01-01", "1970-W01"}, {"1969-12-28", "1969-W52"}};
  for (const auto& [date, week] : weeks) CHECK(name_at(date, TimelineStep::week) == week);
}

TEST_CASE("Periods follow each other without gaps") {
  const auto step = GENERATE(TimelineStep::day, TimelineStep::week, TimelineStep::month, TimelineStep::year);
  std::int64_t before = period_of(-20000 * 86400LL - 1, step);
  for (std::int64_t day = -20000; day < 40000; ++day) {
    const std::int64_t period = period_of(day * 86400, step);
    REQUIRE((period == before || period == before + 1));
    REQUIRE(period_of(day * 86400 + 86399, step) == period);
    if (period != before) {
      REQUIRE(begin_day(period, step) == day);
      REQUIRE(period_of(parse_date(first_day(period, step))->seconds, TimelineStep::day) == day);
      REQUIRE(period_of(parse_date(last_day(before, step))->seconds, TimelineStep::day) == day - 1);
    }
    before = period;
  }
}
