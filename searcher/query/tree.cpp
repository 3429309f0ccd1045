// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/tree.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace nsearch::searcher {
namespace {

/// Moves the members of a chain into `members`: each node is moved once, however deep its chain was nested.
void gather(QueryKind kind, std::vector<QueryNode>& from, std::vector<QueryNode>& members) {
  for (QueryNode& child : from) {
    if (child.kind == kind && child.boost == 1) {
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

QueryNode wrap(QueryKind kind, std::size_t begin, QueryNode child) {
  QueryNode node;
  node.kind = kind;
  node.begin = std::min(begin, child.begin);  // what was named stands before where it is used
  node.end = std::max(begin, child.end);
  node.children.push_back(std::move(child));
  return node;
}

bool is_proximity(QueryKind kind) {
  return kind == QueryKind::near || kind == QueryKind::adjacent || kind == QueryKind::not_near ||
         kind == QueryKind::sentence || kind == QueryKind::paragraph;
}

std::string_view proximity_name(QueryKind kind) {
  switch (kind) {
    case QueryKind::near:
      return "NEAR";
    case QueryKind::adjacent:
      return "ADJ";
    case QueryKind::not_near:
      return "NOTNEAR";
    case QueryKind::sentence:
      return "SENTENCE";
    case QueryKind::paragraph:
      return "PARAGRAPH";
    case QueryKind::at_least:
      return "atleast";
    default:
      return {};
  }
}

std::string proximity_operator(QueryKind kind, std::uint32_t number) {
  const std::string name(proximity_name(kind));
  const bool numbered = kind != QueryKind::sentence && kind != QueryKind::paragraph;
  return numbered ? name + '/' + std::to_string(number) : name;
}

std::string decimal(double number) {
  char digits[400];  // the smallest number has 324 places
  const auto end = std::to_chars(std::begin(digits), std::end(digits), number, std::chars_format::fixed);
  return std::string(digits, end.ptr);
}

std::size_t count_nodes(const QueryNode& node) {
  std::size_t count = 1;
  for (const QueryNode& child : node.children) count += count_nodes(child);
  return count;
}

void flatten(QueryNode& node) {
  const auto nested = [&](const QueryNode& child) { return child.kind == node.kind && child.boost == 1; };
  if (is_associative(node.kind) && std::any_of(node.children.begin(), node.children.end(), nested)) {
    std::vector<QueryNode> members;
    gather(node.kind, node.children, members);
    node.children = std::move(members);
  } else {
    for (QueryNode& child : node.children) flatten(child);
  }
}

}  // namespace nsearch::searcher
