// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace nsearch::indexer::html {

/// The elements that something is decided by; every other one is inline and means nothing.
// clang-format off
#define NSEARCH_HTML_TAGS(TAG) \
  TAG(a) TAG(abbr) TAG(address) TAG(article) TAG(aside) TAG(audio) TAG(b) TAG(base) \
  TAG(blockquote) TAG(body) TAG(br) TAG(button) TAG(canvas) TAG(caption) TAG(center) TAG(cite) \
  TAG(code) TAG(dd) TAG(details) TAG(dialog) TAG(div) TAG(dl) TAG(dt) TAG(em) \
  TAG(embed) TAG(fieldset) TAG(figcaption) TAG(figure) TAG(font) TAG(footer) TAG(form) TAG(h1) \
  TAG(h2) TAG(h3) TAG(h4) TAG(h5) TAG(h6) TAG(head) TAG(header) TAG(hgroup) \
  TAG(hr) TAG(html) TAG(i) TAG(iframe) TAG(img) TAG(input) TAG(label) TAG(legend) \
  TAG(li) TAG(link) TAG(main) TAG(map) TAG(math) TAG(menu) TAG(meta) TAG(nav) \
  TAG(noscript) TAG(object) TAG(ol) TAG(optgroup) TAG(option) TAG(p) TAG(picture) TAG(pre) \
  TAG(script) TAG(search) TAG(section) TAG(select) TAG(small) TAG(span) TAG(strong) TAG(style) \
  TAG(summary) TAG(svg) TAG(table) TAG(tbody) TAG(td) TAG(textarea) TAG(tfoot) TAG(th) \
  TAG(thead) TAG(time) TAG(title) TAG(tr) TAG(u) TAG(ul) TAG(video)
// clang-format on

enum class Tag : std::uint8_t {
  text,   ///< a stretch of text, no element
  other,  ///< an element that no name below has
#define NSEARCH_HTML_TAG(NAME) NAME,
  NSEARCH_HTML_TAGS(NSEARCH_HTML_TAG)
#undef NSEARCH_HTML_TAG
      template_,
  count
};

/// `name` in lower case.
Tag tag_of(std::string_view name);

/// Whether the element begins and ends a line of its own.
bool is_block(Tag tag);

/// Whether nothing in the element is text for a reader: scripts, controls, pictures, what is said of the page.
bool is_unseen(Tag tag);

bool is_heading(Tag tag);

/// The attributes that something is decided by.
enum class AttributeName : std::uint8_t {
  class_,
  id,
  role,
  rel,
  href,
  name,
  property,
  content,
  itemprop,
  itemtype,
  datetime,
  pubdate,
  lang,
  type,
  style,
  hidden,
  aria_hidden,
  aria_modal,
  http_equiv,
  charset,
  title,
  none
};

/// none: not one of them.
AttributeName attribute_of(std::string_view name);

}  // namespace nsearch::indexer::html
