// SPDX-License-Identifier: GPL-2.0-or-later
#include "shape.h"

#include <algorithm>

namespace nsearch::test {
namespace {

std::string call(const char* name, const QueryNode& node) {
  std::string out = std::string(name) + '(';
  for (const QueryNode& child : node.children) {
    if (&child != &node.children.front()) out += ", ";
    out += shape(child);
  }
  return out + ')';
}

}  // namespace

std::string shape(const QueryNode& node) {
  const std::string field = node.field.empty() ? "" : node.field + ':';
  const std::string exact = node.exact ? "=" : "";
  switch (node.kind) {
    case QueryKind::none:
      return "none";
    case QueryKind::word:
      return field + exact + node.text;
    case QueryKind::phrase:
      return field + exact + '"' + node.text + '"';
    case QueryKind::field:
      return '{' + field + node.text + '}';
    case QueryKind::all_of:
      return call("and", node);
    case QueryKind::any_of:
      return call("or", node);
    case QueryKind::bag:
      return call("bag", node);
    case QueryKind::negation:
      return call("not", node);
    case QueryKind::required:
      return call("req", node);
    case QueryKind::excluded:
      return call("exc", node);
  }
  return "?";
}

bool same_tree(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.text == b.text && a.field == b.field && a.exact == b.exact &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), same_tree);
}

}  // namespace nsearch::test
