// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/smaller.h"

namespace oracle {

using nsearch::QueryKind;
using nsearch::QueryNode;

namespace {

void add_plainer_leaves(const QueryNode& node, std::vector<QueryNode>& out) {
  const auto add = [&](auto change) {
    QueryNode plainer = node;
    change(plainer);
    out.push_back(std::move(plainer));
  };
  if (node.boost != 1) add([](QueryNode& plainer) { plainer.boost = 1; });
  if (node.number > 1) add([](QueryNode& plainer) { plainer.number /= 2; });
  if (node.kind != QueryKind::word && node.kind != QueryKind::phrase) return;
  if (!node.field.empty()) add([](QueryNode& plainer) { plainer.field.clear(); });
  if (node.exact) add([](QueryNode& plainer) { plainer.exact = false; });
  if (node.inflected) add([](QueryNode& plainer) { plainer.inflected = false; });
  const std::size_t first = node.text.find(' '), last = node.text.rfind(' ');
  if (first == std::string::npos) return;
  add([&](QueryNode& plainer) { plainer.text.erase(0, first + 1); });
  add([&](QueryNode& plainer) { plainer.text.erase(last); });
}

}  // namespace

std::vector<QueryNode> smaller_trees(const QueryNode& root) {
  std::vector<QueryNode> trees = root.children;
  if (root.children.size() > 2) {
    for (std::size_t i = 0; i < root.children.size(); ++i) {
      trees.push_back(root);
      trees.back().children.erase(trees.back().children.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  for (std::size_t i = 0; i < root.children.size(); ++i) {
    for (QueryNode& child : smaller_trees(root.children[i])) {
      trees.push_back(root);
      trees.back().children[i] = std::move(child);
    }
  }
  add_plainer_leaves(root, trees);
  return trees;
}

}  // namespace oracle
