// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/document.h"
#include "reader/field_map.h"

namespace nsearch::indexer {

/// Makes documents of JSON objects. Not thread-safe.
class JsonRecord {
 public:
  explicit JsonRecord(const FieldMap& map);

  /// Fills `document`, which must be new. Gives why the object is no document, or nothing; what was read
  /// until then (the id first) stands in `document`.
  std::optional<std::string> read(simdjson::dom::object object, Document& document);

  /// What was left out of the last object: one sentence each.
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  using Element = simdjson::dom::element;
  using Reason = std::optional<std::string>;

  void find_values(simdjson::dom::object object);
  bool bind(std::string_view name, Element value);
  Reason set_fields(Document& document);
  void add_facets(Document& document, std::string_view input_name, Element value);
  void add_facet_value(Document& document, const std::string& name, Element value);
  std::string missing_body(simdjson::dom::object object) const;

  const FieldMap& map_;
  std::vector<std::optional<Element>> values_;  ///< one for each binding
  std::vector<std::pair<std::string_view, Element>> others_;
  std::vector<std::string> notes_;
  bool full_ = false;
};

}  // namespace nsearch::indexer
