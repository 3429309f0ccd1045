// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "nsearch/error.h"
#include "nsearch/presenter.h"

using namespace nsearch;

namespace {

SearchResults awkward_hit() {
  SearchResults results;
  Hit hit;
  hit.rank = 1;
  hit.score = 1.5;
  hit.id = "=a,1";
  hit.document.title = "Il dit \"non\",\r\net part\til";
  hit.document.facets = {{"topic", "a"}, {"topic", "b"}};
  hit.document.body = "-x";
  hit.snippets = {{"een daling", {{4, 10}}}, {"twee", {}}};
  results.hits.push_back(hit);
  results.total = {1, 1, 1};
  return results;
}

std::string table(const std::string& format, std::vector<std::string> fields, bool safe = false,
                  const std::string& query_id = {}) {
  std::ostringstream out;
  PresentOptions options;
  options.fields = std::move(fields);
  options.spreadsheet_safe = safe;
  const auto presenter = make_presenter(format, out, options);
  presenter->results(query_id, {}, awkward_hit());
  presenter->finish();
  return out.str();
}

}  // namespace

TEST_CASE("csv quotes what RFC 4180 says") {
  CHECK(table("csv", {"id", "title", "topic"}) ==
        "id,title,topic\r\n\"=a,1\",\"Il dit \"\"non\"\",\r\net part\til\",a; b\r\n");
}

TEST_CASE("tsv has no line breaks or tabs within a cell") {
  CHECK(table("tsv", {"id", "title", "snippets"}) ==
        "id\ttitle\tsnippets\n=a,1\tIl dit \"non\",  et part il\teen daling | twee\n");
}

TEST_CASE("Formulas are harmless where that is asked for") {
  CHECK(table("tsv", {"id", "body", "rank"}, true) == "id\tbody\trank\n'=a,1\t'-x\t1\n");
  CHECK(table("csv", {"id"}, true) == "id\r\n\"'=a,1\"\r\n");
}

TEST_CASE("The usual columns; a batch has the query first, and one header") {
  CHECK(table("tsv", {}).substr(0, 56) ==
        "rank\tscore\tid\tdate\tlang\tsource\tauthor\ttitle\turl\n1\t1.5000");
  std::ostringstream out;
  PresentOptions options;
  options.fields = {"id"};
  const auto presenter = make_presenter("csv", out, options);
  presenter->results("q1", {}, awkward_hit());
  presenter->results("q2", {}, awkward_hit());
  CHECK(out.str() == "query_id,id\r\nq1,\"=a,1\"\r\nq2,\"=a,1\"\r\n");
}

TEST_CASE("An empty answer still has its header") {
  std::ostringstream out;
  make_presenter("tsv", out, {})->results("", {}, {});
  CHECK(out.str() == "rank\tscore\tid\tdate\tlang\tsource\tauthor\ttitle\turl\n");
}

TEST_CASE("Chosen fields in JSON, in their order") {
  const auto json = nlohmann::ordered_json::parse(table("ndjson", {"title", "topic", "id", "body", "url"}));
  CHECK(json.dump() ==
        "{\"version\":1,\"title\":\"Il dit \\\"non\\\",\\r\\net "
        "part\\til\",\"facets\":{\"topic\":[\"a\",\"b\"]},"
        "\"id\":\"=a,1\",\"body\":\"-x\"}");
}

TEST_CASE("Hits one by one") {
  const Hit hit = [] {
    Hit one = awkward_hit().hits[0];
    one.rank = 0;
    return one;
  }();
  const auto written = [&](const std::string& format) {
    std::ostringstream out;
    const auto presenter = make_presenter(format, out, {});
    presenter->hit(hit);
    presenter->hit(hit);
    return out.str();
  };
  CHECK(written("ids") == "=a,1\n=a,1\n");
  CHECK(written("tsv").substr(0, 43) == "id\tdate\tlang\tsource\tauthor\ttitle\turl\n=a,1\t\t");
  CHECK(written("ndjson").find("\"rank\"") == std::string::npos);
  CHECK_THROWS_AS(written("json"), Error);
  CHECK_THROWS_AS(written("text"), Error);
}

TEST_CASE("Field names are checked") {
  CHECK_NOTHROW(check_fields({"title", "topic"}, {"topic"}));
  CHECK_THROWS_AS(check_fields({"titel"}, {"topic"}), Error);
  CHECK(is_hit_field("snippets"));
  CHECK_FALSE(is_hit_field("topic"));
}
