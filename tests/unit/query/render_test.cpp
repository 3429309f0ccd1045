// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "nsearch/query.h"

using namespace nsearch;

namespace {

std::string rendered(const std::string& query) {
  const ParsedQuery parsed = parse_query(query);
  REQUIRE(parsed.diagnostic);
  return parsed.diagnostic->render(query);
}

std::vector<std::string> lines(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> result;
  for (std::string line; std::getline(in, line);) result.push_back(line);
  return result;
}

/// The query's line and the carets below it.
std::string picture(const std::string& query) {
  const std::vector<std::string> all = lines(rendered(query));
  REQUIRE(all.size() >= 3);
  return all[1] + '\n' + all[2];
}

}  // namespace

TEST_CASE("a diagnostic shows the message, the query, a caret, what was expected and a suggestion") {
  CHECK(rendered("(a OR b AND c") ==
        "column 1: this parenthesis is not closed\n"
        "  (a OR b AND c\n"
        "  ^\n"
        "  expected: a closing )\n"
        "  add ) where the group ends\n");
}

TEST_CASE("what is empty is left out") {
  QueryDiagnostic bare;
  bare.end = 1;
  bare.message = "no";
  CHECK(bare.render("ab") == "column 1: no\n  ab\n  ^\n");
  bare.begin = bare.end = 9;
  CHECK(bare.render("ab") == "column 1: no\n  ab\n    ^\n");
  CHECK(bare.render("") == "column 1: no\n  \n  ^\n");
}

TEST_CASE("the caret stands below its piece, however wide the characters before it are") {
  CHECK(picture("été AND") == "  été AND\n      ^^^");
  CHECK(picture("e\xCC\x81te\xCC\x81 AND") == "  e\xCC\x81te\xCC\x81 AND\n      ^^^");
  CHECK(picture("日本語 AND") == "  日本語 AND\n         ^^^");
  CHECK(picture("🙂 AND") == "  🙂 AND\n     ^^^");
  CHECK(picture("a\tb\tAND") == "  a b AND\n      ^^^");
  CHECK(picture("a (  )") == "  a (  )\n    ^^^^");
  CHECK(picture("日本 “日") == "  日本 “日\n       ^");
}

TEST_CASE("nothing in a query can disturb the terminal") {
  CHECK(picture("\x1B[31mx\x07 AND") == "   [31mx  AND\n          ^^^");
  CHECK(picture("a\xE2\x80\xAE"
                "b AND") == "  ab AND\n     ^^^");
  CHECK(picture("ok \xE9t") == "  ok \xEF\xBF\xBDt\n     ^");
}

TEST_CASE("of several lines the one in question is shown") {
  CHECK(rendered("a AND\nb c OR\n").rfind("line 2, column 5: nothing follows OR\n  b c OR\n      ^^\n", 0) ==
        0);
  CHECK(rendered("x (a\nb").rfind("line 1, column 3: this parenthesis is not closed\n  x (a\n    ^\n", 0) ==
        0);
}

TEST_CASE("of a long query 80 columns are shown") {
  const std::string many = [] {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "word ";
    return text;
  }();
  const auto shown = [](const std::string& query) { return lines(rendered(query)); };
  SECTION("in the middle") {
    const auto all = shown(many + "OR OR " + many);
    CHECK(all[1].size() == 2 + 3 + 80 + 3);
    CHECK(all[1].substr(0, 5) == "  ...");
    CHECK(all[1].substr(all[1].size() - 3) == "...");
    CHECK(all[1].substr(all[2].find('^'), 2) == "OR");
    CHECK(all[2].find('^') == 2 + 3 + 40);
  }
  SECTION("at the beginning") {
    const auto all = shown("AND " + many);
    CHECK(all[1].size() == 2 + 80 + 3);
    CHECK(all[1].substr(0, 5) == "  AND");
    CHECK(all[2] == "  ^^^");
  }
  SECTION("at the end") {
    const auto all = shown(many + "AND");
    CHECK(all[1].size() == 2 + 3 + 80);
    CHECK(all[1].substr(all[1].size() - 3) == "AND");
    CHECK(all[2].size() == all[1].size());
  }
  SECTION("a piece longer than the window") {
    const auto all = shown("(" + std::string(500, ' ') + ")");
    CHECK(all[2] == "  " + std::string(80, '^'));
  }
  SECTION("wide characters") {
    std::string wide;
    for (int i = 0; i < 200; ++i) wide += "日";
    const auto all = shown(wide + " AND");
    CHECK(all[2].size() <= 2 + 3 + 80);
    CHECK(all[1].substr(all[1].size() - 3) == "AND");
  }
}
