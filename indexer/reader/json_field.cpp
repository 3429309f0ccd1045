// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/json_field.h"

#include <charconv>
#include <utility>

#include "reader/clean_text.h"
#include "reader/field_text.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

namespace dom = simdjson::dom;
using Type = dom::element_type;
using Reason = std::optional<std::string>;

std::string_view text_of(dom::element value) {
  return value.get_string().value_unsafe();
}

std::string wrong_type(Field field, const char* expected, dom::element found) {
  return std::string(field_name(field)) + ": expected " + expected + ", found " + json_type(found);
}

Reason set_id(dom::element value, std::string& id) {
  if (!value.is<std::int64_t>() && !value.is<std::uint64_t>() && !value.is_string()) {
    return wrong_type(Field::id, "a string or an integer", value);
  }
  id = *scalar_text(value);
  if (!has_control(id)) return std::nullopt;
  id.clear();
  return "id: a control character in it";
}

Reason set_date(dom::element value, std::string& date) {
  if (!value.is<std::int64_t>()) return wrong_type(Field::date, "a string or an integer", value);
  const std::int64_t number = value.get_int64().value_unsafe();
  std::optional<std::string> text = date_from_number(number);
  if (!text) {
    return "date: " + std::to_string(number) +
           " is neither a year, YYYYMMDD nor seconds since 1970; write \"2025-03-13\"";
  }
  date = std::move(*text);
  return std::nullopt;
}

Reason set_authors(dom::array names, std::string& author) {
  for (dom::element name : names) {
    if (name.is_null()) continue;
    if (!name.is_string()) return wrong_type(Field::author, "an array of strings", name) + " in it";
    const std::string text = clean_line(text_of(name));
    if (text.empty()) continue;
    if (!author.empty()) author += ", ";
    author += text;
  }
  return std::nullopt;
}

/// The member of that name, or the element of that number (from 0) of an array.
std::optional<dom::element> step_into(dom::element value, const std::string& name) {
  dom::element inner;
  if (value.is_object()) {
    if (value.get_object().value_unsafe()[name].get(inner) != simdjson::SUCCESS) return std::nullopt;
    return inner;
  }
  std::size_t index = 0;
  const auto parsed = std::from_chars(name.data(), name.data() + name.size(), index);
  if (!value.is_array() || parsed.ec != std::errc() || parsed.ptr != name.data() + name.size())
    return std::nullopt;
  if (value.get_array().value_unsafe().at(index).get(inner) != simdjson::SUCCESS) return std::nullopt;
  return inner;
}

}  // namespace

const char* json_type(dom::element value) {
  switch (value.type()) {
    case Type::ARRAY:
      return "an array";
    case Type::OBJECT:
      return "an object";
    case Type::STRING:
      return "a string";
    case Type::BOOL:
      return "a boolean";
    case Type::NULL_VALUE:
      return "null";
    case Type::INT64:
    case Type::UINT64:
      return "an integer";
    case Type::DOUBLE:
      return "a number";
  }
  return "something else";
}

std::optional<std::string> scalar_text(dom::element value) {
  switch (value.type()) {
    case Type::STRING:
      return std::string(text_of(value));
    case Type::BOOL:
      return value.get_bool().value_unsafe() ? "true" : "false";
    case Type::INT64:
      return std::to_string(value.get_int64().value_unsafe());
    case Type::UINT64:
      return std::to_string(value.get_uint64().value_unsafe());
    case Type::DOUBLE:
      return number_text(value.get_double().value_unsafe());
    default:
      return std::nullopt;
  }
}

std::string& document_field(Document& document, Field field) {
  switch (field) {
    case Field::id:
      return document.id;
    case Field::url:
      return document.url;
    case Field::title:
      return document.title;
    case Field::lang:
      return document.language;
    case Field::date:
      return document.date;
    case Field::source:
      return document.source;
    case Field::author:
      return document.author;
    case Field::body:
    case Field::facet:
      break;
  }
  return document.body;
}

Reason set_field(Field field, dom::element value, Document& document) {
  std::string& text = document_field(document, field);
  if (field == Field::id) return set_id(value, text);
  if (value.is_string()) {
    if (field == Field::body) {
      text = clean_text(text_of(value));
    } else {
      text = clean_line(text_of(value));
    }
    if (is_blank(text)) text.clear();
    return std::nullopt;
  }
  if (field == Field::date) return set_date(value, text);
  if (field == Field::author && value.is_array()) return set_authors(value.get_array().value_unsafe(), text);
  return wrong_type(field, field == Field::author ? "a string or an array of strings" : "a string", value);
}

std::optional<dom::element> follow_path(dom::object object, const std::vector<std::string>& path) {
  if (path.empty()) return std::nullopt;
  dom::element value;
  if (object[path.front()].get(value) != simdjson::SUCCESS) return std::nullopt;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const auto inner = step_into(value, path[i]);
    if (!inner) return std::nullopt;
    value = *inner;
  }
  return value;
}

}  // namespace nsearch::indexer
