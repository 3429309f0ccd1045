// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/tally.h"

#include <iomanip>
#include <vector>

#include "query/tree.h"

namespace oracle {

using nsearch::QueryKind;
using nsearch::QueryNode;

namespace {

std::string name(const QueryNode& node) {
  switch (node.kind) {
    case QueryKind::none:
      return "nothing";
    case QueryKind::word:
      if (node.pattern) return "word with wildcards";
      if (node.edits > 0) return "fuzzy word";
      return node.exact ? "exact word" : "word";
    case QueryKind::phrase:
      return node.exact ? "exact phrase" : node.inflected ? "inflected phrase" : "phrase";
    case QueryKind::field:
      return "filter " + (node.field == "after" || node.field == "before" ? "date" : node.field) + ":";
    case QueryKind::all_of:
      return "AND";
    case QueryKind::any_of:
      return "OR";
    case QueryKind::bag:
      return "words side by side";
    case QueryKind::negation:
      return "NOT";
    case QueryKind::required:
      return "+";
    case QueryKind::excluded:
      return "-";
    default:
      return std::string(nsearch::searcher::proximity_name(node.kind));
  }
}

void collect(const QueryNode& node, std::map<std::string, std::size_t>& out) {
  ++out[name(node)];
  if (node.boost != 1) ++out["boost"];
  if (node.kind != QueryKind::field && !node.field.empty()) ++out[node.field + ":"];
  for (const QueryNode& child : node.children) collect(child, out);
}

}  // namespace

void Tally::add(const QueryNode& root, bool is_telling) {
  ++queries;
  telling += is_telling ? 1 : 0;
  std::map<std::string, std::size_t> kinds;
  collect(root, kinds);
  for (const auto& [kind, times] : kinds) {
    Count& count = by_operator_[kind];
    ++count.queries;
    count.telling += is_telling ? 1 : 0;
    count.times += times;
  }
}

void Tally::print(std::ostream& out) const {
  const auto row = [&](const std::string& kind, const Count& count) {
    out << std::left << std::setw(22) << kind << std::right << std::setw(10) << count.queries << std::setw(10)
        << count.telling << std::setw(10) << count.times << '\n';
  };
  out << std::left << std::setw(22) << "operator" << std::right << std::setw(10) << "queries" << std::setw(10)
      << "telling" << std::setw(10) << "times" << '\n';
  for (const auto& [kind, count] : by_operator_) row(kind, count);
  row("all", {queries, telling, queries});
}

}  // namespace oracle
