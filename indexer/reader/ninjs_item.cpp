// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/ninjs_item.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "reader/clean_text.h"
#include "reader/field_text.h"
#include "reader/html/html_text.h"
#include "reader/json_field.h"
#include "reader/markup_text.h"
#include "reader/nitf_article.h"
#include "reader/utf8.h"
#include "reader/xml/xml_url.h"

namespace nsearch::indexer {
namespace {

namespace dom = simdjson::dom;

std::string text_at(dom::object object, std::string_view name) {
  dom::element value;
  if (object[name].get(value) != simdjson::SUCCESS) return {};
  return scalar_text(value).value_or(std::string());
}

/// The first of several members that has a text, as one line.
std::string line_at(dom::object object, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    std::string line = clean_line(text_at(object, name));
    if (!line.empty()) return line;
  }
  return {};
}

/// Calls `take` with each element of a member that is an array, or with the member itself.
template <class Take>
void each(dom::object object, std::string_view name, const Take& take) {
  dom::element value;
  if (object[name].get(value) != simdjson::SUCCESS) return;
  dom::array items;
  if (value.get(items) != simdjson::SUCCESS) return take(value);
  for (const dom::element item : items) take(item);
}

/// A concept is an object with a name, or just that name.
std::string name_of(dom::element concept_value) {
  dom::object object;
  if (concept_value.get(object) != simdjson::SUCCESS)
    return clean_line(scalar_text(concept_value).value_or(""));
  return line_at(object, {"name", "literal", "code"});
}

/// ninjs 2 has lists of {"contenttype", "value"}; the first with a text.
std::string first_value(dom::object item, std::string_view name) {
  std::string text;
  each(item, name, [&text](dom::element entry) {
    dom::object object;
    if (!text.empty() || entry.get(object) != simdjson::SUCCESS) return;
    const std::string type = text_at(object, "contenttype");
    const std::string value = text_at(object, "value");
    text = type.find("html") != std::string::npos ? html_text(value) : markup_text(value);
  });
  return text;
}

/// What `stem` names: "body" of "body_html", "body_xhtml", "body_text" and "bodies".
std::string text_of(dom::object item, const std::string& stem, std::string_view list) {
  for (const std::string_view form : {"_html", "_xhtml"}) {
    std::string text = html_text(text_at(item, stem + std::string(form)));
    if (!is_blank(text)) return text;
  }
  std::string text = markup_text(text_at(item, stem + "_text"));
  return is_blank(text) ? first_value(item, list) : text;
}

struct Facet {
  std::string_view member;
  const char* name;
};

constexpr std::array<Facet, 16> facets = {{{"subject", "subject"},
                                           {"subjects", "subject"},
                                           {"genre", "genre"},
                                           {"genres", "genre"},
                                           {"keyword", "keyword"},
                                           {"keywords", "keyword"},
                                           {"place", "location"},
                                           {"places", "location"},
                                           {"person", "person"},
                                           {"people", "person"},
                                           {"organisation", "organisation"},
                                           {"organisations", "organisation"},
                                           {"slugline", "slugline"},
                                           {"urgency", "urgency"},
                                           {"service", "service"},
                                           {"located", "location"}}};

std::string source_of(dom::object item) {
  std::string source;
  for (const std::string_view name : {"provider", "infosources", "source", "copyrightholder"}) {
    each(item, name, [&source](dom::element value) {
      if (source.empty()) source = name_of(value);
    });
  }
  return source;
}

}  // namespace

bool is_ninjs_item(dom::object object) {
  constexpr std::array<std::string_view, 6> names = {"uri",       "guid",      "headline",
                                                     "headlines", "body_text", "body_html"};
  return std::any_of(names.begin(), names.end(),
                     [&object](std::string_view name) { return object[name].error() == simdjson::SUCCESS; });
}

Document read_ninjs(dom::object item, std::string& other_type) {
  Document document;
  document.id = line_at(item, {"uri", "guid"});
  if (is_web_address(document.id)) document.url = document.id;
  other_type = line_at(item, {"type"});
  if (other_type == "text") other_type.clear();
  if (!other_type.empty()) return document;
  document.title = markup_line(text_at(item, "headline"));
  if (document.title.empty()) document.title = clean_line(first_value(item, "headlines"));
  document.body = with_lead(text_of(item, "description", "descriptions"), text_of(item, "body", "bodies"));
  document.language = line_at(item, {"language"});
  document.date = clean_line(line_at(item, {"firstcreated", "contentcreated", "versioncreated"}));
  document.author = author_of_byline(line_at(item, {"byline", "by"}));
  document.source = source_of(item);
  for (const Facet& facet : facets) {
    each(item, facet.member,
         [&](dom::element value) { add_facet_line(document, facet.name, name_of(value)); });
  }
  return document;
}

}  // namespace nsearch::indexer
