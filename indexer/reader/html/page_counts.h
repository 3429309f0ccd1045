// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "reader/html/html_tree.h"

namespace nsearch::indexer::html {

/// What is in a part of a page; white space around texts is no character of them.
struct Counts {
  std::uint32_t characters = 0;
  std::uint32_t link_characters = 0;  ///< those within links; links within the page count by a third
  std::uint32_t commas = 0;
  std::uint32_t heading_characters = 0;
  std::uint32_t paragraphs = 0;  ///< <p>
  std::uint32_t items = 0;       ///< <li>
  std::uint32_t inputs = 0;
  std::uint32_t pictures = 0;
  std::uint32_t embedded = 0;  ///< players and frames

  Counts& operator+=(const Counts& other);
  Counts& operator-=(const Counts& other);
  double link_density() const { return share(link_characters); }
  double share(std::uint32_t part) const {
    return characters == 0 ? 0 : static_cast<double>(part) / characters;
  }
};

/// Which parts of a page are left, and what is in them.
class PageCounts {
 public:
  /// `dropped`: one flag a node; of a dropped node all descendants are dropped as well.
  PageCounts(const Tree& tree, std::vector<bool> dropped);

  const Counts& operator[](NodeIndex node) const { return counts_[node]; }
  bool dropped(NodeIndex node) const { return dropped_[node]; }
  /// Takes a subtree away from all that it is in.
  void drop(NodeIndex node);

 private:
  const Tree& tree_;
  std::vector<bool> dropped_;
  std::vector<Counts> counts_;
};

}  // namespace nsearch::indexer::html
