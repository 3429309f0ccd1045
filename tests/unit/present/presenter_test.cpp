// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/presenter.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "nsearch/error.h"
#include "present/mark.h"

using namespace nsearch;

namespace {

SearchResults two_hits() {
  SearchResults results;
  results.total = {12, 12, 12};
  results.seconds = 0.0042;
  Hit hit;
  hit.rank = 3;
  hit.score = 1.5;
  hit.id = "fr-1";
  hit.document.id = "fr-1";
  hit.document.url = "https://news.example/1";
  hit.document.title = "Nvidia chute";
  hit.document.language = "fr";
  hit.document.date = "2025-03-13";
  hit.document.facets = {{"topic", "a"}, {"topic", "b"}, {"kind", "c"}};
  hit.title = {"Nvidia chute", {{0, 6}}};
  hit.snippets = {{"… l'action Nvidia\n perd", {{13, 19}}}};
  results.hits.push_back(hit);
  hit = {};
  hit.rank = 4;
  hit.score = 0.25;
  hit.id = "an id";
  hit.document.id = "an id";
  results.hits.push_back(hit);
  return results;
}

std::string present(const std::string& format, const SearchResults& results, PresentOptions options = {},
                    const std::string& query_id = {}) {
  std::ostringstream out;
  const auto presenter = make_presenter(format, out, options);
  SearchRequest request;
  request.query = "Nvidia";
  presenter->results(query_id, request, results);
  presenter->finish();
  return out.str();
}

}  // namespace

TEST_CASE("text") {
  CHECK(present("text", two_hits()) ==
        "3. Nvidia chute\n"
        "   fr | 2025-03-13 | fr-1\n"
        "   https://news.example/1\n"
        "   … l'action Nvidia  perd\n"
        "\n"
        "4. an id\n"
        "   an id\n"
        "\n"
        "3 to 4 of 12 documents (0.004 s)\n");
}

TEST_CASE("text in colour marks the matches") {
  PresentOptions options;
  options.colour = true;
  const std::string text = present("text", two_hits(), options);
  CHECK(text.find("\x1b[1;31mNvidia\x1b[0m") != std::string::npos);
}

TEST_CASE("an estimated total says so, an empty answer too") {
  SearchResults results = two_hits();
  results.total = {100, 250, 900};
  CHECK(present("text", results).find("of about 250 (at least 100) documents") != std::string::npos);
  CHECK(present("text", {}) == "Nothing found.\n");
}

TEST_CASE("no document can drive the terminal") {
  CHECK(searcher::printable("a\x1b[31mb\x7f\xc2\x9b"
                            "c\u00e9") == "a [31mb  c\u00e9");
}

TEST_CASE("trec: six columns, white space in ids replaced") {
  PresentOptions options;
  options.run = "mine";
  CHECK(present("trec", two_hits(), options, "q 1") ==
        "q_1 Q0 fr-1 3 1.500000 mine\n"
        "q_1 Q0 an_id 4 0.250000 mine\n");
}

TEST_CASE("ids: one a line") {
  CHECK(present("ids", two_hits()) == "fr-1\nan id\n");
}

TEST_CASE("json") {
  const auto json = nlohmann::json::parse(present("json", two_hits(), {}, "q1"));
  CHECK(json["version"] == 1);
  CHECK(json["query_id"] == "q1");
  CHECK(json["total"]["exact"] == true);
  REQUIRE(json["hits"].size() == 2);
  const auto& hit = json["hits"][0];
  CHECK(hit["rank"] == 3);
  CHECK(hit["id"] == "fr-1");
  CHECK(hit["facets"] == nlohmann::json::parse(R"({"topic":["a","b"],"kind":"c"})"));
  CHECK(hit["snippets"][0]["marks"] == nlohmann::json::parse("[[13,19]]"));
  CHECK_FALSE(hit.contains("body"));
}

TEST_CASE("ndjson: one line a hit") {
  std::istringstream lines(present("ndjson", two_hits()));
  std::string line;
  std::size_t rank = 3;
  while (std::getline(lines, line)) CHECK(nlohmann::json::parse(line)["rank"] == rank++);
  CHECK(rank == 5);
}

TEST_CASE("bytes that are no UTF-8 don't break JSON") {
  SearchResults results = two_hits();
  results.hits[0].document.title = "bad \xff byte";
  CHECK_NOTHROW(nlohmann::json::parse(present("json", results)));
}

TEST_CASE("an unknown format is bad usage that names the known ones") {
  std::ostringstream out;
  try {
    make_presenter("xml", out, {});
    FAIL("accepted");
  } catch (const Error& e) {
    CHECK(e.code() == ErrorCode::usage);
    CHECK(e.way_out().find("ndjson") != std::string::npos);
  }
}
