// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/time_zone.h"

#include <unicode/timezone.h>

#include <utility>

namespace nsearch::searcher {

struct TimeZone::Zone {
  std::unique_ptr<icu::TimeZone> zone;

  /// Seconds east of Greenwich at a time in UTC, or (`local`) on the zone's clocks.
  std::int64_t offset(std::int64_t seconds, bool local) const {
    int32_t standard = 0, saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone->getOffset(static_cast<double>(seconds) * 1000, local, standard, saving, status);
    return U_SUCCESS(status) ? (std::int64_t{standard} + saving) / 1000 : 0;
  }
};

std::optional<TimeZone> TimeZone::named(const std::string& name) {
  TimeZone result;
  if (name.empty() || name == "UTC") return result;
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  if (!zone || *zone == icu::TimeZone::getUnknown()) return std::nullopt;
  result.zone_ = std::make_shared<const Zone>(Zone{std::move(zone)});
  return result;
}

bool TimeZone::is_utc() const {
  return zone_ == nullptr;
}

std::int64_t TimeZone::from_local(std::int64_t seconds) const {
  return zone_ ? seconds - zone_->offset(seconds, true) : seconds;
}

std::int64_t TimeZone::start_of(const DateParts& day) const {
  return from_local(midnight(day).value_or(0));
}

DateParts TimeZone::day_of(std::int64_t seconds) const {
  return date_parts({seconds + (zone_ ? zone_->offset(seconds, false) : 0), true});
}

}  // namespace nsearch::searcher
