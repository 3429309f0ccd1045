// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/wire_text.h"

#include <algorithm>

#include "reader/markup_text.h"
#include "reader/nitf_article.h"
#include "reader/xml/xml_text.h"

namespace nsearch::indexer {

Document read_wire_text(const XmlNode& content) {
  if (const XmlNode* nitf = content.child("nitf")) return read_nitf(*nitf);
  Document document;
  const bool elements = std::any_of(content.children.begin(), content.children.end(),
                                    [](const XmlNode& child) { return !child.is_text(); });
  if (!elements) {
    document.body = markup_text(content.raw_text());
    return document;
  }
  document.body = xml_text(content);
  if (const XmlNode* title = content.descendant("title")) document.title = title->line_text();
  return document;
}

}  // namespace nsearch::indexer
