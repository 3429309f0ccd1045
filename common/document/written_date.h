// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "document/calendar.h"
#include "nsearch/document.h"
#include "nsearch/export.h"

namespace nsearch {

/// A date as far as it is written. The day may be one that no calendar has.
struct WrittenDate {
  DateParts day;              ///< month and day are 0 where they are not named
  std::optional<int> second;  ///< of the day
  std::optional<int> zone;    ///< seconds east of Greenwich
};

/// Reads a date and time of ISO 8601, as parse_date() does.
NSEARCH_EXPORT std::optional<WrittenDate> read_iso_date(std::string_view text);

/// Reads a date as parse_written_date() does.
NSEARCH_EXPORT std::optional<WrittenDate> read_written_date(std::string_view text,
                                                            std::string_view language = {});

/// The point in time, in UTC where no zone is written; the first day of what is written in part. Nothing outside the calendar.
NSEARCH_EXPORT std::optional<Timestamp> to_timestamp(const WrittenDate& date);

}  // namespace nsearch
