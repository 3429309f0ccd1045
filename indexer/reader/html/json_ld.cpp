// SPDX-License-Identifier: GPL-2.0-or-later
#include <simdjson.h>

#include <algorithm>
#include <optional>

#include "reader/html/page_metadata.h"

namespace nsearch::indexer::html {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t max_objects = 10'000;

bool is_article_type(std::string_view type) {
  type = type.substr(type.find_last_of("/:") + 1);
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" || type == "Review";
}

using Value = std::optional<dom::element>;

Value member(dom::object object, const char* name) {
  dom::element value;
  return object[name].get(value) == simdjson::SUCCESS ? Value(value) : std::nullopt;
}

std::string_view string_of(const Value& value) {
  std::string_view text;
  return value && value->get(text) == simdjson::SUCCESS ? text : std::string_view();
}

bool is_article(dom::object object) {
  const Value type = member(object, "@type");
  dom::array types;
  if (!type || type->get(types) != simdjson::SUCCESS) return is_article_type(string_of(type));
  return std::any_of(types.begin(), types.end(),
                     [](dom::element one) { return is_article_type(string_of(one)); });
}

/// A name, an object that has one, or several of these.
std::string names_of(const Value& value, unsigned depth = 0) {
  if (!value || depth > 2) return {};
  dom::array several;
  if (value->get(several) == simdjson::SUCCESS) {
    std::string names;
    for (dom::element one : several) {
      const std::string name = names_of(one, depth + 1);
      if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
    return names;
  }
  dom::object object;
  if (value->get(object) == simdjson::SUCCESS) return names_of(member(object, "name"), depth + 1);
  return metadata_author(string_of(value));
}

std::string first_date(dom::object object) {
  for (const char* name : {"datePublished", "dateCreated", "uploadDate", "dateModified"}) {
    std::string date = metadata_date(string_of(member(object, name)), {});
    if (!date.empty()) return date;
  }
  return {};
}

std::string url_of(dom::object object) {
  if (const std::string_view url = string_of(member(object, "url")); !url.empty()) return std::string(url);
  const Value page = member(object, "mainEntityOfPage");
  dom::object entity;
  return std::string(page && page->get(entity) == simdjson::SUCCESS ? string_of(member(entity, "@id"))
                                                                    : string_of(page));
}

/// The headline; the name where there is no other, or where only that is in the page's own title: some sites put a description into the headline.
std::string title_of(dom::object object, std::string_view page_title) {
  std::string headline = metadata_text(string_of(member(object, "headline")));
  std::string name = metadata_text(string_of(member(object, "name")));
  const bool only_name = !name.empty() && page_title.find(name) != std::string_view::npos &&
                         page_title.find(headline) == std::string_view::npos;
  return headline.empty() || only_name ? name : headline;
}

PageMetadata metadata_of(dom::object object, std::string_view page_title) {
  PageMetadata metadata;
  metadata.title = title_of(object, page_title);
  metadata.date = first_date(object);
  metadata.author = names_of(member(object, "author"));
  if (metadata.author.empty()) metadata.author = names_of(member(object, "creator"));
  metadata.source = names_of(member(object, "publisher"));
  metadata.language = metadata_language(string_of(member(object, "inLanguage")));
  metadata.url = url_of(object);
  return metadata;
}

/// The first article in the value: itself, in a list, in "@graph", or what the page is about.
bool find_article_object(dom::element root, dom::object& article) {
  std::vector<dom::element> open = {root};
  for (std::size_t seen = 0; !open.empty() && seen < max_objects; ++seen) {
    const dom::element element = open.back();
    open.pop_back();
    dom::array several;
    if (element.get(several) == simdjson::SUCCESS) {
      const std::size_t begin = open.size();
      for (dom::element one : several) open.push_back(one);
      std::reverse(open.begin() + static_cast<std::ptrdiff_t>(begin), open.end());
    }
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS) continue;
    if (is_article(object)) {
      article = object;
      return true;
    }
    for (const char* name : {"mainEntityOfPage", "mainEntity", "@graph"}) {
      dom::element inner;
      if (object[name].get(inner) == simdjson::SUCCESS) open.push_back(inner);
    }
  }
  return false;
}

/// What is between the outermost braces or brackets, less the CDATA marks and comments that may be around them; line breaks,
/// which writers leave in texts, as spaces.
std::string tidied(std::string_view script) {
  constexpr std::string_view cdata_begin = "<![CDATA[", cdata_end = "]]>";
  if (const std::size_t at = script.find(cdata_begin); at < script.find_first_of("{[")) {
    script.remove_prefix(at + cdata_begin.size());
    script = script.substr(0, script.rfind(cdata_end));
  }
  const std::size_t begin = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  std::string json(script.substr(begin, end - begin + 1));
  std::replace_if(
      json.begin(), json.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return json;
}

}  // namespace

PageMetadata read_json_ld(const std::vector<std::string>& scripts, std::string_view page_title) {
  dom::parser parser;
  for (const std::string& script : scripts) {
    dom::element root;
    dom::object article;
    if (parser.parse(tidied(script)).get(root) == simdjson::SUCCESS && find_article_object(root, article)) {
      return metadata_of(article, page_title);
    }
  }
  return {};
}

}  // namespace nsearch::indexer::html
