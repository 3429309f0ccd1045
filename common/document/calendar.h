// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "nsearch/document.h"
#include "nsearch/export.h"

/// The calendar behind dates: proleptic Gregorian, UTC, years 1 to 9999, no leap seconds.
namespace nsearch {

/// A day of the calendar.
struct DateParts {
  int year = 0;
  unsigned month = 0;  ///< 1 to 12
  unsigned day = 0;    ///< 1 to 31
};

inline constexpr int min_year = 1;
inline constexpr int max_year = 9999;
inline constexpr std::int64_t seconds_per_day = 86'400;

/// Whether `seconds` since 1970 lie in the calendar.
NSEARCH_EXPORT bool in_calendar(std::int64_t seconds) noexcept;

/// The day, in UTC, on which `time` falls; a time outside the calendar counts as its first or last day.
NSEARCH_EXPORT DateParts date_parts(const Timestamp& time) noexcept;

/// Midnight in UTC of a day, in seconds since 1970; nothing if the calendar has no such day.
NSEARCH_EXPORT std::optional<std::int64_t> midnight(const DateParts& day) noexcept;

}  // namespace nsearch
