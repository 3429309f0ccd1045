// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/time_zone.h"

namespace nsearch::searcher {

/// A stretch of time in seconds since 1970, both ends included.
struct TimeRange {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

/// What dates hang on: where days begin, and when "today" is (seconds since 1970).
struct Clock {
  TimeZone zone = {};
  std::int64_t now = 0;
};

/// What a date names: "2025" a year, "2025-03" and "mars 2025" a month; "2025-03-13", "13 maart 2025", "Mar 13,2025", "13/03/2025",
/// "today" and "yesterday" (in French, Dutch and German too) a day; "3d", "2w", "6m", "1y" so many days, weeks, months and years up to
/// and with today; anything else that parse_written_date() takes a second, in the clock's zone where none is written.
std::optional<TimeRange> time_range(std::string_view text, const Clock& clock);

/// A date filter's query, or why there is none.
struct DateQuery {
  std::optional<Xapian::Query> query;
  std::string problem;  ///< "“x” is no date"
  std::string expected;
};

/// The query for a date filter: a date, "a..b", "a..", "..b", ">=a", "<=b", ">a" (later than all of a), "<b". In UTC whole years,
/// months and days are terms; the rest is asked of the value.
DateQuery date_query(std::string_view text, const Clock& clock);

}  // namespace nsearch::searcher
