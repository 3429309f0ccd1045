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

}  // namespace nsearch::indexer
