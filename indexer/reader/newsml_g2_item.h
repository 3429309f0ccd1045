// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "nsearch/document.h"
#include "reader/xml/xml_node.h"

namespace nsearch::indexer {

/// What was made of a NewsML-G2 news item.
struct NewsItemText {
  Document document;
  std::string other_class;  ///< not empty: it is no text, but a picture, a video, ...
  std::string missing;      ///< why its text could not be had; empty: it could, or there is none
};

NewsItemText read_news_item(const XmlNode& item);

}  // namespace nsearch::indexer
