// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "document/calendar.h"

namespace nsearch::searcher {

/// A year, a month or a day of the calendar; month and day are 0 where they are not named.
using NamedDate = DateParts;

/// Reads a date as people write it in French, Dutch or English: "13 mars 2025", "jeudi 1er mars 2025", "13 maart 2025",
/// "Mar 13,2025", "13th of March 2025", "maart 2025". Case and accents don't matter, months and weekdays may be shortened. A date
/// in figures only is none: in 3/4/2025 nobody knows which the month is. The day may be one that no calendar has.
std::optional<NamedDate> read_written_date(std::string_view text);

/// Days to go back from today: 0 for "today", "aujourd'hui", "vandaag", 1 for "yesterday", "hier", "gisteren".
std::optional<int> read_day_name(std::string_view text);

}  // namespace nsearch::searcher
