// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/xml/xml_root.h"

#include <algorithm>

#include "reader/charset.h"

namespace nsearch::indexer {
namespace {

constexpr auto npos = std::string_view::npos;

std::string_view skipped_past(std::string_view text, std::string_view end) {
  const std::size_t at = text.find(end);
  return at == npos ? std::string_view() : text.substr(at + end.size());
}

/// Behind a document type, with what it declares in brackets.
std::string_view skip_doctype(std::string_view text) {
  const std::size_t bracket = text.find('[');
  const std::size_t end = text.find('>');
  if (bracket == npos || end < bracket) return skipped_past(text, ">");
  return skipped_past(skipped_past(text, "]"), ">");
}

/// From the first start tag on.
std::string_view skip_prolog(std::string_view text) {
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
    if (text.substr(0, 4) == "<!--") {
      text = skipped_past(text.substr(4), "-->");
    } else if (text.substr(0, 2) == "<?") {
      text = skipped_past(text, "?>");
    } else if (text.substr(0, 9) == "<!DOCTYPE") {
      text = skip_doctype(text);
    } else {
      return text;
    }
  }
}

}  // namespace

XmlRoot find_xml_root(std::string_view head) {
  const bool wide = head.find('\0') != npos;
  const std::string decoded = wide ? to_utf8(head).text : std::string();
  std::string_view text = wide ? std::string_view(decoded) : head;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  text = skip_prolog(text);
  if (text.empty() || text.front() != '<') return {};
  const std::string_view tag = text.substr(0, text.find('>'));
  std::string_view name = tag.substr(1, tag.find_first_of(" \t\r\n/>", 1) - 1);
  if (const std::size_t colon = name.find(':'); colon != npos) name.remove_prefix(colon + 1);
  return {std::string(name), std::string(tag)};
}

}  // namespace nsearch::indexer
