// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/html_page.h"

#include "reader/byline.h"
#include "reader/html/absolute_url.h"
#include "reader/html/article_text.h"
#include "reader/html/html_tree.h"
#include "reader/html/page_charset.h"
#include "reader/html/page_metadata.h"
#include "reader/html/page_parts.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

html::PageMetadata metadata_of(const html::Tree& tree, const std::vector<html::NodeWords>& words) {
  html::PageMetadata metadata = html::read_json_ld(tree.json_ld(), html::title_element(tree));
  const html::PageMetadata tags = html::read_meta_tags(tree);
  // What a page's own element declares is about its text; JSON-LD often comes from the site's settings.
  if (!tags.language.empty()) metadata.language = tags.language;
  if (!tags.url.empty()) metadata.url = tags.url;
  if (!tags.source.empty()) metadata.source = tags.source;
  metadata.complete(tags);
  if (metadata.date.empty() || metadata.author.empty()) {
    metadata.complete(html::read_visible_metadata(tree, words, metadata.language));
  }
  if (metadata.title.empty()) metadata.title = html::visible_title(tree, metadata.source);
  return metadata;
}

}  // namespace

std::optional<Document> read_html_page(std::string_view bytes, std::string_view charset_of_http,
                                       std::string_view url, std::string& why_not) {
  if (bytes.size() > max_page_bytes) {
    why_not = "too large: a page may have at most " + std::to_string(max_page_bytes) + " bytes";
    return std::nullopt;
  }
  const html::Tree tree(html::page_text(bytes, charset_of_http));
  const std::vector<html::NodeWords> words = html::words_of_nodes(tree);
  html::PageMetadata metadata = metadata_of(tree, words);
  Document document;
  document.body = html::article_text(tree, words, metadata.title);
  if (is_blank(document.body)) {
    why_not = "no text in the page";
    return std::nullopt;
  }
  document.date = std::move(metadata.date);
  document.author = std::move(metadata.author);
  if (const std::string_view text = take_bylines(document.body, document); !is_blank(text))
    document.body = std::string(text);
  document.url = html::absolute_url(metadata.url, url);
  if (document.url.empty()) document.url = html::absolute_url(url, {});
  document.title = std::move(metadata.title);
  document.source = std::move(metadata.source);
  document.language = std::move(metadata.language);
  return document;
}

}  // namespace nsearch::indexer
