// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/feed_entry.h"

#include <array>
#include <string_view>
#include <utility>

#include "reader/clean_text.h"
#include "reader/field_text.h"
#include "reader/html/html_text.h"
#include "reader/markup_text.h"
#include "reader/utf8.h"
#include "reader/xml/xml_text.h"
#include "reader/xml/xml_url.h"

namespace nsearch::indexer {
namespace {

/// The vocabularies that tell of the entry itself, rather than of a picture, a podcast or a place in it.
bool is_core(const XmlNode& node) {
  return node.space.empty() || node.space == "atom" || node.space == "dc" || node.space == "dcterms" ||
         node.space == "content";
}

bool holds_elements(const XmlNode& node) {
  for (const XmlNode& child : node.children) {
    if (!child.is_text()) return true;
  }
  return false;
}

/// The text of a title, a summary or a content, by its declared type or by its looks.
std::string text_of(const XmlNode& node) {
  const std::string_view type = node.attribute("type");
  if (type.substr(0, 6) == "image/" || type.substr(0, 6) == "audio/" || type.substr(0, 6) == "video/")
    return {};
  if (type == "xhtml" || holds_elements(node)) return xml_text(node);
  if (type == "html" || type == "text/html") return html_text(node.raw_text());
  return markup_text(node.raw_text());
}

/// "editor@example.org (An Editor)" is what RSS wants of an author: the name of it.
std::string person(const XmlNode& node) {
  if (const XmlNode* name = node.child("name")) return name->line_text();
  std::string text = markup_line(node.raw_text());
  const std::size_t open = text.find('(');
  if (text.find('@') < open && open != std::string::npos && text.back() == ')') {
    return clean_line(std::string_view(text).substr(open + 1, text.size() - open - 2));
  }
  return text;
}

/// The texts of an entry, of which the body is made.
struct Texts {
  std::string content;
  std::string summary;
};

/// The dates that an entry may have, the one of its publication first.
constexpr std::array<std::string_view, 9> dates = {"pubDate", "published", "issued",   "available",    "date",
                                                   "created", "updated",   "modified", "dateSubmitted"};

class Entry {
 public:
  Entry(const XmlContext& context, const Feed& feed) : context_(context), feed_(feed) {}

  Document read(const XmlNode& entry) {
    for (const XmlNode& node : entry.children) take(node);
    take_date(entry);
    if (link_.empty()) link_ = permalink_;
    document_.url = resolved_url(link_, context_.base.empty() ? feed_.link : context_.base);
    take_id(entry);
    document_.body = with_lead(texts_.summary, texts_.content);
    fall_back();
    return std::move(document_);
  }

 private:
  void take(const XmlNode& node) {
    if (node.is("itunes", "summary")) return first(fallback_, text_of(node));
    if (node.is("feedburner", "origLink")) return first(original_link_, node.line_text());
    if (node.is("itunes", "author")) return first(fallback_author_, node.line_text());
    if (node.is("itunes", "keywords") || node.is("media", "keywords")) return take_keywords(node);
    if (node.is("xhtml", "body")) return first(texts_.content, xml_text(node));
    if (is_core(node)) take_core(node);
  }

  void take_core(const XmlNode& node) {
    const std::string_view name = node.name;
    if (name == "title") return first(document_.title, clean_line(text_of(node)));
    if (name == "encoded" || name == "content") return first(texts_.content, text_of(node));
    if (name == "description" || name == "summary" || name == "abstract")
      return first(texts_.summary, text_of(node));
    if (name == "link") return take_link(node);
    if (name == "guid" || name == "id" || name == "identifier") return take_guid(node);
    if (name == "creator" || name == "author" || name == "contributor") return take_author(node);
    if (name == "language") return first(document_.language, node.line_text());
    if (name == "source") return take_source(node);
    if (name == "publisher") return first(document_.source, node.line_text());
    if (name == "category" || name == "subject") take_category(node);
  }

  static void first(std::string& field, std::string value) {
    if (field.empty() && !is_blank(value)) field = std::move(value);
  }

