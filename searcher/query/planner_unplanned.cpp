// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner_unplanned.h"

#include <string>

#include "query/tree.h"

namespace nsearch::searcher {
namespace {

/// What about a node can't be searched for; empty where all can.
std::string unplanned(const QueryNode& node) {
  if (is_proximity(node.kind)) return proximity_operator(node.kind, node.number);
  if (node.kind == QueryKind::at_least) return "atleast/";
  if (node.inflected) return "~ before a phrase";
  if (node.pattern) return "wildcards";
  if (node.edits > 0) return "~ behind a word";
  if (node.boost != 1 && node.kind != QueryKind::field) return "^";
  return {};
}

}  // namespace

std::optional<QueryDiagnostic> find_unplanned(const QueryNode& root) {
  const std::string what = unplanned(root);
  if (!what.empty()) {
    QueryDiagnostic diagnostic;
    diagnostic.begin = root.begin;
    diagnostic.end = root.end;
    diagnostic.message = what + " can't be searched for in this version";
    diagnostic.suggestion = "leave it out";
    return diagnostic;
  }
  for (const QueryNode& child : root.children)
    if (auto found = find_unplanned(child)) return found;
  return std::nullopt;
}

}  // namespace nsearch::searcher
