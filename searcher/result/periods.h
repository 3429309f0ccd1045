// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "nsearch/searcher.h"

namespace nsearch::searcher {

/// Stretches of the calendar, numbered in order without gaps. Weeks are those of ISO 8601: they begin on
/// Mondays, and belong to the year that has their Thursday.
std::int64_t period_of(std::int64_t seconds, TimelineStep step);

/// "2025-03-13", "2025-W11", "2025-03", "2025".
std::string period_name(std::int64_t period, TimelineStep step);

/// The day with which a period begins, in days since 1970.
std::int64_t begin_day(std::int64_t period, TimelineStep step);

/// The days with which a period begins and ends, "2025-03-13".
std::string first_day(std::int64_t period, TimelineStep step);
std::string last_day(std::int64_t period, TimelineStep step);

}  // namespace nsearch::searcher
