// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "reader/html/html_tree.h"

namespace nsearch::indexer::html {

/// Writes parts of a tree as lines: one for each paragraph, list item or table row, white space tidied.
class LineWriter {
 public:
  explicit LineWriter(const Tree& tree) : tree_(tree) {}

  /// The node begins (an element) or is written (a text).
  void enter(NodeIndex node);
  /// The element ends: what is_block() breaks the line again.
  void leave(NodeIndex node);
  void break_line();
  std::string take();

 private:
  void write(std::string_view text);
  void space();

  const Tree& tree_;
  std::string out_;
};

/// All lines of the nodes from `begin` to `end`, which are whole subtrees; `skip(node)` leaves out an element and what is in it.
template <typename Skip>
std::string lines_of(const Tree& tree, NodeIndex begin, NodeIndex end, Skip&& skip) {
  LineWriter writer(tree);
  std::vector<NodeIndex> open;
  for (NodeIndex node = begin; node < end;) {
    for (; !open.empty() && tree[open.back()].end <= node; open.pop_back()) writer.leave(open.back());
    if (tree[node].tag != Tag::text && skip(node)) {
      if (is_block(tree[node].tag)) writer.break_line();
      node = tree[node].end;
      continue;
    }
    writer.enter(node);
    if (tree[node].tag != Tag::text) open.push_back(node);
    ++node;
  }
  return writer.take();
}

}  // namespace nsearch::indexer::html
