// SPDX-License-Identifier: GPL-2.0-or-later
#include "document/calendar.h"

#include <catch2/catch.hpp>
#include <ctime>

using namespace nsearch;

namespace {

std::tuple<int, unsigned, unsigned> tuple_of(const DateParts& day) {
  return {day.year, day.month, day.day};
}

/// The C library's idea of a day: an independent implementation.
DateParts day_by_library(std::int64_t seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm broken{};
  gmtime_r(&time, &broken);
  return {broken.tm_year + 1900, static_cast<unsigned>(broken.tm_mon + 1),
          static_cast<unsigned>(broken.tm_mday)};
}

}  // namespace

TEST_CASE("every day of ten thousand years has the parts that the C library gives it") {
  std::int64_t at = midnight({min_year, 1, 1}).value();
  const std::int64_t end = midnight({max_year, 12, 31}).value();
  std::int64_t wrong = 0;
  for (std::int64_t n = 0; at <= end; at += seconds_per_day, ++n) {
    const DateParts day = date_parts({at + n % seconds_per_day, true});
    if (tuple_of(day) != tuple_of(day_by_library(at)) || midnight(day) != at) {
      ++wrong;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("a day ends with its last second, before 1970 too") {
  CHECK(tuple_of(date_parts({-1, true})) == std::tuple(1969, 12u, 31u));
  CHECK(tuple_of(date_parts({0, true})) == std::tuple(1970, 1u, 1u));
  CHECK(tuple_of(date_parts({seconds_per_day - 1, true})) == std::tuple(1970, 1u, 1u));
  CHECK(tuple_of(date_parts({seconds_per_day, true})) == std::tuple(1970, 1u, 2u));
}

TEST_CASE("a time outside the calendar counts as its first or last day") {
  CHECK(tuple_of(date_parts({INT64_MIN, true})) == std::tuple(1, 1u, 1u));
  CHECK(tuple_of(date_parts({INT64_MAX, true})) == std::tuple(9999, 12u, 31u));
  CHECK_FALSE(in_calendar(INT64_MIN));
  CHECK_FALSE(in_calendar(INT64_MAX));
}

TEST_CASE("days that no calendar has included have no midnight") {
  CHECK_FALSE(midnight({2025, 2, 29}));
  CHECK_FALSE(midnight({2025, 0, 1}));
  CHECK_FALSE(midnight({2025, 13, 1}));
  CHECK_FALSE(midnight({2025, 1, 0}));
  CHECK_FALSE(midnight({2025, 1, 257}));
  CHECK_FALSE(midnight({0, 12, 31}));
  CHECK_FALSE(midnight({10'000, 1, 1}));
  CHECK(midnight({2024, 2, 29}) == 1'709'164'800);
}
