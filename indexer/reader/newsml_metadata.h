// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "nsearch/document.h"
#include "reader/xml/xml_node.h"

namespace nsearch::indexer {

/// What the children of a NewsML 1 component that are metadata say: headline, author, source, language, subjects.
Document read_newsml_metadata(const XmlNode& component);

/// What identifies and dates a NewsML 1 item.
Document read_newsml_identity(const XmlNode& item, const std::string& envelope_date);

}  // namespace nsearch::indexer
