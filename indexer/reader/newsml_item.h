// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nsearch/document.h"
#include "reader/xml/xml_node.h"

namespace nsearch::indexer {

/// A component of a NewsML 1 item that was looked at for text.
struct NewsmlStory {
  Document document;
  XmlPlace place;
  std::string no_text;  ///< not empty: it is no document, and why
};

/// The stories of a NewsML 1 item, in order. An item often holds several: the same news in two languages, a text and its
/// pictures. `envelope_date`: for items that are not dated.
std::vector<NewsmlStory> read_newsml_item(const XmlNode& item, const std::string& envelope_date);

}  // namespace nsearch::indexer
