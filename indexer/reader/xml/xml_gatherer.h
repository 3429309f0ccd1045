// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "reader/xml/xml_stream.h"

namespace nsearch::indexer {

/// Follows the events of a parser, asks a visitor what it wants of them, and gathers that. The calls give false when
/// the visitor wants no more.
class XmlGatherer {
 public:
  explicit XmlGatherer(XmlVisitor& visitor) : visitor_(visitor) {}

  bool start(XmlNode&& element);
  bool end();
  bool text(std::string_view text);

  /// How many elements are open.
  std::size_t depth() const { return depth_; }
  /// Whether any element has begun.
  bool begun() const { return begun_; }

 private:
  bool start_taken(XmlNode&& element);
  bool add_size(std::size_t bytes);
  XmlContext inner_context(const XmlNode& element) const;

  XmlVisitor& visitor_;
  std::vector<XmlContext> contexts_;  ///< of the elements that were entered
  std::vector<XmlNode> open_;         ///< the element that is gathered, down to where the parser is
  XmlContext taken_context_;
  std::size_t size_ = 0;  ///< of what is gathered, about
  std::size_t depth_ = 0;
  std::size_t skipped_ = 0;  ///< open elements of which nothing is wanted
  bool begun_ = false;
};

}  // namespace nsearch::indexer
