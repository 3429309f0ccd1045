// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/filters.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "nsearch/language.h"
#include "storage/index_schema.h"

namespace oracle {

namespace {

/// Dates as ISO text compare as they follow each other; a month or a year is the beginning that its days share.
struct Days {
  std::string first = "0000-00-00", last = "9999-99-99";
};

Days days(const std::string& date) {
  const std::string lowest = "0000-00-00", highest = "9999-99-99";
  return {date + lowest.substr(date.size()), date + highest.substr(date.size())};
}

Days asked_days(const std::string& text) {
  const std::size_t dots = text.find("..");
  if (dots != std::string::npos) {
    Days range;
    if (dots > 0) range.first = days(text.substr(0, dots)).first;
    if (dots + 2 < text.size()) range.last = days(text.substr(dots + 2)).last;
    return range;
  }
  Days range;
  if (text.rfind(">=", 0) == 0) {
    range.first = days(text.substr(2)).first;
  } else if (text.rfind("<=", 0) == 0) {
    range.last = days(text.substr(2)).last;
  } else if (text[0] == '>') {
    range.first = days(text.substr(1)).last + "+";
  } else if (text[0] == '<') {
    range.last = days(text.substr(1)).first;
    range.last.back() = static_cast<char>(range.last.back() - 1);
  } else {
    range = days(text);
  }
  return range;
}

bool dated(const std::string& text, const nsearch::StoredDocument& document) {
  const std::optional<nsearch::Timestamp> time = nsearch::parse_date(document.date);
  if (!time) return false;
  const std::string day = nsearch::format_date({time->seconds, false});
  const Days asked = asked_days(text);
  return asked.first <= day && day <= asked.last;
}

}  // namespace

std::string host(const std::string& url) {
  std::size_t begin = url.find("://");
  begin = begin == std::string::npos ? 0 : begin + 3;
  std::string name = url.substr(begin, url.find_first_of("/:?#", begin) - begin);
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name.rfind("www.", 0) == 0 ? name.substr(4) : name;
}

bool passes(const std::string& field, const std::string& value, const Article& article) {
  const nsearch::StoredDocument& document = article.document;
  const auto same = [&](const std::string& text) {
    return !text.empty() && nsearch::schema::fold_name(text) == nsearch::schema::fold_name(value);
  };
  if (field == "lang") return article.languages.count(nsearch::primary_language(value)) != 0;
  if (field == "date") return dated(value, document);
  if (field == "after") return dated(">" + value, document);
  if (field == "before") return dated("<" + value, document);
  if (field == "source") return same(document.source);
  if (field == "author") return same(document.author);
  if (field == "id") return document.id == value;
  if (field == "host" || field == "url")
    return document.url.find("://") != std::string::npos && host(document.url) == host(value);
  return std::any_of(document.facets.begin(), document.facets.end(),
                     [&](const auto& facet) { return facet.first == field && same(facet.second); });
}

}  // namespace oracle
