// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "query/planner_dates.h"

using nsearch::searcher::date_query;
using nsearch::searcher::time_range;

namespace {

std::int64_t length(const char* text) {
  const auto range = time_range(text);
  return range ? range->last - range->first + 1 : 0;
}

}  // namespace

TEST_CASE("A date covers its year, month, day or second") {
  CHECK(length("2024") == 366 * 86400);
  CHECK(length("2025") == 365 * 86400);
  CHECK(length("2024-02") == 29 * 86400);
  CHECK(length("2025-12") == 31 * 86400);
  CHECK(length("2025-03-13") == 86400);
  CHECK(length("20250313") == 86400);
  CHECK(length("2025-03-13T09:30:00Z") == 1);
  CHECK(length("2025-13") == 0);
  CHECK(length("") == 0);
}

TEST_CASE("Whole years, months and days are terms") {
  CHECK(date_query("2025")->get_description() == "Query(Y2025)");
  CHECK(date_query("2025-03")->get_description() == "Query(M202503)");
  CHECK(date_query("2025-03-13")->get_description() == "Query(D20250313)");
  CHECK(date_query("20250313")->get_description() == "Query(D20250313)");
}

TEST_CASE("What is no date gives nothing") {
  for (const char* text : {"", "..", ">", "<=", "x..2025", "2025..x", "2025-03..2025-02", "hier", ">=hier"}) {
    CAPTURE(text);
    CHECK_FALSE(date_query(text));
  }
}
