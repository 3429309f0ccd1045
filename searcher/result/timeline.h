// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "nsearch/searcher.h"
#include "query/time_zone.h"
#include "result/value_counts.h"

namespace nsearch::searcher {

/// Seconds since 1970, from a value of slot_date.
std::int64_t seconds_of(const std::string& value);

/// The period in which a value of slot_date lies, where days are those of `zone`.
std::int64_t period_in(const TimeZone& zone, const std::string& value, TimelineStep step);

/// From counts of slot_date.
Timeline timeline_of(const ValueCounts& counts, TimelineStep step, const TimeZone& zone);

}  // namespace nsearch::searcher
