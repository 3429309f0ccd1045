// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/recency.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "result/periods.h"
#include "result/timeline.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

using Xapian::Query;

namespace {

constexpr int steps_a_half_life = 4;
constexpr double half_lives = 6;
constexpr std::int64_t days_one_by_one = 92;
constexpr std::int64_t months_one_by_one = 120;
constexpr std::int64_t most_years = 100;
constexpr std::int64_t a_day = 86400;

std::int64_t end_day(std::int64_t period, TimelineStep step) {
  return begin_day(period + 1, step) - 1;
}

std::string term(std::string_view prefix, std::string name) {
  std::erase(name, '-');
  return schema::bounded_term(prefix, name);
}

class Ages {
 public:
  Ages(const Xapian::Database& database, double half_life, std::int64_t newest_day)
      : database_(database), half_life_(half_life), newest_(newest_day) {}

  /// The terms of each step, the newest first.
  std::map<int, std::vector<Query>> terms() {
    const auto oldest = static_cast<std::int64_t>(static_cast<double>(newest_) - half_life_ * half_lives);
    // Whole months follow the days, whole years the months.
    std::int64_t month = period_of((newest_ - days_one_by_one) * a_day, TimelineStep::month);
    for (std::int64_t day = begin_day(month, TimelineStep::month); day <= newest_; ++day) {
      if (day >= oldest) add(schema::prefix::day, day, TimelineStep::day);
    }
    std::int64_t months = 0;
    for (--month; months < months_one_by_one || (month + 1) % 12 != 0; ++months, --month) {
      if (end_day(month, TimelineStep::month) < oldest) return std::move(terms_);
      add(schema::prefix::month, month, TimelineStep::month);
    }
    std::int64_t year = (month + 1) / 12 - 1;
    for (std::int64_t years = 0; years < most_years; ++years, --year) {
      if (year < 1 || end_day(year, TimelineStep::year) < oldest) break;
      add(schema::prefix::year, year, TimelineStep::year);
    }
    return std::move(terms_);
  }

 private:
  void add(std::string_view prefix, std::int64_t period, TimelineStep step) {
    const std::string name = term(prefix, period_name(period, step));
    if (!database_.term_exists(name)) return;
    const std::int64_t first = begin_day(period, step), last = end_day(period, step);
    const double age = static_cast<double>(newest_) - static_cast<double>(first + last) / 2;
    const int at = static_cast<int>(std::max(0.0, age) / half_life_ * steps_a_half_life);
    terms_[at].push_back(Query(name));
  }

  const Xapian::Database& database_;
  double half_life_;
  std::int64_t newest_;
  std::map<int, std::vector<Query>> terms_;
};

}  // namespace

Query recency_query(const Xapian::Database& database, double half_life_days, double most, std::int64_t now) {
  const std::string newest = database.get_value_upper_bound(schema::slot_date);
  if (newest.empty()) return Query();
  const std::int64_t day = period_of(std::min(seconds_of(newest), now), TimelineStep::day);
  std::vector<Query> gains;
  for (const auto& [step, terms] : Ages(database, half_life_days, day).terms()) {
    const double gain = most * std::exp2(-static_cast<double>(step) / steps_a_half_life);
    Xapian::FixedWeightPostingSource fixed(gain);
    gains.push_back(Query(Query::OP_FILTER, Query(&fixed), Query(Query::OP_OR, terms.begin(), terms.end())));
  }
  return Query(Query::OP_OR, gains.begin(), gains.end());
}

}  // namespace nsearch::searcher
