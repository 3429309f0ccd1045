// SPDX-License-Identifier: GPL-2.0-or-later
#include "shape.h"

#include <algorithm>
#include <sstream>

namespace nsearch::test {
namespace {

std::string call(const std::string& name, const QueryNode& node) {
  std::string out = name + '(';
  for (const QueryNode& child : node.children) {
    if (&child != &node.children.front()) out += ", ";
    out += shape(child);
  }
  return out + ')';
}

std::string bare_shape(const QueryNode& node) {
  const std::string field = node.field.empty() ? "" : node.field + ':';
  const std::string exact = node.exact ? "=" : node.inflected ? "~" : "";
  switch (node.kind) {
    case QueryKind::none:
      return "none";
    case QueryKind::word:
      return field + exact + (node.pattern ? '<' + node.text + '>' : node.text) +
             (node.edits > 0 ? '~' + std::to_string(node.edits) : "");
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
    case QueryKind::near:
      return call("near/" + std::to_string(node.number), node);
    case QueryKind::adjacent:
      return call("adj/" + std::to_string(node.number), node);
    case QueryKind::not_near:
      return call("notnear/" + std::to_string(node.number), node);
    case QueryKind::sentence:
      return call("sentence", node);
    case QueryKind::paragraph:
      return call("paragraph", node);
    case QueryKind::at_least:
      return call("atleast/" + std::to_string(node.number), node);
  }
  return "?";
}

std::string boost(double number) {
  std::ostringstream out;
  out << '^' << number;
  return out.str();
}

}  // namespace

std::string shape(const QueryNode& node) {
  return bare_shape(node) + (node.boost == 1 ? "" : boost(node.boost));
}

bool same_tree(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.text == b.text && a.field == b.field && a.exact == b.exact &&
         a.inflected == b.inflected && a.pattern == b.pattern && a.edits == b.edits && a.number == b.number &&
         a.boost == b.boost &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), same_tree);
}

}  // namespace nsearch::test
