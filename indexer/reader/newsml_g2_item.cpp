// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/newsml_g2_item.h"

#include <utility>

#include "reader/clean_text.h"
#include "reader/field_text.h"
#include "reader/html/html_text.h"
#include "reader/markup_text.h"
#include "reader/nitf_article.h"
#include "reader/utf8.h"
#include "reader/wire_text.h"
#include "reader/xml/xml_text.h"
#include "reader/xml/xml_url.h"

namespace nsearch::indexer {
namespace {

/// The last part of a code: "text" of "ninat:text" and of "http://cv.iptc.org/newscodes/ninature/text".
std::string code_of(const XmlNode& node) {
  std::string_view code = node.attribute("qcode");
  if (code.empty()) code = node.attribute("uri");
  return clean_line(code.substr(code.find_last_of(":/") + 1));
}

bool is_of_language(const XmlNode& node, std::string_view language) {
  const std::string_view tag = node.attribute("xml", "lang");
  return tag.empty() || tag.substr(0, 2) == language.substr(0, 2);
}

/// A concept's name, in the language of the item if it has several; its literal, or its code, where it has none.
std::string name_of(const XmlNode& concept_node, std::string_view language) {
  const XmlNode* best = nullptr;
  for (const XmlNode& node : concept_node.children) {
    if (node.name != "name") continue;
    if (best == nullptr || (!is_of_language(*best, language) && is_of_language(node, language))) best = &node;
  }
  if (best != nullptr) return best->line_text();
  if (const auto literal = concept_node.attribute("literal"); !literal.empty()) return clean_line(literal);
  return concept_node.attribute("qcode").empty() ? std::string() : code_of(concept_node);
}

/// Whether content of that type is running text, for all that is known.
bool is_prose(std::string_view type) {
  for (const std::string_view known : {"nitf", "html", "text/"}) {
    if (type.find(known) != std::string_view::npos) return true;
  }
  return type.empty() || type == "text";
}

class Item {
 public:
  NewsItemText read(const XmlNode& item) {
    document().id = clean_line(item.attribute("guid"));
    if (is_web_address(document().id)) document().url = document().id;
    const XmlNode* content = item.child("contentMeta");
    document().language = language_of(item, content);
    if (const XmlNode* management = item.child("itemMeta")) take_management(*management);
    if (content != nullptr) take_content_meta(*content);
    if (!text_.other_class.empty()) return std::move(text_);
    if (const XmlNode* set = item.child("contentSet")) take_content_set(*set);
    finish(item);
    return std::move(text_);
  }

 private:
  Document& document() { return text_.document; }

  static std::string language_of(const XmlNode& item, const XmlNode* content) {
    const XmlNode* language = content == nullptr ? nullptr : content->child("language");
    const std::string_view tag = language == nullptr ? std::string_view() : language->attribute("tag");
    return clean_line(tag.empty() ? item.attribute("xml", "lang") : tag);
  }

  void take_management(const XmlNode& meta) {
    if (const XmlNode* item_class = meta.child("itemClass")) {
      const std::string code = code_of(*item_class);
      if (code != "text") text_.other_class = code.empty() ? "of no class" : code;
    }
    if (const XmlNode* provider = meta.child("provider"))
      document().source = name_of(*provider, document().language);
    created_ = child_line(meta, "firstCreated");
    version_ = child_line(meta, "versionCreated");
    if (const XmlNode* service = meta.child("service")) {
      add_facet_line(document(), "service", name_of(*service, document().language));
    }
  }

  void take_content_meta(const XmlNode& meta) {
    const std::string& language = document().language;
    for (const XmlNode& node : meta.children) {
      const std::string_view name = node.name;
      if (name == "headline") {
        take_headline(node);
      } else if (name == "creator") {
        append_name(document().author, name_of(node, language));
      } else if (name == "by") {
        byline_ = author_of_byline(node.raw_text());
      } else if (name == "infoSource" || name == "creditline") {
        take_source(node);
      } else if (name == "description") {
        description_ = with_lead(std::move(description_), markup_line(node.raw_text()));
      } else if (name == "contentCreated") {
        content_created_ = node.line_text();
      } else if (name == "subject" || name == "genre") {
        take_concept(node);
      } else if (name == "located") {
        add_facet_line(document(), "location", name_of(node, language));
      } else if (name == "keyword" || name == "slugline" || name == "urgency") {
        add_facet_line(document(), node.name, node.line_text());
      }
    }
  }

  void take_headline(const XmlNode& node) {
    const bool better = is_of_language(node, document().language) && !right_headline_;
    if (!document().title.empty() && !better) return;
    document().title = markup_line(node.raw_text());
    right_headline_ = is_of_language(node, document().language);
  }

  void take_source(const XmlNode& node) {
    if (!other_source_.empty()) return;
    other_source_ = node.name == "infoSource" ? name_of(node, document().language) : node.line_text();
  }

  void take_concept(const XmlNode& node) {
    add_facet_line(document(), node.name, name_of(node, document().language));
    for (const XmlNode& part : node.children) {
      if (part.name == "mainConcept" || part.name == "facetConcept") {
        add_facet_line(document(), node.name, name_of(part, document().language));
      }
    }
  }

  /// The parts of a content set are renditions of the same content: the first that is text counts.
  void take_content_set(const XmlNode& set) {
    for (const XmlNode& content : set.children) {
      if (content.is_text() || !document().body.empty()) continue;
      if (content.name == "inlineXML" || content.name == "inlineData") {
        take_content(content);
      } else if (content.name == "remoteContent" && text_.missing.empty()) {
        text_.missing = "its text is elsewhere: " + clean_line(content.attribute("href"));
      }
    }
  }

  void take_content(const XmlNode& content) {
    const std::string_view type = content.attribute("contenttype");
    if (!is_prose(type)) {
      text_.missing = "no text: its content is " + clean_line(type);
    } else if (!content.attribute("encoding").empty()) {
      text_.missing = "its text is encoded (" + clean_line(content.attribute("encoding")) + ")";
    } else {
      Document text = read_wire_text(content);
      if (is_blank(text.body)) return;
      text.id.clear();
      complete(document(), std::move(text));
      if (document().language.empty()) document().language = clean_line(content.attribute("xml", "lang"));
    }
  }

  void finish(const XmlNode& item) {
    if (document().body.empty()) document().body = description_;
    for (const std::string* date : {&created_, &content_created_, &version_}) {
      if (document().date.empty()) document().date = clean_line(*date);
    }
    if (document().author.empty()) document().author = byline_;
    if (document().source.empty()) document().source = other_source_;
    const XmlNode* rights = item.child("rightsInfo");
    const XmlNode* holder = rights == nullptr ? nullptr : rights->child("copyrightHolder");
    if (document().source.empty() && holder != nullptr)
      document().source = name_of(*holder, document().language);
  }

  NewsItemText text_;
  std::string created_;
  std::string content_created_;
  std::string version_;
  std::string byline_;
  std::string other_source_;
  std::string description_;
  bool right_headline_ = false;
};

}  // namespace

NewsItemText read_news_item(const XmlNode& item) {
  return Item().read(item);
}

}  // namespace nsearch::indexer
