// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reader/field_map.h"

namespace nsearch::indexer {

/// The names under which tables and front matter usually have a field of a document, in English, French and Dutch, the most
/// telling first; lower case. Not for Field::facet.
const std::vector<std::string_view>& usual_names(Field field);

/// A name as it is compared: lower case (ASCII), trimmed, "-" and " " as "_".
std::string plain_name(std::string_view name);

}  // namespace nsearch::indexer
