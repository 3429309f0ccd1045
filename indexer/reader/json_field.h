// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <vector>

#include "nsearch/document.h"
#include "reader/field_map.h"

namespace nsearch::indexer {

/// A value's type in words: "an array".
const char* json_type(simdjson::dom::element value);

/// A scalar as text; nothing for null, arrays and objects.
std::optional<std::string> scalar_text(simdjson::dom::element value);

/// The value at a path of names, of which numbers may stand for the elements of an array, from 0; nothing where a name is
/// absent, or the path empty.
std::optional<simdjson::dom::element> follow_path(simdjson::dom::object object,
                                                  const std::vector<std::string>& path);

/// The part of a document that a field (not facet) fills.
std::string& document_field(Document& document, Field field);

/// Fills a field (not facet). Blank values leave it empty. Gives why the value can't be taken, or nothing.
std::optional<std::string> set_field(Field field, simdjson::dom::element value, Document& document);

}  // namespace nsearch::indexer
