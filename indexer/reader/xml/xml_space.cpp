// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/xml/xml_space.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace nsearch::indexer {
namespace {

/// Without scheme and slash at the end, in lower case.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> spaces = {{
    {"purl.org/rss/1.0", ""},
    {"my.netscape.com/rdf/simple/0.9", ""},
    {"channel.netscape.com/rdf/simple/0.9", ""},
    {"backend.userland.com/rss2", ""},
    {"backend.userland.com/rss", ""},
    {"blogs.law.harvard.edu/tech/rss", ""},
    {"www.w3.org/2005/atom", "atom"},
    {"purl.org/atom/ns#", "atom"},
    {"purl.org/rss/1.0/modules/content", "content"},
    {"purl.org/dc/elements/1.1", "dc"},
    {"purl.org/dc/terms", "dcterms"},
    {"rssnamespace.org/feedburner/ext/1.0", "feedburner"},
    {"www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
    {"search.yahoo.com/mrss", "media"},
    {"iptc.org/std/nar/2006-10-01", "nar"},
    {"iptc.org/std/nitf/2006-10-18", "nitf"},
    {"www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
    {"www.w3.org/1999/xhtml", "xhtml"},
    {"www.w3.org/xml/1998/namespace", "xml"},
    {"xml", "xml"},
    {"iptc.org/std/newsml/2003-10-10", ""},
}};

constexpr std::string_view other = "other";

std::string normalised(std::string_view uri) {
  if (const auto scheme = uri.find("://"); scheme != std::string_view::npos) uri.remove_prefix(scheme + 3);
  while (!uri.empty() && uri.back() == '/') uri.remove_suffix(1);
  std::string lower(uri);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return lower;
}

}  // namespace

std::string_view xml_space(std::string_view uri, std::string_view prefix) {
  constexpr std::size_t longest_uri = 100;
  if (uri.empty() && prefix.empty()) return {};
  if (uri.size() > longest_uri) return other;
  const std::string wanted = normalised(uri);
  for (const auto& [known, name] : spaces) {
    if (uri.empty() ? name == prefix : known == wanted) return name;
  }
  return other;
}

}  // namespace nsearch::indexer
