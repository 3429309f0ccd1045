// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "reader/html/html_tree.h"

namespace nsearch::indexer::html {

/// What the page's author says of each node: the BlockWords of its class and id, apart.
struct NodeWords {
  std::uint8_t of_class = 0;
  std::uint8_t of_id = 0;

  std::uint8_t any() const { return of_class | of_id; }
};

std::vector<NodeWords> words_of_nodes(const Tree& tree);

/// Marks, one flag a node, what no reader of the page's article sees: scripts and controls, hidden parts, navigation, side
/// matter by element, role, class or id. Without `strict` class and id don't speak.
std::vector<bool> mark_side_parts(const Tree& tree, const std::vector<NodeWords>& words, bool strict);

}  // namespace nsearch::indexer::html
