// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <optional>
#include <random>
#include <string>

#include "nsearch/document.h"

using nsearch::format_date;
using nsearch::parse_date;
using nsearch::Timestamp;

namespace {

/// What a date means, written in the one canonical way; "-" where it is none.
std::string canonical(std::string_view text) {
  const auto time = parse_date(text);
  return time ? format_date(*time) : "-";
}

}  // namespace

TEST_CASE("dates are read in each form of ISO 8601 that news uses") {
  const auto [text, expected] = GENERATE(table<const char*, const char*>({
      {"2025", "2025-01-01"},
      {"2025-03", "2025-03-01"},
      {"2025-03-13", "2025-03-13"},
      {"20250313", "2025-03-13"},
      {"0001", "0001-01-01"},
      {"9999-12-31", "9999-12-31"},
      {"2025-03-13T09:30", "2025-03-13T09:30:00Z"},
      {"2025-03-13 09:30", "2025-03-13T09:30:00Z"},
      {"2025-03-13t09:30:59z", "2025-03-13T09:30:59Z"},
      {"2025-03-13T00:00:00Z", "2025-03-13T00:00:00Z"},
      {"2025-03-13T23:59:59Z", "2025-03-13T23:59:59Z"},
      {"2025-03-13T09:30:15.999999Z", "2025-03-13T09:30:15Z"},
      {"2025-03-13T09:30:15,5", "2025-03-13T09:30:15Z"},
      {"1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59Z"},
      {"2025-03-13T09:30:00+01:00", "2025-03-13T08:30:00Z"},
      {"2025-03-13T09:30:00.25+0100", "2025-03-13T08:30:00Z"},
      {"2025-03-13T09:30:00+01", "2025-03-13T08:30:00Z"},
      {"2025-03-13T09:30-05:30", "2025-03-13T15:00:00Z"},
      {"2025-03-13T00:15:00+01:00", "2025-03-12T23:15:00Z"},
      {"2024-12-31T23:30:00-01:00", "2025-01-01T00:30:00Z"},
      {"2025-03-13T09:30:00-00:00", "2025-03-13T09:30:00Z"},
      {"20250313T0930", "2025-03-13T09:30:00Z"},
      {"20250313T093015Z", "2025-03-13T09:30:15Z"},
      {"20250313T093015.7+0100", "2025-03-13T08:30:15Z"},
      {"20250313T0930+01", "2025-03-13T08:30:00Z"},
  }));
  INFO(text);
  CHECK(canonical(text) == expected);
}

TEST_CASE("what is no date gives nothing") {
  const std::string text = GENERATE(values<std::string>({
      "",
      " ",
      "0000",
      "10000",
      "999",
      "202",
      "202503",
      "2025-3-1",
      "2025-00",
      "2025-13",
      "2025-03-00",
      "2025-03-32",
      "2025-04-31",
      "2025-",
      "2025-03-",
      "2025-0313",
      "2025-03-13-",
      "2025-03-13x",
      " 2025-03-13",
      "2025-03-13 ",
      "2025/03/13",
      "13-03-2025",
      "13 mars 2025",
      "2025-072",
      "2025-W11-4",
      "+2025-03-13",
      "-2025-03-13",
      "2025T09:30",
      "2025-03T09:30",
      "2025-03-13T",
      "2025-03-13T9:30",
      "2025-03-13T09",
      "2025-03-13T24:00",
      "2025-03-13T24:00:00Z",
      "2025-03-13T09:60",
      "2025-03-13T09:30:60",
      "2025-03-13T09:30:",
      "2025-03-13T09:30:00.",
      "2025-03-13T0930",
      "20250313T09:30",
      "2025-03-13T09:30+",
      "2025-03-13T09:30+1",
      "2025-03-13T09:30+24:00",
      "2025-03-13T09:30+01:60",
      "2025-03-13T09:30+01:",
      "2025-03-13T09:30+01:0",
      "2025-03-13T09:30ZZ",
      "2025-03-13T09:30 +01:00",
      "2025-03-13Z",
      "0001-01-01T00:00+00:01",
      "9999-12-31T23:59-00:01",
      std::string("2025\0", 5),
      std::string("2025-03-13\0", 11),
      "２０２５-03-13",
  }));
  INFO(text);
  CHECK(canonical(text) == "-");
}

TEST_CASE("a leap day is a day only in a leap year") {
  CHECK(canonical("2024-02-29") == "2024-02-29");
  CHECK(canonical("2000-02-29") == "2000-02-29");
  CHECK(canonical("20240229T120000Z") == "2024-02-29T12:00:00Z");
  CHECK(canonical("2025-02-29") == "-");
  CHECK(canonical("1900-02-29") == "-");
  CHECK(canonical("2100-02-29") == "-");
  CHECK(canonical("2025-02-30") == "-");
}

TEST_CASE("a date counts seconds since 1970 and knows whether it has a time") {
  const auto seconds = [](std::string_view text) { return parse_date(text).value().seconds; };
  CHECK(seconds("1970-01-01") == 0);
  CHECK(seconds("1970-01-01T00:00:01Z") == 1);
  CHECK(seconds("1969-12-31T23:59:59Z") == -1);
  CHECK(seconds("2001-09-09T01:46:40Z") == 1'000'000'000);
  CHECK(seconds("2038-01-19T03:14:08Z") == 2'147'483'648);
  CHECK(seconds("0001-01-01") == -62'135'596'800);
  CHECK(seconds("9999-12-31T23:59:59Z") == 253'402'300'799);

  CHECK_FALSE(parse_date("2025-03-13").value().has_time);
  CHECK_FALSE(parse_date("2025").value().has_time);
  CHECK(parse_date("2025-03-13T00:00Z").value().has_time);
}

TEST_CASE("a date outside the calendar is not written") {
  CHECK(format_date({253'402'300'799, true}) == "9999-12-31T23:59:59Z");
  CHECK(format_date({253'402'300'800, true}).empty());
  CHECK(format_date({-62'135'596'800, false}) == "0001-01-01");
  CHECK(format_date({-62'135'596'801, false}).empty());
  CHECK(format_date({INT64_MAX, true}).empty());
  CHECK(format_date({INT64_MIN, false}).empty());
}

TEST_CASE("whatever is accepted is written so that it reads back the same") {
  std::mt19937 random(20250313);
  const std::string valid[] = {"2025-03-13T09:30:15.25+01:00", "20241231T235959-0830", "1969-07-20",
                               "0400-02-29"};
  const std::string alphabet = "0123456789-+:.,TtZz /x";
  int accepted = 0;
  for (int round = 0; round < 200'000; ++round) {
    std::string text = valid[random() % 4];
    for (std::uint32_t changes = random() % 3; changes > 0; --changes) {
      text[random() % text.size()] = alphabet[random() % alphabet.size()];
    }
    text.resize(text.size() - (random() % 4 == 0 ? random() % text.size() : 0));
    const auto time = parse_date(text);
    if (!time) {
      continue;
    }
    ++accepted;
    const auto again = parse_date(format_date(*time));
    if (!again || again->seconds != time->seconds || again->has_time != time->has_time) {
      FAIL(text << " reads as " << format_date(*time));
    }
  }
  CHECK(accepted > 10'000);
}
