// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a query: the parser answers with a tree that prints and comes back the same, or with a
// diagnostic that can be shown. The first byte chooses the options.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "nsearch/query.h"
#include "unit/query/shape.h"

namespace {

using namespace nsearch;

void insist(bool holds, const char* what, std::string_view query) {
  if (holds) return;
  std::cerr << what << "\nquery: " << query << '\n';
  std::abort();
}

void check_diagnostic(const QueryDiagnostic& diagnostic, std::string_view query) {
  insist(diagnostic.begin <= diagnostic.end && diagnostic.end <= query.size(), "piece outside the query",
         query);
  insist(diagnostic.column >= 1 && diagnostic.column <= query.size() + 1, "column outside the query", query);
  insist(diagnostic.render(query).find('^') != std::string::npos, "no caret", query);
}

void check_tree(const QueryNode& root, const ParseOptions& options, std::string_view query) {
  const std::string printed = to_query_text(root);
  const ParsedQuery again = parse_query(printed, options);
  insist(again.ok(), "the printed query does not parse", printed);
  insist(test::same_tree(again.root, root), "the printed query is another one", query);
  insist(!to_outline(root).empty(), "no outline", query);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view query(reinterpret_cast<const char*>(data) + 1, size - 1);
  ParseOptions options;
  if (data[0] & 1) options.implicit = ImplicitOperator::or_;
  if (data[0] & 2) options.filters = {"lang", "http", "Rubriek.x"};
  if (data[0] & 4) options.operators = {"fr", "nl"};
  options.script = (data[0] & 8) != 0;
  const ParsedQuery parsed = parse_query(query, options);
  for (const QueryDiagnostic& hint : parsed.hints) check_diagnostic(hint, query);
  if (parsed.diagnostic)
    check_diagnostic(*parsed.diagnostic, query);
  else
    check_tree(parsed.root, options, query);

  ParseOptions plain;
  plain.plain = true;
  const ParsedQuery words = parse_query(query, plain);
  insist(words.ok() && words.hints.empty(), "plain text was refused", query);
  if (words.root.children.size() > 1) check_tree(words.root, {}, query);
  return 0;
}