  void take_link(const XmlNode& node) {
    const std::string_view target = node.attribute("href");
    if (target.empty()) return first(link_, node.line_text());
    const std::string_view relation = node.attribute("rel");
    if (!relation.empty() && relation != "alternate") return;
    const bool page = node.attribute("type").empty() || node.attribute("type") == "text/html";
    const std::string_view base = node.attribute("xml", "base");
    std::string url = resolved_url(clean_line(target), base);
    if (page && !page_link_) link_.clear();
    page_link_ = page_link_ || page;
    first(link_, std::move(url));
  }

  void take_guid(const XmlNode& node) {
    first(guid_, node.line_text());
    if (node.attribute("isPermaLink") != "false" && is_web_address(guid_)) permalink_ = guid_;
  }

  void take_author(const XmlNode& node) {
    if (node.name == "contributor") return append_name(fallback_author_, person(node));
    append_name(document_.author, person(node));
  }

  void take_source(const XmlNode& node) {
    const XmlNode* title = node.child("title");  // Atom; RSS has the name itself
    first(document_.source, title == nullptr ? node.line_text() : clean_line(text_of(*title)));
  }

  void take_category(const XmlNode& node) {
    std::string_view value = node.attribute("label");
    if (value.empty()) value = node.attribute("term");
    add_facet_line(document_, "category", value.empty() ? markup_line(node.raw_text()) : std::string(value));
  }

  void take_keywords(const XmlNode& node) {
    const std::string list = node.line_text();
    each_listed(list, [this](std::string_view keyword) { add_facet_line(document_, "keyword", keyword); });
  }

  void take_date(const XmlNode& entry) {
    for (const std::string_view name : dates) {
      for (const XmlNode& node : entry.children) {
        if (node.name == name && is_core(node)) first(document_.date, clean_line(node.raw_text()));
      }
    }
  }

  /// A guid that is no URI is unique within its feed only, so a link goes before it.
  void take_id(const XmlNode& entry) {
    if (!original_link_.empty()) document_.url = original_link_;
    const std::string about(entry.attribute("rdf", "about"));
    const std::string& wanted = guid_.empty() ? about : guid_;
    const bool uri = wanted.find(':') != std::string::npos;
    document_.id = uri || document_.url.empty() ? wanted : document_.url;
    if (document_.url.empty() && is_web_address(about)) document_.url = about;
  }

  void fall_back() {
    if (is_blank(document_.body)) document_.body = fallback_;
    first(document_.author, fallback_author_);
    first(document_.author, feed_.author);
    first(document_.language, context_.language.empty() ? feed_.language : context_.language);
    first(document_.source, feed_.title);
  }

  const XmlContext& context_;
  const Feed& feed_;
  Document document_;
  Texts texts_;
  std::string link_;
  std::string original_link_;  ///< where a feed service put its own in place of it
  std::string permalink_;
  std::string guid_;
  std::string fallback_;
  std::string fallback_author_;
  bool page_link_ = false;
};

/// The web page that a feed's own link leads to; empty: it is a link to something else.
std::string page_of(const XmlNode& link) {
  const std::string_view relation = link.attribute("rel");
  const std::string url =
      link.attribute("href").empty() ? link.line_text() : clean_line(link.attribute("href"));
  return (relation.empty() || relation == "alternate") && is_web_address(url) ? url : std::string();
}

}  // namespace

void read_feed_field(const XmlNode& node, Feed& feed) {
  if (!is_core(node)) return;
  if (node.name == "title" && feed.title.empty()) feed.title = clean_line(text_of(node));
  if (node.name == "language" && feed.language.empty()) feed.language = node.line_text();
  if (node.name == "author") append_name(feed.author, person(node));
  if (node.name == "link" && feed.link.empty()) feed.link = page_of(node);
}

Document read_feed_entry(const XmlNode& entry, const XmlContext& context, const Feed& feed) {
  return Entry(context, feed).read(entry);
}

}  // namespace nsearch::indexer
