// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/html_page.h"

#include "reader/clean_text.h"
#include "reader/html/html_tree.h"
#include "reader/html/line_writer.h"
#include "reader/html/page_charset.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

using html::NodeIndex;
using html::Tag;

std::string page_title(const html::Tree& tree) {
  for (NodeIndex node = 0; node < tree.size(); ++node) {
    if (tree[node].tag == Tag::title) return clean_line(tree.text(node));
  }
  return {};
}

bool is_around(Tag tag) {
  return html::is_unseen(tag) || tag == Tag::nav || tag == Tag::aside || tag == Tag::footer ||
         tag == Tag::header;
}

}  // namespace

std::optional<Document> read_html_page(std::string_view bytes, std::string_view charset_of_http,
                                       std::string_view url, std::string& why_not) {
  if (bytes.size() > max_page_bytes) {
    why_not = "too large: a page may have at most " + std::to_string(max_page_bytes) + " bytes";
    return std::nullopt;
  }
  const html::Tree tree(html::page_text(bytes, charset_of_http));
  Document document;
  document.url = std::string(url);
  document.title = page_title(tree);
  document.body =
      html::lines_of(tree, 0, tree.size(), [&](NodeIndex node) { return is_around(tree[node].tag); });
  if (is_blank(document.body)) {
    why_not = "no text in the page";
    return std::nullopt;
  }
  return document;
}

}  // namespace nsearch::indexer
