// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <fstream>

#include "nsearch/error.h"
#include "searching.h"
#include "tiny_index.h"

using nsearch::Facet;
using nsearch::Searcher;
using nsearch::SearchRequest;
using nsearch::SearchResults;
using nsearch::StoredDocument;
using nsearch::TimelineStep;

namespace {

std::vector<StoredDocument> newspaper() {
  std::vector<StoredDocument> all = courses(0, 9);
  const char* dates[] = {"2024-12-29", "2024-12-30", "2025-03-13", "2025-03-14", "2025-03-14",
                         "2025-05-01", "",           "",           "2025-03-31"};
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].date = dates[i];
    all[i].source = i < 6 ? "De Krant" : "Le Journal";
    if (i % 2 == 0) all[i].author = "A. Auteur";
    all[i].url =
        i < 4 ? "https://krant.example/" + std::to_string(i) : "https://journal.example/" + std::to_string(i);
  }
  all[0].facets = {{"topic", "Économie"}, {"topic", "Sport"}, {"topic", "Sport"}};
  all[1].facets = {{"topic", "économie"}};
  all[2].facets = {{"topic", "Économie"}};
  all[3].body = "Iets anders.";
  all[3].title = "";
  return all;
}

/// "name: value count, ...; + further; - without"
std::string shown(const Facet& facet) {
  std::string text = facet.name + ":";
  for (const auto& value : facet.values)
    text += " " + value.value + " " + std::to_string(value.documents) + ",";
  return text + " +" + std::to_string(facet.further) + " -" + std::to_string(facet.without_value);
}

SearchResults counted(Searcher& searcher, std::vector<std::string> facets,
                      const std::string& query = "koers") {
  SearchRequest request = asking(query);
  request.facets = std::move(facets);
  return searcher.search(request);
}

std::string facet(Searcher& searcher, const std::string& name) {
  return shown(counted(searcher, {name}).facets.at(0));
}

}  // namespace

TEST_CASE("Facets count the values of all hits, not of the page") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, newspaper());
  Searcher searcher({index.path().string()});
  CHECK(facet(searcher, "lang") == "lang: nl 8, +0 -0");
  CHECK(facet(searcher, "source") == "source: De Krant 5, Le Journal 3, +0 -0");
  CHECK(facet(searcher, "author") == "author: A. Auteur 5, +0 -3");
  CHECK(facet(searcher, "month") == "month: 2025-03 3, 2024-12 2, 2025-05 1, +0 -2");
  CHECK(facet(searcher, "year") == "year: 2025 4, 2024 2, +0 -2");
  CHECK(facet(searcher, "day").substr(0, 33) == "day: 2024-12-29 1, 2024-12-30 1, ");
  CHECK(facet(searcher, "host") == "host: journal.example 5, krant.example 3, +0 -0");

  SearchRequest request = asking("koers");
  request.limit = 1;
  request.facets = {"source", "lang"};
  request.facet_values = 1;
  const SearchResults results = searcher.search(request);
  REQUIRE(results.facets.size() == 2);
  CHECK(shown(results.facets[0]) == "source: De Krant 5, +1 -0");
  CHECK(results.counts.exact);
  CHECK(results.counts.counted == 8);
  CHECK(results.total.exact());
  CHECK(results.total.lower == 8);
}

TEST_CASE("A value counts once a document, in whatever spelling; the most frequent spelling is shown") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, newspaper());
  Searcher searcher({index.path().string()});
  CHECK(facet(searcher, "topic") == "topic: Économie 3, Sport 1, +0 -5");
}

TEST_CASE("An unknown facet is refused, and the known ones named") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, newspaper());
  Searcher searcher({index.path().string()});
  try {
    counted(searcher, {"topics"});
    FAIL("accepted");
  } catch (const nsearch::Error& error) {
    CHECK(error.code() == nsearch::ErrorCode::usage);
    CHECK(error.way_out().find("topic") != std::string::npos);
    CHECK(error.way_out().find("lang") != std::string::npos);
  }
}

TEST_CASE("Of more hits than may be counted the counts are lower bounds, and say so") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, courses(0, 300));
  Searcher searcher({index.path().string()});
  SearchRequest request = asking("koers");
  request.facets = {"lang"};
  request.counts_exact_up_to = 50;
  const SearchResults results = searcher.search(request);
  CHECK_FALSE(results.counts.exact);
  CHECK(results.counts.counted >= 50);
  CHECK(results.counts.counted < 300);
  CHECK(results.counts.hits >= results.counts.counted);
  CHECK(results.facets[0].values[0].documents == results.counts.counted);
  request.counts_exact_up_to = 300;
  CHECK(searcher.search(request).counts.exact);
}

