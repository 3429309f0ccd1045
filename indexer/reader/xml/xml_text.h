// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "reader/xml/xml_node.h"

namespace nsearch::indexer {

/// The running text of XHTML or NITF: paragraphs, headings, list items and table rows on lines of their own, white space
/// tidied. Scripts, pictures with their captions, and page headers and footers are left out.
std::string xml_text(const XmlNode& node);

}  // namespace nsearch::indexer
