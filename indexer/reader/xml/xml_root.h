// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nsearch::indexer {

/// The first element of an XML document.
struct XmlRoot {
  std::string name;  ///< without prefix; empty: `head` shows no element
  std::string tag;   ///< all of the start tag that `head` shows
};

/// Finds the first element in the first bytes of an input, in any charset; white space, declarations, comments and a
/// document type are passed over.
XmlRoot find_xml_root(std::string_view head);

}  // namespace nsearch::indexer
