// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/xml/xml_url.h"

#include <libxml/uri.h>

namespace nsearch::indexer {

std::string resolved_url(std::string_view reference, std::string_view base) {
  constexpr std::size_t longest = 8 * 1024;
  if (reference.empty() || base.empty() || is_web_address(reference) ||
      reference.size() + base.size() > longest) {
    return std::string(reference);
  }
  xmlChar* resolved = xmlBuildURI(reinterpret_cast<const xmlChar*>(std::string(reference).c_str()),
                                  reinterpret_cast<const xmlChar*>(std::string(base).c_str()));
  if (resolved == nullptr) return std::string(reference);
  std::string url(reinterpret_cast<const char*>(resolved));
  xmlFree(resolved);
  return url;
}

bool is_web_address(std::string_view url) {
  return url.substr(0, 7) == "http://" || url.substr(0, 8) == "https://";
}

}  // namespace nsearch::indexer
