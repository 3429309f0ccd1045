// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "nsearch/searcher.h"
#include "present/json_values.h"

/// The fields of a hit that --fields names: the keys of its JSON form, and the names of facets.
namespace nsearch::searcher {

/// As plain text for a column: several values of a facet are parted by "; ", snippets by " | ". Empty where
/// the hit has none.
std::string field_text(const Hit& hit, const std::string& name);

/// The hit's JSON with these fields only, in this order; all of them where `names` is empty.
Json with_fields(const Hit& hit, const std::vector<std::string>& names);

}  // namespace nsearch::searcher
