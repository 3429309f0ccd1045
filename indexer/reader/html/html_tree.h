// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reader/html/html_tags.h"

namespace nsearch::indexer::html {

using NodeIndex = std::uint32_t;

/// An element, or a stretch of text (its tag is Tag::text). A node's descendants are the nodes from it to `end`.
struct Node {
  Tag tag = Tag::other;
  std::uint16_t attribute_count = 0;
  NodeIndex parent = 0;
  NodeIndex end = 0;             ///< index after its last descendant
  std::uint32_t text_begin = 0;  ///< where its text begins in Tree::text
  std::uint32_t first_attribute = 0;
};

struct Attribute {
  AttributeName name;
  std::uint32_t begin;
  std::uint32_t size;
};

/// A page as nodes in document order, which makes every walk a loop: however deep a page nests, nothing recurs. Node 0 is the
/// document, an element without a name around all others. White space is one space a run, but within <pre>; comments,
/// scripts and styles are left out, JSON-LD kept.
class Tree {
 public:
  /// `utf8`: well-formed, without NULs. Never fails: HTML has no errors that end it.
  explicit Tree(std::string_view utf8);

  const std::vector<Node>& nodes() const { return nodes_; }
  const Node& operator[](NodeIndex node) const { return nodes_[node]; }
  NodeIndex size() const { return static_cast<NodeIndex>(nodes_.size()); }

  /// All text between two nodes, undivided.
  std::string_view text(NodeIndex begin, NodeIndex end) const {
    const std::size_t to = end < nodes_.size() ? nodes_[end].text_begin : text_.size();
    return std::string_view(text_).substr(nodes_[begin].text_begin, to - nodes_[begin].text_begin);
  }
  std::string_view text(NodeIndex node) const { return text(node, nodes_[node].end); }

  /// Empty where the element lacks it (see has()).
  std::string_view attribute(NodeIndex node, AttributeName name) const;
  bool has(NodeIndex node, AttributeName name) const;

  /// The contents of <script type="application/ld+json">, in order.
  const std::vector<std::string>& json_ld() const { return json_ld_; }

 private:
  friend class TreeBuilder;
  const Attribute* find(NodeIndex node, AttributeName name) const;

  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::string text_;
  std::string values_;
  std::vector<std::string> json_ld_;
};

}  // namespace nsearch::indexer::html
