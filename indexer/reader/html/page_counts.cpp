// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/page_counts.h"

#include <string_view>
#include <utility>

namespace nsearch::indexer::html {
namespace {

/// Commas as other scripts write them: ideographic, full-width, Arabic.
constexpr std::string_view wide_commas[] = {"、", "，", "،"};

Counts count_text(std::string_view text) {
  Counts counts;
  if (text.starts_with(' ')) text.remove_prefix(1);
  if (text.ends_with(' ')) text.remove_suffix(1);
  std::uint32_t characters = 0, commas = 0, wide = 0;
  for (const char c : text) {
    characters += static_cast<std::uint32_t>((static_cast<unsigned char>(c) & 0xC0) != 0x80);
    commas += static_cast<std::uint32_t>(c == ',');
    wide += static_cast<std::uint32_t>(c == '\xE3' || c == '\xEF' || c == '\xD8');  // how those begin
  }
  for (std::size_t at = 0; wide > 0 && at < text.size(); ++at) {
    for (const std::string_view comma : wide_commas) commas += text.substr(at).starts_with(comma);
  }
  counts.characters = characters;
  counts.commas = commas;
  return counts;
}

Counts count_element(Tag tag) {
  Counts counts;
  if (tag == Tag::p) counts.paragraphs = 1;
  if (tag == Tag::li) counts.items = 1;
  if (tag == Tag::input || tag == Tag::textarea || tag == Tag::select) counts.inputs = 1;
  if (tag == Tag::img) counts.pictures = 1;
  if (tag == Tag::iframe || tag == Tag::embed || tag == Tag::object || tag == Tag::video) counts.embedded = 1;
  return counts;
}

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
  characters += other.characters;
  link_characters += other.link_characters;
  commas += other.commas;
  heading_characters += other.heading_characters;
  paragraphs += other.paragraphs;
  items += other.items;
  inputs += other.inputs;
  pictures += other.pictures;
  embedded += other.embedded;
  return *this;
}

Counts& Counts::operator-=(const Counts& other) {
  characters -= other.characters;
  link_characters -= other.link_characters;
  commas -= other.commas;
  heading_characters -= other.heading_characters;
  paragraphs -= other.paragraphs;
  items -= other.items;
  inputs -= other.inputs;
  pictures -= other.pictures;
  embedded -= other.embedded;
  return *this;
}

PageCounts::PageCounts(const Tree& tree, std::vector<bool> dropped)
    : tree_(tree), dropped_(std::move(dropped)), counts_(tree.size()) {
  NodeIndex link_end = 0, heading_end = 0;
  bool within_page = false;
  for (NodeIndex node = 0; node < tree.size(); ++node) {
    const Tag tag = tree[node].tag;
    if (tag == Tag::a && tree.has(node, AttributeName::href)) {
      link_end = tree[node].end;
      within_page = tree.attribute(node, AttributeName::href).starts_with('#');
    }
    if (is_heading(tag)) heading_end = tree[node].end;
    if (dropped_[node] && !is_unseen(tag)) continue;
    Counts& counts = counts_[node] =
        tag == Tag::text ? count_text(tree.text(node, node + 1)) : count_element(tag);
    if (node < link_end) counts.link_characters = within_page ? counts.characters / 3 : counts.characters;
    if (node < heading_end) counts.heading_characters = counts.characters;
  }
  for (NodeIndex node = tree.size(); node-- > 1;) counts_[tree[node].parent] += counts_[node];
}

void PageCounts::drop(NodeIndex node) {
  dropped_[node] = true;
  const Counts gone = counts_[node];
  counts_[node] = {};
  for (NodeIndex above = node; above != 0;) {
    above = tree_[above].parent;
    counts_[above] -= gone;
  }
}

}  // namespace nsearch::indexer::html
