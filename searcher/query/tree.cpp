// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/tree.h"

#include <algorithm>
#include <utility>

namespace nsearch::searcher {
namespace {

/// Moves the members of a chain into `members`: each node is moved once, however deep its chain was nested.
void gather(QueryKind kind, std::vector<QueryNode>& from, std::vector<QueryNode>& members) {
  for (QueryNode& child : from) {
    if (child.kind == kind) {
      gather(kind, child.children, members);
    } else {
      flatten(child);
      members.push_back(std::move(child));
    }
  }
}

bool is_associative(QueryKind kind) {
  return kind == QueryKind::all_of || kind == QueryKind::any_of;
}

}  // namespace

QueryNode combine(QueryKind kind, std::vector<QueryNode> children) {
  if (children.size() == 1) return std::move(children.front());
  QueryNode node;
  node.kind = kind;
  if (!children.empty()) {
    node.begin = children.front().begin;
    for (const QueryNode& child : children) {
      node.begin = std::min(node.begin, child.begin);
      node.end = std::max(node.end, child.end);
    }
  }
  node.children = std::move(children);
  return node;
}

void flatten(QueryNode& node) {
  const auto nested = [&](const QueryNode& child) { return child.kind == node.kind; };
  if (is_associative(node.kind) && std::any_of(node.children.begin(), node.children.end(), nested)) {
    std::vector<QueryNode> members;
    gather(node.kind, node.children, members);
    node.children = std::move(members);
  } else {
    for (QueryNode& child : node.children) flatten(child);
  }
}

}  // namespace nsearch::searcher
