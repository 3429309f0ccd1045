// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace nsearch::searcher {

/// A stretch of time in seconds since 1970, both ends included.
struct TimeRange {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

/// What a date names: "2025" a year, "2025-03" a month, "2025-03-13" a day, anything else that parse_date()
/// takes a second. In UTC.
std::optional<TimeRange> time_range(std::string_view text);

/// The query for a date filter: a date, "a..b", "a..", "..b", ">=a", "<=b", ">a", "<b". Whole years, months
/// and days are terms; the rest is asked of the value. Nothing where `text` is none of these, or names a
/// range that ends before it begins.
std::optional<Xapian::Query> date_query(std::string_view text);

}  // namespace nsearch::searcher
