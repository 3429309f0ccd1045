// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "document/calendar.h"

namespace nsearch::searcher {

/// Where on earth a day begins and ends. Cheap to copy.
class TimeZone {
 public:
  /// UTC.
  TimeZone() = default;

  /// "Europe/Paris", "GMT+2", ...; empty and "UTC" are UTC. Nothing for a name that no zone has.
  static std::optional<TimeZone> named(const std::string& name);

  bool is_utc() const;

  /// The first second of a day, since 1970.
  std::int64_t start_of(const DateParts& day) const;

  /// The day on which a second falls.
  DateParts day_of(std::int64_t seconds) const;

  /// The second at which the clocks show what those of UTC show at `seconds`.
  std::int64_t from_local(std::int64_t seconds) const;

 private:
  struct Zone;
  std::shared_ptr<const Zone> zone_;
};

}  // namespace nsearch::searcher
