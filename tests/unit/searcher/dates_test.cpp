// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "query/planner_dates.h"

using nsearch::searcher::Clock;
using nsearch::searcher::DateQuery;
using nsearch::searcher::TimeZone;

namespace {

constexpr std::int64_t day = 86400;
constexpr std::int64_t march_13 = 1741824000;  // 2025-03-13T00:00:00Z, a Thursday

/// "Now" is on 2025-03-13 at 23:30 UTC, when it is the 14th in Brussels.
Clock clock_in(const char* zone) {
  return {TimeZone::named(zone).value(), march_13 + day - 1800};
}

/// The range in days from 2025-03-13 on, in UTC: "0+1" is that day.
std::string days(const char* text) {
  const auto range = nsearch::searcher::time_range(text, clock_in(""));
  if (!range) return "none";
  return std::to_string((range->first - march_13) / day) + '+' +
         std::to_string((range->last - range->first + 1) / day);
}

std::string described(const char* text, const char* zone = "") {
  const DateQuery date = nsearch::searcher::date_query(text, clock_in(zone));
  return date.query ? date.query->get_description() : date.problem;
}

std::int64_t length(const char* text) {
  const auto range = nsearch::searcher::time_range(text, clock_in(""));
  return range ? range->last - range->first + 1 : 0;
}

}  // namespace

TEST_CASE("A date covers its year, month, day or second") {
  CHECK(length("2024") == 366 * day);
  CHECK(length("2025") == 365 * day);
  CHECK(length("9999") > 0);
  CHECK(length("2024-02") == 29 * day);
  CHECK(length("2025-12") == 31 * day);
  CHECK(length("2025-03-13") == day);
  CHECK(length("20250313") == day);
  CHECK(length("2025-03-13T09:30:00Z") == 1);
  CHECK(length("2025-13") == 0);
  CHECK(length("") == 0);
}

TEST_CASE("Dates are read as French, Dutch, English and German people write them") {
  for (const char* text :
       {"13 mars 2025", "13 maart 2025", "13 March 2025", "Mar 13,2025", "Mar 13, 2025", "March 13th, 2025",
        "jeudi 13 mars 2025", "donderdag 13 maart 2025", "Thu, 13 Mar 2025", "le 13 mars 2025",
        "13e mars 2025", "13. März 2025", "13/03/2025", "13-03-2025", "2025/03/13", "13.03.2025",
        "13 MARS 2025", "13  mrt. 2025", "the 13th of March 2025"}) {
    CAPTURE(text);
    CHECK(days(text) == "0+1");
  }
  for (const char* text : {"mars 2025", "maart 2025", "March 2025", "mrt 2025"})
    CHECK(days(text) == "-12+31");
  CHECK(days("1er août 2024") == "-224+1");
  CHECK(days("1 aout 2024") == days("1er août 2024"));
  CHECK(days("28 févr. 2025") == days("28 februari 2025"));
  CHECK(days("31 décembre 2024") == "-72+1");
  CHECK(days("14 juil. 2025") == days("14 juli 2025"));
  CHECK(days("14 juin 2025") == days("14 juni 2025"));
  for (const char* text :
       {"03/04/2025", "03-04-2025", "31 februari 2025", "0 mars 2025", "32 mars 2025", "13 mars", "mars",
        "13 mars 25", "mars 13 mars 2025", "13 nivôse 2025", "13 mars 20255"}) {
    CAPTURE(text);
    CHECK(days(text) == "none");
  }
}

TEST_CASE("Days are named from today on") {
  CHECK(days("today") == "0+1");
  CHECK(days("Aujourd'hui") == "0+1");
  CHECK(days("aujourd\u2019hui") == "0+1");
  CHECK(days("vandaag") == "0+1");
  CHECK(days("yesterday") == "-1+1");
  CHECK(days("hier") == "-1+1");
  CHECK(days("gisteren") == "-1+1");
  CHECK(days("heute") == "0+1");
  CHECK(days("gestern") == "-1+1");
  CHECK(days("1d") == "0+1");
  CHECK(days("3d") == "-2+3");
  CHECK(days("2w") == "-13+14");
  CHECK(days("1m") == "-27+28");  // 14 February to 13 March
  CHECK(days("1y") == "-364+365");
  for (const char* text : {"0d", "d", "3", "3x", "-3d", "3.5d", "99999d"}) CHECK(days(text) == "none");
  const auto all = nsearch::searcher::time_range("9999y", clock_in(""));
  REQUIRE(all);
  CHECK(all->first < -62135596800);
}

