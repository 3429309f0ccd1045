// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/recency.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "nsearch/error.h"
#include "searching.h"
#include "tiny_index.h"

using nsearch::Searcher;
using nsearch::SearchRequest;
using namespace nsearch::searcher;

namespace {

std::int64_t at(const std::string& date) {
  return nsearch::parse_date(date)->seconds;
}

/// What each document gains.
std::map<std::string, double> gains(const std::vector<std::string>& dates, double half_life,
                                    const std::string& now) {
  std::vector<nsearch::StoredDocument> all;
  for (const std::string& date : dates) {
    all.push_back(tiny::document("d" + date, "nl", "", "koers"));
    all.back().date = date;
  }
  Xapian::WritableDatabase database = tiny::in_memory(all);
  Xapian::Enquire enquire(database);
  enquire.set_query(recency_query(database, half_life, 8, at(now)));
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  std::map<std::string, double> found;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    found[match.get_document().get_value(1).substr(1)] = match.get_weight();
  }
  return found;
}

}  // namespace

TEST_CASE("A document gains half as much for each half-life that it is older") {
  const auto gained =
      gains({"2025-06-30", "2025-05-31", "2025-05-01", "2024-12-15", "2023-01-01", ""}, 30, "2025-06-30");
  CHECK(gained.at("2025-06-30") == Approx(8));
  CHECK(gained.at("2025-05-31") == Approx(4));
  CHECK(gained.at("2025-05-01") == Approx(2));
  CHECK(gained.count("2023-01-01") == 0);
  CHECK(gained.count("") == 0);
}

TEST_CASE("Gains follow the formula within its steps, for short and long half-lives") {
  for (const double half_life : {1.0, 7.0, 30.0, 365.25, 3652.5}) {
    std::vector<std::string> dates;
    for (int year = 1990; year <= 2025; ++year) {
      for (int month = 1; month <= (year == 2025 ? 6 : 12); ++month) {
        for (const int day : {1, 9, 17, 25}) {
          char date[40];
          std::snprintf(date, sizeof date, "%04d-%02d-%02d", year, month, day);
          dates.push_back(date);
        }
      }
    }
    const auto gained = gains(dates, half_life, "2025-06-25");
    for (const std::string& date : dates) {
      const double age = static_cast<double>(at("2025-06-25") - at(date)) / 86400;
      // A step is a quarter of a half-life; from three months on an age may be half a month off, from ten years
      // on half a year.
      const double off = half_life / 4 + (age > 3660 ? 184 : age > 91 ? 16 : 0);
      const auto found = gained.find(date);
      const double gain = found == gained.end() ? 0 : found->second;
      CAPTURE(half_life, date, age, gain);
      if (age + off < 6 * half_life) CHECK(gain >= 8 * std::exp2(-(age + off) / half_life) * 0.999);
      CHECK(gain <= 8 * std::exp2(-std::max(0.0, age - off) / half_life) * 1.001);
    }
  }
}

TEST_CASE("In an archive ages count from its last day") {
  CHECK(gains({"2019-03-01", "2019-01-30"}, 30, "2025-06-25").at("2019-03-01") == Approx(8));
  CHECK(gains({"2099-01-01", "2025-06-25"}, 30, "2025-06-25").at("2025-06-25") == Approx(8));
  CHECK(gains({"", ""}, 30, "2025-06-25").empty());
}

TEST_CASE("With recency newer ones of equally good documents come first, undated ones last") {
  tiny::Folder index;
  auto all = courses(0, 4);
  all[1].date = "2020-01-01";
  all[2].date = "2020-03-01";
  all[3].date = "2019-12-01";
  tiny::publish(index.path(), 1, all);
  Searcher searcher({index.path().string()});
  SearchRequest request = asking("koers");
  CHECK(ids(searcher.search(request)) == std::vector<std::string>{"d0", "d1", "d2", "d3"});
  request.recency_half_life = 60;
  const auto results = searcher.search(request);
  CHECK(ids(results) == std::vector<std::string>{"d2", "d1", "d3", "d0"});
  CHECK(results.total.lower == 4);
  request.query = "lang:nl";
  CHECK(ids(searcher.search(request)) == std::vector<std::string>{"d2", "d1", "d3", "d0"});
  request.recency_half_life = 0.5;
  CHECK(code_of([&] { searcher.search(request); }) == nsearch::ErrorCode::usage);
}
