// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/article_cleaner.h"

#include "reader/html/article_finder.h"
#include "reader/html/block_words.h"

namespace nsearch::indexer::html {
namespace {

/// So many commas are prose, whatever else is in it.
constexpr std::uint32_t commas_of_prose = 10;
/// A longer text is no line about the article.
constexpr std::uint32_t longest_byline = 100;

bool is_box(Tag tag) {
  return tag == Tag::div || tag == Tag::section || tag == Tag::ul || tag == Tag::ol || tag == Tag::dl ||
         tag == Tag::table || tag == Tag::form || tag == Tag::fieldset || tag == Tag::header;
}

bool is_list(const Tree& tree, NodeIndex node, const Counts& counts) {
  const Tag tag = tree[node].tag;
  return tag == Tag::ul || tag == Tag::ol || (counts.items > 0 && counts.characters == 0);
}

bool is_side_box(const Tree& tree, NodeIndex node, int weight, const Counts& counts) {
  if (weight < 0) return true;
  if (counts.commas >= commas_of_prose) return false;
  const bool list = is_list(tree, node, counts);
  const double links = counts.link_density();
  if (counts.inputs > counts.paragraphs / 3) return true;
  if (!list && counts.items > counts.paragraphs + 100) return true;
  if (!list && counts.paragraphs == 0 && counts.characters < 25 &&
      counts.share(counts.heading_characters) < 0.9)
    return true;
  if (!list && weight < 25 && links > 0.2) return true;
  if (weight >= 25 && links > 0.5) return true;
  if (list && links > 0.5) return true;
  return false;
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

/// A line that names the author or the day.
bool is_about_article(const Tree& tree, NodeIndex node, std::uint8_t words, const PageCounts& page) {
  const Counts& counts = page[node];
  // Words of a sentence are none, whatever their class.
  const NodeIndex parent = tree[node].parent;
  if (tree[parent].tag == Tag::p && page[parent].characters > longest_byline) return false;
  if (counts.characters == 0 || counts.characters > longest_byline || is_heading(tree[node].tag))
    return false;
  if ((words & byline) != 0) return true;
  if ((words & dateline) != 0) return has_digit(tree.text(node));
  const std::string_view property = tree.attribute(node, AttributeName::itemprop);
  return property.find("author") != std::string_view::npos ||
         tree.attribute(node, AttributeName::rel) == "author";
}

}  // namespace

void clean_article(const Tree& tree, const std::vector<NodeWords>& words, NodeIndex part,
                   PageCounts& counts) {
  for (NodeIndex node = tree[part].end; node-- > part + 1;) {
    const Tag tag = tree[node].tag;
    if (tag == Tag::text || counts.dropped(node) || counts[node].characters == 0) continue;
    const int weight = word_weight(words[node]);
    const bool side = tag == Tag::figcaption ||
                      (is_box(tag) && is_side_box(tree, node, weight, counts[node])) ||
                      ((tag == Tag::h1 || tag == Tag::h2) && weight < 0) ||
                      is_about_article(tree, node, words[node].any(), counts);
    if (side) counts.drop(node);
  }
}

}  // namespace nsearch::indexer::html
