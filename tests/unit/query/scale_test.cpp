// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "nsearch/query.h"
#include "shape.h"

using namespace nsearch;

namespace {

std::string operands(std::size_t count, const std::string& between) {
  std::string query;
  for (std::size_t i = 0; i < count; ++i) query += (i > 0 ? between : "") + 'w' + std::to_string(i);
  return query;
}

}  // namespace

TEST_CASE("10,000 operands make one flat node") {
  constexpr std::size_t count = 10000;
  const std::pair<const char*, QueryKind> cases[] = {
      {" OR ", QueryKind::any_of}, {" AND ", QueryKind::all_of}, {" ", QueryKind::bag}};
  for (const auto& [between, kind] : cases) {
    const ParsedQuery parsed = parse_query(operands(count, between));
    REQUIRE(parsed.ok());
    CHECK(parsed.root.kind == kind);
    REQUIRE(parsed.root.children.size() == count);
    CHECK(parsed.root.children.back().text == "w9999");
  }
}

TEST_CASE("what stands side by side is not nested, however much of it") {
  std::string query = "NOT (a)";
  for (int i = 0; i < 600; ++i) query += " AND NOT (a OR lang:(b))";
  const ParsedQuery parsed = parse_query(query);
  REQUIRE(parsed.ok());
  CHECK(parsed.root.children.size() == 601);
}

TEST_CASE("a chain nested 500 deep is flat as well, and linear") {
  std::string query;
  for (int i = 0; i < 500; ++i) query += "a AND (";
  query += operands(10000, " AND ") + std::string(500, ')');
  const ParsedQuery parsed = parse_query(query);
  REQUIRE(parsed.ok());
  CHECK(parsed.root.children.size() == 10500);
}

TEST_CASE("a megabyte of anything is answered") {
  constexpr std::size_t size = 1 << 20;
  const auto message = [](const std::string& query) {
    const ParsedQuery parsed = parse_query(query);
    return parsed.diagnostic ? parsed.diagnostic->message : "";
  };
  CHECK(message(std::string(size, '(')) == "the query nests too deep");
  CHECK(message(std::string(size, ')')) == "this parenthesis closes nothing");
  CHECK(message(std::string(size, '"')) == "there is nothing between the quotes");
  CHECK(message('"' + std::string(size, 'x')) == "the quote is not closed");
  CHECK(message(std::string(size, '-') + 'a') == "two signs before one word");
  CHECK(message(std::string(size, '-')).empty());
  CHECK(message(std::string(size, ' ')).empty());
  CHECK(message(std::string(size, 'x')).empty());
  CHECK(message(std::string(size, '\\')).empty());
  CHECK(message(std::string(size, 'x') + ':') == "");
  std::string groups, hints, nots;
  while (groups.size() < size) groups += "(a)";
  while (hints.size() < size) hints += "a and b&&c title: - d ";
  while (nots.size() < size) nots += "NOT ";
  CHECK(message(groups).empty());
  CHECK(message(hints).empty());
  CHECK(parse_query(hints).hints.size() == 4);
  CHECK(message(nots) == "the query nests too deep");
  std::string late(size, ' ');
  late += "AND";
  CHECK(parse_query(late).diagnostic.value().render(late).size() < 400);
}
