// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "nsearch/document.h"

namespace nsearch::indexer {

/// At most so many further fields a document, and so many bytes of a further field's name.
inline constexpr std::size_t max_facets = 100;
inline constexpr std::size_t max_facet_name_bytes = 64;

/// A date written as a whole number: YYYYMMDD; a year from 1600 to 2199; seconds or milliseconds since 1970,
/// from 1973 (100,000,000 s) to 2199. Gives it in ISO 8601, or nothing.
std::optional<std::string> date_from_number(std::int64_t number);

/// Numbers as a facet holds them: the shortest decimal form that gives the same number.
std::string number_text(double number);

/// The name under which a further field is kept: white space and colons, which queries could not write,
/// become underscores. Empty: it has none that can be kept (empty, longer than max_facet_name_bytes, a
/// control character).
std::string facet_name(std::string_view input_name);

/// Adds one value of a further field, unless it is blank; false: the document holds max_facets already.
bool add_facet(Document& document, const std::string& name, std::string_view value);

/// Adds a value as one line, unless the field has it already.
void add_facet_line(Document& document, const std::string& name, std::string_view value);

/// Appends a name to a list of them: "A, B". Empty and repeated ones are passed over, and those beyond max_names_bytes, about.
void append_name(std::string& names, const std::string& name);
inline constexpr std::size_t max_names_bytes = 10'000;

/// Calls `take` with each value of a list parted by commas or semicolons, trimmed.
template <class Take>
void each_listed(std::string_view list, const Take& take) {
  while (!list.empty()) {
    const std::size_t end = list.find_first_of(",;");
    std::string_view value = list.substr(0, end);
    const std::size_t first = value.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos) {
      take(value.substr(first, value.find_last_not_of(" \t\r\n") - first + 1));
    }
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  }
}

}  // namespace nsearch::indexer
