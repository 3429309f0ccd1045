// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>

#include "nsearch/timelines.h"
#include "result/periods.h"

namespace nsearch {

using namespace searcher;

namespace {

constexpr std::size_t most_periods = 10000;

SearchRequest counting(const SearchRequest& shape, TimelineStep step) {
  SearchRequest request = shape;
  request.timeline = step;
  request.offset = request.limit = 0;
  request.facets.clear();
  request.fold = request.suggest = request.explain = false;
  return request;
}

/// Days at which the periods begin, and each query's count of that one. A period's first day sorts as its text.
using Counts = std::map<std::string, std::vector<std::uint64_t>>;

class Comparison {
 public:
  Comparison(Searcher& searcher, const SearchRequest& shape, const std::vector<std::string>& queries)
      : searcher_(searcher), shape_(shape), queries_(queries) {
    compared_.step = shape.timeline.value_or(TimelineStep::month);
  }

  Timelines run() {
    while (!count()) {
    }
    return std::move(compared_);
  }

 private:
  /// False where one query took a coarser step, which all must take then.
  bool count() {
    compared_.queries.clear();
    compared_.periods.clear();
    counts_.clear();
    SearchRequest request = counting(shape_, compared_.step);
    for (const std::string& query : queries_) {
      request.query = query;
      const SearchResults results = searcher_.search(request);
      compared_.seconds += results.seconds;
      ComparedQuery one;
      one.query = query;
      one.diagnostic = results.diagnostic;
      one.hints = results.hints;
      one.counts = results.counts;
      if (results.timeline) {
        if (coarser_than(results.timeline->step, compared_.step)) {
          compared_.step = results.timeline->step;
          return false;
        }
        add(*results.timeline, compared_.queries.size());
        one.undated = results.timeline->undated;
      }
      compared_.queries.push_back(std::move(one));
    }
    return !compared_.ok() || fill();
  }

  static bool coarser_than(TimelineStep a, TimelineStep b) {
    return static_cast<int>(a) > static_cast<int>(b);
  }

  void add(const Timeline& timeline, std::size_t query) {
    for (const TimelinePeriod& period : timeline.periods) {
      std::vector<std::uint64_t>& documents = counts_[period.first_day];
      documents.resize(queries_.size());
      documents[query] = period.documents;
    }
  }

  /// Every period from the first to the last; false where these are too many.
  bool fill() {
    if (counts_.empty()) return true;
    const std::int64_t first = number(counts_.begin()->first), last = number(counts_.rbegin()->first);
    if (static_cast<std::size_t>(last - first) >= most_periods && compared_.step != TimelineStep::year) {
      compared_.step = static_cast<TimelineStep>(static_cast<int>(compared_.step) + 1);
      return false;
    }
    for (std::int64_t period = first; period <= last; ++period) {
      ComparedPeriod one{period_name(period, compared_.step),
                         first_day(period, compared_.step),
                         last_day(period, compared_.step),
                         {}};
      const auto counted = counts_.find(one.first_day);
      one.documents =
          counted != counts_.end() ? counted->second : std::vector<std::uint64_t>(queries_.size());
      compared_.periods.push_back(std::move(one));
    }
    return true;
  }

  std::int64_t number(const std::string& day) const {
    return period_of(parse_date(day)->seconds, compared_.step);
  }

  Searcher& searcher_;
  const SearchRequest& shape_;
  const std::vector<std::string>& queries_;
  Timelines compared_;
  Counts counts_;
};

}  // namespace

Timelines timelines(Searcher& searcher, const SearchRequest& shape, const std::vector<std::string>& queries) {
  return Comparison(searcher, shape, queries).run();
}

}  // namespace nsearch
