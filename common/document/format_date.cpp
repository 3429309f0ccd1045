// SPDX-License-Identifier: GPL-2.0-or-later
#include "document/calendar.h"

namespace nsearch {
namespace {

/// `before`, then `value` in as many digits.
void append(std::string& text, const char* before, unsigned value, unsigned digits) {
  text += before;
  const std::size_t begin = text.size();
  text.append(digits, '0');
  for (std::size_t at = begin + digits; at > begin; value /= 10) {
    text[--at] = static_cast<char>('0' + value % 10);
  }
}

}  // namespace

std::string format_date(const Timestamp& time) {
  std::string text;
  if (!in_calendar(time.seconds)) {
    return text;
  }
  const DateParts day = date_parts(time);
  append(text, "", static_cast<unsigned>(day.year), 4);
  append(text, "-", day.month, 2);
  append(text, "-", day.day, 2);
  if (time.has_time) {
    const auto second = static_cast<unsigned>(time.seconds - *midnight(day));
    append(text, "T", second / 3600, 2);
    append(text, ":", second / 60 % 60, 2);
    append(text, ":", second % 60, 2);
    text += 'Z';
  }
  return text;
}

}  // namespace nsearch
