// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "nsearch/document.h"
#include "reader/xml/xml_node.h"

namespace nsearch::indexer {

/// The text that a wire's envelope holds, in NITF, XHTML or plain, with what NITF says of it besides. No body: there is none
/// that can be read.
Document read_wire_text(const XmlNode& content);

}  // namespace nsearch::indexer
