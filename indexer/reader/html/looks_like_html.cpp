// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "reader/html/html_page.h"

namespace nsearch::indexer {
namespace {

/// What a page begins with, after white space, comments and an XML declaration. As the WHATWG's MIME sniffing standard
/// (section 7.1) has it, less the tags that other markup has too.
constexpr std::array<std::string_view, 8> beginnings = {"!doctype html", "html", "head", "body",
                                                        "title",         "meta", "link", "script"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool begins_with(std::string_view text, std::string_view name) {
  if (text.size() <= name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (lower(text[i]) != name[i]) return false;
  }
  const char next = text[name.size()];
  return next == '>' || next == ' ' || next == '\t' || next == '\r' || next == '\n' || next == '/';
}

/// Past white space, comments and processing instructions.
std::string_view skip_prolog(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  while (true) {
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n\f"), head.size()));
    const std::string_view end = head.starts_with("<!--") ? "-->" : head.starts_with("<?") ? ">" : "";
    if (end.empty()) return head;
    const std::size_t at = head.find(end, 2);
    if (at == std::string_view::npos) return {};
    head.remove_prefix(at + end.size());
  }
}

/// UTF-16 of ASCII as ASCII, so that its tags can be seen.
std::string narrowed(std::string_view head) {
  std::string narrow;
  for (const char c : head) {
    if (c != '\0' && c != '\xFE' && c != '\xFF') narrow += c;
  }
  return narrow;
}

}  // namespace

int looks_like_html(std::string_view head) {
  std::string narrow;
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) head = narrow = narrowed(head);
  head = skip_prolog(head);
  if (!head.starts_with('<')) return 0;
  head.remove_prefix(1);
  if (begins_with(head, beginnings[0]) || begins_with(head, beginnings[1])) return 85;
  for (const std::string_view beginning : beginnings) {
    if (begins_with(head, beginning)) return 65;
  }
  return 0;
}

}  // namespace nsearch::indexer