TEST_CASE("A timeline shows every period between the first and the last hit") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, newspaper());
  Searcher searcher({index.path().string()});
  const auto timeline = [&](TimelineStep step) {
    SearchRequest request = asking("koers");
    request.timeline = step;
    const SearchResults results = searcher.search(request);
    REQUIRE(results.timeline);
    CHECK(results.timeline->step == step);
    CHECK(results.timeline->undated == 2);
    std::string text;
    for (const auto& period : results.timeline->periods)
      text += period.name + " " + std::to_string(period.documents) + ", ";
    return text;
  };
  CHECK(timeline(TimelineStep::month) ==
        "2024-12 2, 2025-01 0, 2025-02 0, 2025-03 3, 2025-04 0, 2025-05 1, ");
  CHECK(timeline(TimelineStep::year) == "2024 2, 2025 4, ");
  CHECK(timeline(TimelineStep::week).substr(0, 38) == "2024-W52 1, 2025-W01 1, 2025-W02 0, 20");
  CHECK(timeline(TimelineStep::day).substr(0, 42) == "2024-12-29 1, 2024-12-30 1, 2024-12-31 0, ");
}

TEST_CASE("Days are those of the time zone") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, newspaper());
  Searcher searcher({index.path().string()});
  SearchRequest request = asking("koers");
  request.time_zone = "America/New_York";  // a date without a time is midnight in UTC
  request.facets = {"month"};
  request.timeline = TimelineStep::day;
  const SearchResults results = searcher.search(request);
  CHECK(shown(results.facets[0]) == "month: 2025-03 3, 2024-12 2, 2025-04 1, +0 -2");
  CHECK(results.timeline->periods.front().name == "2024-12-28");
}

TEST_CASE("A timeline of too many periods is made coarser, and says so") {
  tiny::Folder index;
  auto all = courses(0, 3);
  all[0].date = "0800-01-01";
  all[1].date = "2025-01-01";
  tiny::publish(index.path(), 1, all);
  Searcher searcher({index.path().string()});
  SearchRequest request = asking("koers");
  request.timeline = TimelineStep::day;
  const SearchResults results = searcher.search(request);
  CHECK(results.timeline->step == TimelineStep::year);
  CHECK(results.timeline->periods.size() == 1226);
  CHECK(results.timeline->undated == 1);
}

TEST_CASE("Nothing found gives empty counts") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, newspaper());
  Searcher searcher({index.path().string()});
  SearchRequest request = asking("niets");
  request.facets = {"lang", "month", "host"};
  request.timeline = TimelineStep::day;
  const SearchResults results = searcher.search(request);
  CHECK(results.facets.size() == 3);
  for (const Facet& one : results.facets) CHECK(one.values.empty());
  CHECK(results.timeline->periods.empty());
  CHECK(results.counts.exact);
}

TEST_CASE("A stock server of remote shards orders, counts and weighs age as a local index does") {
  if (std::system("command -v xapian-progsrv >/dev/null 2>&1") != 0) {
    WARN("skipped: xapian-progsrv is not installed");
    return;
  }
  tiny::Folder index, served;
  tiny::publish(index.path(), 1, newspaper());
  std::ofstream(served.path() / "XAPIANDB")
      << "remote :xapian-progsrv " + (index.path() / "gen-1").string() + "\n";
  Searcher local({index.path().string()}), remote({served.path().string()});
  SearchRequest request = asking("koers");
  request.facets = {"lang", "month", "topic", "host"};
  request.timeline = TimelineStep::week;
  request.limit = 4;
  for (const auto sort :
       {nsearch::SortOrder::rank, nsearch::SortOrder::oldest_first, nsearch::SortOrder::newest_first}) {
    for (const double half_life : {0.0, 30.0}) {
      request.sort = sort;
      request.recency_half_life = half_life;
      for (request.offset = 0; request.offset < 9; request.offset += 3) {
        const SearchResults here = local.search(request), there = remote.search(request);
        CHECK(ids(here) == ids(there));
        REQUIRE(here.facets.size() == there.facets.size());
        for (std::size_t i = 0; i < here.facets.size(); ++i)
          CHECK(shown(here.facets[i]) == shown(there.facets[i]));
        CHECK(here.timeline->periods.size() == there.timeline->periods.size());
        CHECK(here.total.lower == there.total.lower);
      }
    }
  }
}
