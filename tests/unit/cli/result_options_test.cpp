// SPDX-License-Identifier: GPL-2.0-or-later
#include "result_options.h"

#include <catch2/catch.hpp>

#include "nsearch/error.h"

using namespace nsearch;
using namespace nsearch::cli;

namespace {

SearchRequest request_of(const ResultOptions& options) {
  SearchRequest request;
  set_request(options, request);
  return request;
}

}  // namespace

TEST_CASE("A half-life in days, weeks, months or years") {
  CHECK(half_life_days("30") == 30);
  CHECK(half_life_days("30d") == 30);
  CHECK(half_life_days("2w") == 14);
  CHECK(half_life_days("1y") == 365.25);
  for (const char* text : {"", "0", "0d", "d", "-3d", "3 d", "3x", "101y", "99999999999d"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(half_life_days(text), Error);
  }
}

TEST_CASE("Limits are numbers, or all") {
  ResultOptions options;
  options.limit = "25";
  CHECK(request_of(options).limit == 25);
  CHECK_FALSE(wants_all(options));
  options.limit = "all";
  CHECK(wants_all(options));
  for (const char* text : {"", "ten", "-1", "1e3", "5 "}) {
    options.limit = text;
    CHECK_THROWS_AS(request_of(options), Error);
  }
}

TEST_CASE("A walk over all results has neither order nor counts nor marks") {
  ResultOptions options;
  options.format = "ndjson";
  options.limit = "all";
  CHECK_NOTHROW(check_all(options));
  const auto refused = [&](auto change) {
    ResultOptions changed = options;
    change(changed);
    CHECK_THROWS_AS(check_all(changed), Error);
  };
  refused([](ResultOptions& o) { o.format = "json"; });
  refused([](ResultOptions& o) { o.sort = "-date"; });
  refused([](ResultOptions& o) { o.recency = "30d"; });
  refused([](ResultOptions& o) { o.offset = 10; });
  refused([](ResultOptions& o) { o.facets = {"lang"}; });
  refused([](ResultOptions& o) { o.timeline = "day"; });
  refused([](ResultOptions& o) { o.fields = {"id", "snippets"}; });
}

TEST_CASE("What is not shown is not made") {
  ResultOptions options;
  CHECK(request_of(options).snippets);
  CHECK_FALSE(request_of(options).bodies);
  options.format = "csv";
  CHECK_FALSE(request_of(options).snippets);
  options.fields = {"title", "snippets", "body"};
  CHECK(request_of(options).snippets);
  CHECK(request_of(options).bodies);
  options.format = "ids";
  CHECK_FALSE(request_of(options).documents);
  CHECK_FALSE(request_of(options).snippets);
  PresentOptions present;
  CHECK_THROWS_AS(set_present_options(options, present), Error);
}
