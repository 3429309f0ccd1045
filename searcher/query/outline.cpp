// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <string_view>

#include "nsearch/query.h"
#include "query/tree.h"

namespace nsearch {
namespace {

constexpr std::size_t deepest_indent =
    60;  ///< levels; deeper ones stay there, so that the outline stays in proportion

std::string_view label(QueryKind kind) {
  switch (kind) {
    case QueryKind::none:
      return "nothing";
    case QueryKind::word:
      return "word";
    case QueryKind::phrase:
      return "phrase";
    case QueryKind::field:
      return "filter";
    case QueryKind::all_of:
      return "AND";
    case QueryKind::any_of:
      return "OR";
    case QueryKind::bag:
      return "side by side";
    case QueryKind::negation:
      return "NOT";
    case QueryKind::required:
      return "+ required";
    case QueryKind::excluded:
      return "- excluded";
    default:
      return searcher::proximity_name(kind);
  }
}

void append(std::string& out, const QueryNode& node, std::size_t level) {
  out.append(2 * std::min(level, deepest_indent), ' ').append(label(node.kind));
  if (!node.field.empty()) out.append(" ").append(node.field) += ':';
  if (!node.text.empty()) {
    const std::string_view quote = node.kind == QueryKind::phrase ? "\"" : "";
    out.append(" ").append(quote).append(node.text).append(quote);
  }
  if (node.number > 0) out.append("/").append(std::to_string(node.number));
  if (node.exact) out += " (exactly)";
  if (node.inflected) out += " (inflected)";
  if (node.pattern) out += " (wildcards)";
  if (node.edits > 0)
    out.append(" (")
        .append(std::to_string(node.edits))
        .append(node.edits == 1 ? " letter" : " letters")
        .append(" may differ)");
  if (node.boost != 1) out.append(" (counts ").append(searcher::decimal(node.boost)).append(" times)");
  out += '\n';
  for (const QueryNode& child : node.children) append(out, child, level + 1);
}

}  // namespace

std::string to_outline(const QueryNode& node) {
  std::string out;
  append(out, node, 0);
  return out;
}

}  // namespace nsearch
