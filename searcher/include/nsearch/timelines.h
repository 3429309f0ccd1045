// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "nsearch/searcher.h"

/// Several queries over time, side by side
/// =======================================
///
///     nsearch::SearchRequest shape;
///     shape.timeline = nsearch::TimelineStep::month;
///     nsearch::Timelines both = nsearch::timelines(searcher, shape, {"Nvidia", "OpenAI"});
///     for (const nsearch::ComparedPeriod& period : both.periods)
///       std::cout << period.name << ' ' << period.documents[0] << ' ' << period.documents[1] << '\n';
namespace nsearch {

/// One query's totals.
struct ComparedQuery {
  std::string query;
  std::optional<QueryDiagnostic> diagnostic;  ///< set: malformed, it was not searched
  std::vector<QueryDiagnostic> hints;
  CountBasis counts;
  std::uint64_t undated = 0;  ///< hits without a date
};

struct ComparedPeriod {
  std::string name;                      ///< as in TimelinePeriod
  std::string first_day, last_day;       ///< "2025-03-13"
  std::vector<std::uint64_t> documents;  ///< of each query, in their order
};

struct Timelines {
  TimelineStep step =
      TimelineStep::day;  ///< coarser than asked for where there would be more than 10,000 periods
  std::vector<ComparedQuery> queries;
  std::vector<ComparedPeriod> periods;  ///< from the first hit of any query to the last one
  double seconds = 0;
  bool ok() const {
    for (const ComparedQuery& one : queries)
      if (one.diagnostic) return false;
    return true;
  }
};

/// Counts the hits of each query over time, with the step, time zone, languages and other options of `shape`, whose own
/// query means nothing. A malformed query is a diagnostic in the result; then there are no periods. Takes as long as
/// the searches one after the other. Throws as Searcher::search().
NSEARCH_EXPORT Timelines timelines(Searcher& searcher, const SearchRequest& shape,
                                   const std::vector<std::string>& queries);

struct PresentOptions;

/// As JSON, as a table (a column a query) or for people ("json", "csv", "tsv", "text").
NSEARCH_EXPORT void present_timelines(const Timelines& timelines, const std::string& format,
                                      std::ostream& out, const PresentOptions& options);

}  // namespace nsearch
