// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "nsearch/query.h"
#include "shape.h"

using namespace nsearch;

namespace {

std::size_t depth(const QueryNode& node) {
  std::size_t deepest = 0;
  for (const QueryNode& child : node.children) deepest = std::max(deepest, depth(child));
  return deepest + 1;
}

void check_diagnostic(const QueryDiagnostic& diagnostic, const std::string& query) {
  CHECK(diagnostic.begin <= diagnostic.end);
  CHECK(diagnostic.end <= query.size());
  CHECK_FALSE(diagnostic.message.empty());
  CHECK(diagnostic.render(query).find('^') != std::string::npos);
}

/// A flat tree: no AND directly in an AND, no chain of one.
void check_normal(const QueryNode& node) {
  const bool chain =
      node.kind == QueryKind::all_of || node.kind == QueryKind::any_of || node.kind == QueryKind::bag;
  if (chain) CHECK(node.children.size() >= 2);
  for (const QueryNode& child : node.children) {
    if (chain && node.kind != QueryKind::bag) CHECK((child.kind != node.kind || child.boost != 1));
    CHECK(node.begin <= child.begin);
    CHECK(child.end <= node.end);
    check_normal(child);
  }
}

/// Whether the query was well-formed.
bool check_query(const std::string& query) {
  INFO("query: " << query);
  const ParsedQuery parsed = parse_query(query);
  for (const QueryDiagnostic& hint : parsed.hints) check_diagnostic(hint, query);
  if (parsed.diagnostic) {
    check_diagnostic(*parsed.diagnostic, query);
    return false;
  }
  check_normal(parsed.root);
  const std::string printed = to_query_text(parsed.root);
  INFO("printed: " << printed);
  const ParsedQuery again = parse_query(printed);
  REQUIRE(again.ok());
  REQUIRE(test::same_tree(again.root, parsed.root));
  CHECK(to_query_text(again.root) == printed);
  CHECK_FALSE(to_outline(parsed.root).empty());
  return true;
}

}  // namespace

TEST_CASE("whatever tokens come in whatever order, the parser answers, and prints what it read") {
  const char* const tokens[] = {
      "a",      "été",    "AND",   "OR",         "NOT",        "(",        ")",      " ",
      " ",      " ",      "\"b\"", "\"",         "«",          "»",        "+",      "-",
      "=",      "title:", "lang:", "nope:",      "&&",         "||",       "|",      "\\",
      ":",      "//",     "日本",  "“c d”",      "(e)",        "http://x", "and",    "R&D",
      "\t",     "x ",     "y ",    "z OR ",      "w AND ",     "NOT v ",   "(",      ") ",
      "NEAR/5", " w/3 ",  " ADJ ", "atleast/2:", "~",          "~2",       "^2",     "^",
      "^.5",    "*",      "?",     "mod?le ",    " SENTENCE ", "NOTNEAR",  "^1.25 ", "\"f g\"~4 "};
  std::mt19937 random(20250313);
  std::size_t well_formed = 0;
  for (int round = 0; round < 40000; ++round) {
    std::string query;
    for (std::size_t length = random() % 14; length > 0; --length)
      query += tokens[random() % std::size(tokens)];
    well_formed += check_query(query) ? 1 : 0;
  }
  CHECK(well_formed > 2000);  // else the rounds above say little
  CHECK(well_formed < 36000);
}

TEST_CASE("random bytes never crash the parser") {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string query;
    for (std::size_t length = random() % 24; length > 0; --length)
      query += static_cast<char>(round % 2 == 0 ? random() % 256 : 0x20 + random() % 0x5F);
    check_query(query);
    ParseOptions plain;
    plain.plain = true;
    CHECK(parse_query(query, plain).ok());
  }
}

TEST_CASE("no tree is deeper than four nodes a level of nesting") {
  std::string query;
  for (int i = 0; i < 500; ++i) query += "a OR b AND c +(";
  query += "d" + std::string(500, ')');
  const ParsedQuery parsed = parse_query(query);
  REQUIRE(parsed.ok());
  CHECK(depth(parsed.root) == 4 * 500 + 1);
  const ParsedQuery again = parse_query(to_query_text(parsed.root));
  REQUIRE(again.ok());
  CHECK(test::same_tree(again.root, parsed.root));
}
