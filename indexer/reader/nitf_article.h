// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "nsearch/document.h"
#include "reader/xml/xml_node.h"

namespace nsearch::indexer {

/// Makes a document of an <nitf> element. It may lack a body: the caller sees to that.
Document read_nitf(const XmlNode& nitf);

/// Fills what `document` lacks from `other`; further fields are added.
void complete(Document& document, Document&& other);

/// A line that names an author, without what goes before the name: "By", "Par", "Door", "Von".
std::string author_of_byline(std::string_view byline);

}  // namespace nsearch::indexer
