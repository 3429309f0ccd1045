// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/page_parts.h"

#include <algorithm>
#include <string_view>

#include "reader/html/block_words.h"

namespace nsearch::indexer::html {
namespace {

constexpr std::string_view side_roles[] = {"alert",       "alertdialog", "banner",  "complementary",
                                           "contentinfo", "dialog",      "menu",    "menubar",
                                           "navigation",  "search",      "toolbar", "tooltip"};

bool has_side_role(std::string_view role) {
  return std::find(std::begin(side_roles), std::end(side_roles), role) != std::end(side_roles);
}

/// Whether a style has the property with the value, white space aside.
bool has_style(std::string_view style, std::string_view property, std::string_view value) {
  const std::size_t at = style.find(property);
  if (at == std::string_view::npos) return false;
  style.remove_prefix(at + property.size());
  style.remove_prefix(std::min(style.find_first_not_of(" :"), style.size()));
  return style.starts_with(value);
}

bool is_hidden(const Tree& tree, NodeIndex node) {
  if (tree[node].attribute_count == 0) return false;
  if (tree.has(node, AttributeName::hidden) || tree.attribute(node, AttributeName::aria_hidden) == "true" ||
      tree.attribute(node, AttributeName::aria_modal) == "true") {
    return true;
  }
  const std::string_view style = tree.attribute(node, AttributeName::style);
  return !style.empty() && (has_style(style, "display", "none") || has_style(style, "visibility", "hidden"));
}

bool is_side_element(Tag tag) {
  return is_unseen(tag) || tag == Tag::nav || tag == Tag::aside || tag == Tag::footer ||
         tag == Tag::noscript || tag == Tag::menu || tag == Tag::search;
}

/// An element that is no container of an article whatever it is called.
bool is_spared(Tag tag) {
  return tag == Tag::html || tag == Tag::body || tag == Tag::article || tag == Tag::main || tag == Tag::a ||
         is_heading(tag);
}

bool is_articles_body(const Tree& tree, NodeIndex node) {
  const Tag tag = tree[node].tag;
  return tag == Tag::h1 || tag == Tag::main || tree.attribute(node, AttributeName::itemprop) == "articleBody";
}

/// Holds for each node whether it or something in it is of the article for sure.
std::vector<bool> mark_sure_parts(const Tree& tree) {
  std::vector<bool> sure(tree.size());
  for (NodeIndex node = tree.size(); node-- > 0;) {
    if (is_articles_body(tree, node)) sure[node] = true;
    if (sure[node]) sure[tree[node].parent] = true;
  }
  return sure;
}

bool speaks_against(std::uint8_t words) {
  return (words & boilerplate) != 0 || ((words & unlikely) != 0 && (words & likely) == 0);
}

}  // namespace

std::vector<NodeWords> words_of_nodes(const Tree& tree) {
  std::vector<NodeWords> words(tree.size());
  for (NodeIndex node = 0; node < tree.size(); ++node) {
    if (tree[node].attribute_count == 0) continue;
    words[node] = {block_words(tree.attribute(node, AttributeName::class_)),
                   block_words(tree.attribute(node, AttributeName::id))};
  }
  return words;
}

std::vector<bool> mark_side_parts(const Tree& tree, const std::vector<NodeWords>& words, bool strict) {
  std::vector<bool> marked(tree.size());
  const std::vector<bool> sure = mark_sure_parts(tree);
  for (NodeIndex node = 0; node < tree.size();) {
    const Tag tag = tree[node].tag;
    bool side = tag != Tag::text && !(tag == Tag::html || tag == Tag::body) &&
                (is_side_element(tag) || is_hidden(tree, node) ||
                 has_side_role(tree.attribute(node, AttributeName::role)));
    if (!side && strict && tag != Tag::text && !is_spared(tag))
      side = !sure[node] && speaks_against(words[node].any());
    if (!side) {
      ++node;
      continue;
    }
    std::fill(marked.begin() + node, marked.begin() + tree[node].end, true);
    node = tree[node].end;
  }
  return marked;
}

}  // namespace nsearch::indexer::html
