// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "nsearch/presenter.h"

using namespace nsearch;

namespace {

SearchResults counts() {
  SearchResults results;
  results.total = {10, 10, 10};
  results.counts = {10, 10, true};
  results.facets = {{"source", {{"De Krant", 7}, {"Le Journal, b.v.", 2}}, 3, 1}};
  Timeline timeline;
  timeline.step = TimelineStep::month;
  timeline.periods = {{"2025-01", "2025-01-01", "2025-01-31", 4},
                      {"2025-02", "2025-02-01", "2025-02-28", 0},
                      {"2025-03", "2025-03-01", "2025-03-31", 1}};
  timeline.undated = 5;
  results.timeline = timeline;
  return results;
}

std::string present(const std::string& format, const SearchResults& results,
                    const PresentOptions& options = {}) {
  std::ostringstream out;
  SearchRequest request;
  request.query = "q";
  request.limit = 0;
  request.facets = {"source"};
  request.timeline = TimelineStep::month;
  const auto presenter = make_presenter(format, out, options);
  presenter->results("", request, results);
  presenter->finish();
  return out.str();
}

}  // namespace

TEST_CASE("Counts for people") {
  CHECK(present("text", counts()) ==
        "source\n  7  De Krant\n  2  Le Journal, b.v.\n  and 3 further values\n  1  (none)\n\n"
        "by month\n  2025-01  4\n  2025-02  0\n  2025-03  1\n  5 without a date\n\n"
        "10 documents (0.000 s)\n");
}

TEST_CASE("On a terminal the timeline is as wide as that, and never empty where there is something") {
  PresentOptions options;
  options.bars = true;
  options.width = 34;  // 20 columns are left for the bars
  SearchResults results = counts();
  results.timeline->periods[0].documents = 1000;
  const std::string text = present("text", results, options);
  std::string full;
  for (int i = 0; i < 17; ++i) full += "█";
  CHECK(text.find("2025-01  1000  " + full + "\n") != std::string::npos);
  CHECK(text.find("2025-02     0\n") != std::string::npos);
  CHECK(text.find("2025-03     1  ▌\n") != std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
  options.colour = true;
  CHECK(present("text", results, options).find("\x1b[36m█") != std::string::npos);
}

TEST_CASE("Counts in JSON") {
  const auto json = nlohmann::json::parse(present("json", counts()));
  CHECK(json["counts"] == nlohmann::json::parse(R"({"exact":true,"counted":10,"hits":10})"));
  CHECK(json["facet_counts"] ==
        nlohmann::json::parse(R"([{"facet":"source","further_values":3,"without_value":1,
    "values":[{"value":"De Krant","count":7},{"value":"Le Journal, b.v.","count":2}]}])"));
  CHECK(json["timeline"]["step"] == "month");
  CHECK(json["timeline"]["undated"] == 5);
  CHECK(json["timeline"]["periods"][2] ==
        nlohmann::json::parse(
            R"({"period":"2025-03","first_day":"2025-03-01","last_day":"2025-03-31","count":1})"));
  const auto line = nlohmann::json::parse(present("ndjson", counts()));
  CHECK(line["version"] == 1);
  CHECK(line["timeline"] == json["timeline"]);
}

TEST_CASE("Counts as a table") {
  CHECK(present("csv", counts()) ==
        "facet,value,count,exact\r\nsource,De Krant,7,yes\r\nsource,\"Le Journal, "
        "b.v.\",2,yes\r\nsource,,1,yes\r\n"
        "timeline month,2025-01,4,yes\r\ntimeline month,2025-02,0,yes\r\ntimeline month,2025-03,1,yes\r\n"
        "timeline month,,5,yes\r\n");
}

TEST_CASE("Counts of a part of the hits are estimates, and say so") {
  SearchResults results = counts();
  results.counts = {10, 30, false};
  const auto json = nlohmann::json::parse(present("json", results));
  CHECK(json["counts"]["exact"] == false);
  CHECK(json["facet_counts"][0]["values"][0] ==
        nlohmann::json::parse(R"({"value":"De Krant","count":7,"estimate":21})"));
  const std::string text = present("text", results);
  CHECK(text.find("  ~21  De Krant\n") != std::string::npos);
  CHECK(text.find("Estimates: 10 of about 30 documents were counted.") != std::string::npos);
  CHECK(present("csv", results).find("source,De Krant,21,no\r\n") != std::string::npos);
}
