// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "nsearch/document.h"

namespace nsearch::indexer {

/// Dates before this year, and those more than a day after `now`, are doubted.
inline constexpr int first_believed_year = 1600;

/// Puts a date into the form that parse_date() takes, as parse_written_date() reads it in `language`; one that has that form
/// already stays as it is. A doubted date is taken off the document; one that is none stays, to be seen. Gives what
/// the user should know of it: mostly nothing. `now` in seconds since 1970.
std::string settle_date(Document& document, std::string_view language, std::int64_t now);

/// The system's clock in seconds since 1970.
std::int64_t seconds_now();

}  // namespace nsearch::indexer
