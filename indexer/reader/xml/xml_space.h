// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nsearch::indexer {

/// The short name by which readers know an XML namespace: "atom", "content", "dc", "dcterms", "feedburner",
/// "itunes", "media", "nar" (NewsML-G2), "nitf", "rdf", "xhtml", "xml"; empty for the vocabularies whose elements
/// mostly come without any namespace (RSS, NewsML 1); "other" for all else. Differences in the scheme, in case
/// and in a slash at the end are overlooked, for real feeds have them. A prefix that nothing declares stands
/// for itself, if it is one of these names.
std::string_view xml_space(std::string_view uri, std::string_view prefix);

}  // namespace nsearch::indexer
