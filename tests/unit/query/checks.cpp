// SPDX-License-Identifier: GPL-2.0-or-later
#include "checks.h"

#include <catch2/catch.hpp>

#include "shape.h"

namespace nsearch::test {

void check_reading(const Reading& row, const ParseOptions& options) {
  const ParsedQuery parsed = parse_query(row.query, options);
  INFO("query: " << row.query);
  if (parsed.diagnostic) FAIL(parsed.diagnostic->render(row.query));
  CHECK(shape(parsed.root) == row.tree);
  const std::string printed = to_query_text(parsed.root);
  INFO("printed: " << printed);
  const ParsedQuery again = parse_query(printed, options);
  if (again.diagnostic) FAIL(again.diagnostic->render(printed));
  CHECK(same_tree(parsed.root, again.root));
}

void check_refusal(const Refusal& row, const ParseOptions& options) {
  const std::string query = row.query;
  INFO("query: " << query);
  const ParsedQuery parsed = parse_query(query, options);
  REQUIRE(parsed.diagnostic);
  const QueryDiagnostic& found = *parsed.diagnostic;
  CHECK(found.column == row.column);
  CHECK(query.substr(found.begin, found.end - found.begin) == row.piece);
  CHECK(found.message == row.message);
  CHECK_FALSE((found.suggestion.empty() && found.expected.empty()));
}

std::string hints(const std::string& query, const ParseOptions& options) {
  const ParsedQuery parsed = parse_query(query, options);
  INFO("query: " << query);
  if (parsed.diagnostic) FAIL(parsed.diagnostic->render(query));
  std::string out;
  for (const QueryDiagnostic& hint : parsed.hints)
    out += std::to_string(hint.column) + ' ' + hint.message + "; " + hint.suggestion + '\n';
  return out;
}

}  // namespace nsearch::test
