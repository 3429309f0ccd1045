// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_date.h"

#include <chrono>

#include "document/calendar.h"

namespace nsearch::indexer {

std::string settle_date(Document& document, std::string_view language, std::int64_t now) {
  std::string& date = document.date;
  if (date.empty()) return {};
  std::optional<Timestamp> time = parse_date(date);
  const bool canonical = time.has_value();
  if (!canonical) time = parse_written_date(date, language);
  if (!time) return "date not understood: '" + date + "'";
  const bool ahead = time->seconds > now + seconds_per_day;
  if (ahead || date_parts(*time).year < first_believed_year) {
    std::string doubt = "date doubted and left out: '" + date + "' is ";
    doubt += ahead ? "in the future" : "before " + std::to_string(first_believed_year);
    date.clear();
    return doubt;
  }
  if (!canonical) date = format_date(*time);
  return {};
}

std::int64_t seconds_now() {
  using std::chrono::system_clock;
  return std::chrono::duration_cast<std::chrono::seconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace nsearch::indexer
