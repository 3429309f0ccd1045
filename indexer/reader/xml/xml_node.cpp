// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/xml/xml_node.h"

#include "reader/clean_text.h"

namespace nsearch::indexer {
namespace {

void gather(const XmlNode& node, std::string& text) {
  text += node.text;
  for (const XmlNode& child : node.children) gather(child, text);
}

}  // namespace

std::string_view XmlNode::attribute(std::string_view wanted) const {
  return attribute({}, wanted);
}

std::string_view XmlNode::attribute(std::string_view wanted_space, std::string_view wanted) const {
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.name == wanted && attribute.space == wanted_space) return attribute.value;
  }
  return {};
}

const XmlNode* XmlNode::child(std::string_view wanted) const {
  for (const XmlNode& node : children) {
    if (node.name == wanted) return &node;
  }
  return nullptr;
}

const XmlNode* XmlNode::child(std::string_view wanted_space, std::string_view wanted) const {
  for (const XmlNode& node : children) {
    if (node.is(wanted_space, wanted)) return &node;
  }
  return nullptr;
}

const XmlNode* XmlNode::descendant(std::string_view wanted) const {
  for (const XmlNode& node : children) {
    if (node.name == wanted) return &node;
    if (const XmlNode* found = node.descendant(wanted)) return found;
  }
  return nullptr;
}

std::string XmlNode::raw_text() const {
  std::string gathered;
  gather(*this, gathered);
  return gathered;
}

std::string XmlNode::line_text() const {
  return clean_line(raw_text());
}

std::string child_line(const XmlNode& parent, std::string_view name) {
  const XmlNode* child = parent.child(name);
  return child == nullptr ? std::string() : child->line_text();
}

}  // namespace nsearch::indexer
