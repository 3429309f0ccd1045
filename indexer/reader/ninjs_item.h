// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <string>

#include "nsearch/document.h"

namespace nsearch::indexer {

/// Makes a document of a ninjs item of any version. `other_type`: not empty: it is no text, but a picture, ...
Document read_ninjs(simdjson::dom::object item, std::string& other_type);

/// Whether an object has what an item must have: a name, a headline or a text.
bool is_ninjs_item(simdjson::dom::object object);

}  // namespace nsearch::indexer
