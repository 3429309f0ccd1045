// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

/// The words of dates in French, Dutch, English and German, case- and accent-folded as schema::fold_name() does it.
namespace nsearch {

/// 1 to 12 for a month's name, in full or shortened; 0: it is none.
unsigned month_named(std::string_view word);

bool is_weekday(std::string_view word);

/// What may follow a day's number: "er", "th", "ste".
bool is_ordinal_ending(std::string_view word);

/// Words around a date that say nothing of when it is: "le", "om", "published".
bool is_date_filler(std::string_view word);

/// Words that say that the date after them is of a later change: "updated", "bijgewerkt". Fillers before the first date.
bool is_update_word(std::string_view word);

struct NamedZone {
  std::optional<int> offset;  ///< seconds east of Greenwich; nothing: several zones are called so
};

std::optional<NamedZone> zone_named(std::string_view word);

}  // namespace nsearch
