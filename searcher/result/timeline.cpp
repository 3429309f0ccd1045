// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/timeline.h"

#include <map>

#include "result/periods.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

constexpr std::int64_t most_periods = 10000;

TimelineStep coarser(TimelineStep step) {
  return step == TimelineStep::day ? TimelineStep::week
                                   : (step == TimelineStep::week ? TimelineStep::month : TimelineStep::year);
}

using Dates = std::map<std::string, std::uint64_t>;

std::map<std::int64_t, std::uint64_t> by_period(const Dates& dates, TimelineStep step, const TimeZone& zone) {
  std::map<std::int64_t, std::uint64_t> periods;
  for (const auto& [value, documents] : dates) {
    if (!value.empty()) periods[period_in(zone, value, step)] += documents;
  }
  return periods;
}

}  // namespace

std::int64_t seconds_of(const std::string& value) {
  return static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
}

std::int64_t period_in(const TimeZone& zone, const std::string& value, TimelineStep step) {
  const std::int64_t seconds = seconds_of(value);
  return period_of(zone.is_utc() ? seconds : midnight(zone.day_of(seconds)).value_or(seconds), step);
}

Timeline timeline_of(const ValueCounts& counts, TimelineStep step, const TimeZone& zone) {
  Timeline timeline;
  timeline.step = step;
  timeline.undated = counts.counted;
  const auto slot = counts.slots.find(schema::slot_date);
  if (slot == counts.slots.end()) return timeline;
  auto periods = by_period(slot->second, step, zone);
  if (periods.empty()) return timeline;
  while (step != TimelineStep::year && periods.rbegin()->first - periods.begin()->first >= most_periods) {
    step = coarser(step);
    periods = by_period(slot->second, step, zone);
  }
  timeline.step = step;
  for (std::int64_t period = periods.begin()->first; period <= periods.rbegin()->first; ++period) {
    const auto counted = periods.find(period);
    const std::uint64_t documents = counted == periods.end() ? 0 : counted->second;
    timeline.undated -= documents;
    timeline.periods.push_back(
        {period_name(period, step), first_day(period, step), last_day(period, step), documents});
  }
  return timeline;
}

}  // namespace nsearch::searcher
