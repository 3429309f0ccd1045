// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nsearch::indexer {

/// Where something stands in an input.
struct XmlPlace {
  std::uint64_t line = 0;
  std::uint64_t byte = 0;  ///< exact where the input is UTF-8
};

struct XmlAttribute {
  std::string name;        ///< without prefix
  std::string_view space;  ///< as XmlNode::space; mostly empty
  std::string value;
};

/// An element with what is in it, or a stretch of text.
struct XmlNode {
  std::string name;  ///< without prefix; empty: text
  std::string_view
      space;         ///< short name of its vocabulary (xml_space.h); empty: none, or one that has no other
  std::string text;  ///< of a stretch of text
  std::vector<XmlAttribute> attributes;
  std::vector<XmlNode> children;
  XmlPlace place;

  bool is_text() const { return name.empty(); }
  bool is(std::string_view wanted_space, std::string_view wanted_name) const {
    return name == wanted_name && space == wanted_space;
  }

  /// The value of an attribute without prefix; empty: none.
  std::string_view attribute(std::string_view wanted) const;
  /// Of one with a prefix, "xml" for example.
  std::string_view attribute(std::string_view wanted_space, std::string_view wanted) const;

  /// The first child element of that name, in any vocabulary; nullptr: none.
  const XmlNode* child(std::string_view wanted) const;
  const XmlNode* child(std::string_view wanted_space, std::string_view wanted) const;
  /// The first of that name anywhere within.
  const XmlNode* descendant(std::string_view wanted) const;

  /// All text within, as one line.
  std::string line_text() const;
  /// All text within, as it stands.
  std::string raw_text() const;
};

/// The text of the child of that name as one line; empty: none.
std::string child_line(const XmlNode& parent, std::string_view name);

}  // namespace nsearch::indexer
