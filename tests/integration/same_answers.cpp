// SPDX-License-Identifier: GPL-2.0-or-later
#include "same_answers.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "index_fixture.h"
#include "nsearch/check.h"

namespace {

std::vector<std::string> ids(nsearch::Searcher& searcher, const std::string& query) {
  nsearch::SearchRequest request;
  request.query = query;
  std::vector<std::string> found;
  searcher.for_each_id(request, [&](const std::string& id) {
    found.push_back(id);
    return true;
  });
  std::sort(found.begin(), found.end());
  return found;
}

/// Ranked, as far as the page goes, in the order of ids.
std::vector<std::string> hits(nsearch::Searcher& searcher, const std::string& query,
                              nsearch::SortOrder sort = nsearch::SortOrder::rank) {
  nsearch::SearchRequest request;
  request.query = query;
  request.limit = 5000;
  request.sort = sort;
  request.exact_total_up_to = 10000;
  const nsearch::SearchResults results = searcher.search(request);
  REQUIRE_FALSE(results.diagnostic);
  CHECK(results.total.lower == results.hits.size());
  std::vector<std::string> found;
  for (const nsearch::Hit& hit : results.hits) found.push_back(hit.id);
  if (sort == nsearch::SortOrder::rank) std::sort(found.begin(), found.end());
  return found;
}

std::string facets(nsearch::Searcher& searcher, const std::string& query) {
  nsearch::SearchRequest request;
  request.query = query;
  request.facets = {"lang", "section", "month"};
  request.timeline = nsearch::TimelineStep::day;
  const nsearch::SearchResults results = searcher.search(request);
  std::string text;
  for (const nsearch::Facet& facet : results.facets) {
    for (const nsearch::FacetValue& value : facet.values)
      text += facet.name + ' ' + value.value + ' ' + std::to_string(value.documents) + '\n';
  }
  REQUIRE(results.timeline);
  for (const auto& period : results.timeline->periods)
    text += period.name + ' ' + std::to_string(period.documents) + '\n';
  return text;
}

std::string described(const nsearch::IndexInfo& info) {
  std::string text = std::to_string(info.documents);
  std::vector<std::string> languages;
  for (const auto& language : info.languages) {
    if (language.documents != 0) languages.push_back(language.language + std::to_string(language.documents));
  }
  std::sort(languages.begin(), languages.end());
  for (const std::string& language : languages) text += ' ' + language;
  return text;
}

const std::vector<std::string> many_queries = {"gouvernement",
                                               "koersen",
                                               "réforme AND retraites",
                                               "NOT lang:fr",
                                               "koersen OR réforme",
                                               "\"de koersen van\"",
                                               "gisteren NEAR/6 punten",
                                               "later",
                                               "nu OR twice",
                                               "koers*",
                                               "section:s1 AND NOT later",
                                               "id:a7",
                                               "date:2025-03-12..2025-03-15 AND retraites",
                                               "(gouvernement OR koersen) AND NOT (nu OR later)"};

}  // namespace

const std::vector<std::string> narrow_queries = {"later",
                                                 "nu OR twice",
                                                 "section:s1 AND later",
                                                 "id:a7",
                                                 "(gouvernement OR koersen) AND (nu OR later)",
                                                 "\"de koersen van\" AND later"};

void check_answers(nsearch::Searcher& a, nsearch::Searcher& b, const std::vector<std::string>& queries) {
  for (const std::string& query : queries) {
    INFO(query);
    CHECK(ids(a, query) == ids(b, query));
    CHECK(hits(a, query) == hits(b, query));
    CHECK(hits(a, query, nsearch::SortOrder::newest_first) ==
          hits(b, query, nsearch::SortOrder::newest_first));
    nsearch::SearchRequest request;
    request.query = query;
    CHECK(a.count(request).total.lower == b.count(request).total.lower);
  }
  CHECK(facets(a, "gouvernement OR koersen") == facets(b, "gouvernement OR koersen"));
  CHECK(described(a.info()) == described(b.info()));
}

void check_alike(const std::string& apart, const std::string& in_place) {
  CHECK((dump(apart) == dump(in_place)));
  nsearch::Searcher a({apart}), b({in_place});
  check_answers(a, b, many_queries);
  for (const std::string& index : {apart, in_place}) {
    const nsearch::CheckReport report = nsearch::check_index(index);
    for (const auto& finding : report.findings)
      UNSCOPED_INFO(finding.part + ": " + finding.where + ' ' + finding.what);
    CHECK(report.problems == 0);
  }
}
