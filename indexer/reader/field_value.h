// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "nsearch/document.h"
#include "reader/field_map.h"

namespace nsearch::indexer {

/// Fills a field (not facet) that is empty yet from a text as tables and front matter hold it: what is blank leaves it
/// empty, a date may be a number (see date_from_number()).
void set_field_text(Field field, std::string_view value, Document& document);

}  // namespace nsearch::indexer