TEST_CASE("A month back from a month's last day is in the month before") {
  const Clock clock{TimeZone(), 1743379200};  // 2025-03-31
  const auto range = nsearch::searcher::time_range("1m", clock);
  REQUIRE(range);
  CHECK(range->first == 1740787200);  // 1 March: the day after 28 February
}

TEST_CASE("A day is a day in its time zone") {
  const auto today = nsearch::searcher::time_range("today", clock_in("Europe/Brussels"));
  REQUIRE(today);
  CHECK(today->first == march_13 + day - 3600);
  CHECK(today->last == march_13 + 2 * day - 3600 - 1);
  const auto spring = nsearch::searcher::time_range("2025-03-30", clock_in("Europe/Paris"));
  REQUIRE(spring);
  CHECK(spring->last - spring->first + 1 == 23 * 3600);
  const auto local = nsearch::searcher::time_range("2025-03-13 09:30", clock_in("America/New_York"));
  REQUIRE(local);
  CHECK(local->first == march_13 + 13 * 3600 + 1800);
  const auto zoned = nsearch::searcher::time_range("2025-03-13T09:30Z", clock_in("America/New_York"));
  REQUIRE(zoned);
  CHECK(zoned->first == march_13 + 9 * 3600 + 1800);
  const auto words = nsearch::searcher::time_range("13 mars 2025 à 9h30", clock_in("America/New_York"));
  REQUIRE(words);
  CHECK(words->first == local->first);
  const auto mail =
      nsearch::searcher::time_range("Thu, 13 Mar 2025 09:30:00 GMT", clock_in("America/New_York"));
  REQUIRE(mail);
  CHECK(mail->first == zoned->first);
  CHECK_FALSE(TimeZone::named("Europe/Nowhere"));
  CHECK(TimeZone::named("UTC")->is_utc());
  CHECK_FALSE(TimeZone::named("Europe/Brussels")->is_utc());
}

TEST_CASE("Whole years, months and days are terms in UTC, and asked of the value elsewhere") {
  CHECK(described("2025") == "Query(Y2025)");
  CHECK(described("2025-03") == "Query(M202503)");
  CHECK(described("2025-03-13") == "Query(D20250313)");
  CHECK(described("20250313") == "Query(D20250313)");
  CHECK(described("13 maart 2025") == "Query(D20250313)");
  CHECK(described("mars 2025") == "Query(M202503)");
  CHECK(described("0047") == "Query(Y0047)");
  CHECK(described("2025", "Europe/Paris").find("VALUE_RANGE 0") != std::string::npos);
  CHECK(described("today").find("VALUE_RANGE 0") != std::string::npos);
}

TEST_CASE("Ranges take dates in any form") {
  CHECK(described("2025-03-13..2025-03-13") == described("13 mars 2025 .. 13 maart 2025"));
  CHECK(described("2025-03-12..2025-03-13") == described("yesterday..today"));
  CHECK(described(">=2025-03-13") == described(">= 13 mars 2025"));
  CHECK(described(">2025-03-12") == described(">=2025-03-13"));
  CHECK(described("<2025-03-13") == described("<=2025-03-12"));
  CHECK(described("2025-03-13..") == described(">=2025-03-13"));
  CHECK(described("..2025-03-12") == described("<2025-03-13"));
}

TEST_CASE("What is no date says why") {
  for (const char* text : {"", "..", ">", "<=", "x..2025", "2025..x", "eergisteren", ">=demain"}) {
    CAPTURE(text);
    const DateQuery date = nsearch::searcher::date_query(text, clock_in(""));
    CHECK_FALSE(date.query);
    CHECK(date.problem.find("is no date") != std::string::npos);
    CHECK_FALSE(date.expected.empty());
  }
  CHECK(described("2025..x").find("“x”") != std::string::npos);
  CHECK(described("2025-03..2025-02") == "the range “2025-03..2025-02” ends before it begins");
}
