// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/json_record.h"

#include <algorithm>
#include <utility>

#include "reader/clean_text.h"
#include "reader/field_text.h"
#include "reader/json_field.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

namespace dom = simdjson::dom;

bool has_facet(const Document& document, const std::string& name) {
  return std::any_of(document.facets.begin(), document.facets.end(),
                     [&name](const auto& facet) { return facet.first == name; });
}

}  // namespace

JsonRecord::JsonRecord(const FieldMap& map) : map_(map), values_(map.bindings().size()) {}

JsonRecord::Reason JsonRecord::read(dom::object object, Document& document) {
  notes_.clear();
  full_ = false;
  find_values(object);
  if (Reason reason = set_fields(document)) return reason;
  if (document.body.empty()) return missing_body(object);
  for (const auto& [name, value] : others_) add_facets(document, name, value);
  if (full_)
    notes_.push_back("more than " + std::to_string(max_facets) + " further values; the rest is left out");
  return std::nullopt;
}

/// Finds the value of each binding, and the fields that nothing is bound to. The first of fields that share a
/// name wins.
void JsonRecord::find_values(dom::object object) {
  std::fill(values_.begin(), values_.end(), std::nullopt);
  others_.clear();
  for (const auto& [name, value] : object) {
    if (!bind(name, value) && FieldMap::may_be_facet(name)) others_.emplace_back(name, value);
  }
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (!values_[i]) values_[i] = follow_path(object, map_.bindings()[i].path);
  }
}

bool JsonRecord::bind(std::string_view name, Element value) {
  bool bound = false;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (map_.bindings()[i].input != name) continue;
    if (!values_[i]) values_[i] = value;
    bound = true;
  }
  return bound;
}

JsonRecord::Reason JsonRecord::set_fields(Document& document) {
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const FieldBinding& binding = map_.bindings()[i];
    if (!values_[i] || values_[i]->is_null()) continue;
    if (binding.field == Field::facet) {
      add_facets(document, binding.facet, *values_[i]);
    } else if (document_field(document, binding.field).empty()) {
      if (Reason reason = set_field(binding.field, *values_[i], document)) return reason;
    }
  }
  return std::nullopt;
}

void JsonRecord::add_facets(Document& document, std::string_view input_name, Element value) {
  if (value.is_null() || value.is_object()) return;
  const std::string name = facet_name(input_name);
  if (name.empty()) {
    notes_.push_back("a further field is left out: its name is empty, longer than " +
                     std::to_string(max_facet_name_bytes) + " bytes or holds a control character");
    return;
  }
  if (has_facet(document, name)) return;
  if (!value.is_array()) return add_facet_value(document, name, value);
  const dom::array items = value.get_array().value_unsafe();
  for (Element item : items) {
    if (full_) return;
    add_facet_value(document, name, item);
  }
}

void JsonRecord::add_facet_value(Document& document, const std::string& name, Element value) {
  if (full_) return;
  const std::optional<std::string> text = scalar_text(value);
  if (text && !add_facet(document, name, *text)) full_ = true;
}

std::string JsonRecord::missing_body(dom::object object) const {
  constexpr std::size_t named = 8;
  std::string names;
  std::size_t count = 0;
  for (const auto& [name, value] : object) {
    if (count++ == named) {
      names += ", ...";
      break;
    }
    if (!names.empty()) names += ", ";
    const std::string_view head = name.substr(0, max_facet_name_bytes);
    names += clean_line(head.substr(0, find_invalid_utf8(head)));  // no half character at the cut
  }
  const bool present = std::any_of(values_.begin(), values_.end(), [this](const auto& value) {
    return value && !value->is_null() &&
           map_.bindings()[static_cast<std::size_t>(&value - values_.data())].field == Field::body;
  });
  if (present) return "body: empty";
  return "body: missing" +
         (names.empty() ? std::string() : " among " + names + "; map one to it: --field body=NAME");
}

}  // namespace nsearch::indexer
