// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner_unplanned.h"

#include <string>

namespace nsearch::searcher {
namespace {

/// What about a node can't be searched for; empty where all can.
std::string unplanned(const QueryNode& node) {
  const bool expanded = node.pattern || node.edits > 0;
  if (expanded && node.field == "body") return "wildcards and ~ in body:";
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
