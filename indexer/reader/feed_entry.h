// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "nsearch/document.h"
#include "reader/xml/xml_node.h"
#include "reader/xml/xml_stream.h"

namespace nsearch::indexer {

/// What a feed says of all its entries.
struct Feed {
  std::string title;
  std::string language;
  std::string author;
  std::string link;
};

/// Takes a child of the feed's own that is no entry.
void read_feed_field(const XmlNode& node, Feed& feed);

/// Makes a document of an RSS item (any version) or an Atom entry.
Document read_feed_entry(const XmlNode& entry, const XmlContext& context, const Feed& feed);

}  // namespace nsearch::indexer
