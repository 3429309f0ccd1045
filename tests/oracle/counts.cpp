// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/counts.h"

#include <map>
#include <optional>
#include <set>

#include "nsearch/document.h"
#include "oracle/filters.h"
#include "storage/index_schema.h"

namespace oracle {

namespace {

using Counts = std::map<std::string, std::uint64_t>;  // documents by value

constexpr std::size_t month = 7, year = 4;  // how much of a date names them

std::string period(const nsearch::StoredDocument& document, std::size_t length) {
  const std::optional<nsearch::Timestamp> time = nsearch::parse_date(document.date);
  return time ? nsearch::format_date({time->seconds, false}).substr(0, length) : std::string();
}

/// As a value is counted: spellings of one are the same. Of long ones the index has the beginning, and a digest.
std::string counted_as(const std::string& value) {
  constexpr std::size_t surely_whole = 150;  // bytes
  return nsearch::schema::fold_name(value).substr(0, surely_whole);
}

std::set<std::string> values(const std::string& facet, const nsearch::StoredDocument& document) {
  std::set<std::string> found;
  const auto add = [&](const std::string& value) {
    if (!value.empty()) found.insert(counted_as(value));
  };
  if (facet == "lang") add(document.language);
  if (facet == "source") add(document.source);
  if (facet == "author") add(document.author);
  if (facet == "host") add(host(document.url));
  if (facet == "year") add(period(document, year));
  if (facet == "month") add(period(document, month));
  for (const auto& [name, value] : document.facets) {
    if (name == facet) add(value);
  }
  return found;
}

std::string shown(const Counts& counts) {
  std::string text;
  for (const auto& [value, documents] : counts) text += ' ' + value + ": " + std::to_string(documents) + ',';
  return text;
}

std::string wrong(const std::string& what, const Counts& expected, const Counts& found) {
  if (expected == found) return {};
  return "the counts differ: " + what + "\n  expected:" + shown(expected) + "\n  found:" + shown(found);
}

}  // namespace

void ask_for_counts(nsearch::SearchRequest& request, const std::vector<std::string>& facets) {
  request.facets = {"lang", "source", "author", "host", "year", "month"};
  request.facets.insert(request.facets.end(), facets.begin(), facets.end());
  request.facet_values = 1000;
  request.timeline = nsearch::TimelineStep::month;
}

std::string wrong_counts(const nsearch::SearchResults& results, const std::vector<const Article*>& answer) {
  const std::string undated = "undated", without = "without";  // no value is called so
  for (const nsearch::Facet& facet : results.facets) {
    Counts expected, found;
    for (const Article* article : answer) {
      const std::set<std::string> named = values(facet.name, article->document);
      for (const std::string& value : named) ++expected[value];
      if (named.empty() && facet.name != "host") ++expected[without];
    }
    for (const nsearch::FacetValue& value : facet.values) found[counted_as(value.value)] += value.documents;
    if (facet.without_value != 0) found[without] += facet.without_value;
    const std::string problem = wrong(facet.name, expected, found);
    if (!problem.empty()) return problem;
  }
  Counts expected, found;
  for (const Article* article : answer) {
    const std::string name = period(article->document, month);
    ++expected[name.empty() ? undated : name];
  }
  for (const nsearch::TimelinePeriod& one : results.timeline->periods) {
    if (one.documents != 0) found[one.name] += one.documents;
  }
  if (results.timeline->undated != 0) found[undated] += results.timeline->undated;
  return wrong("timeline", expected, found);
}

}  // namespace oracle
