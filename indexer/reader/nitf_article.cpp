// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/nitf_article.h"

#include <array>
#include <utility>

#include "reader/clean_text.h"
#include "reader/field_text.h"
#include "reader/markup_text.h"
#include "reader/xml/xml_text.h"

namespace nsearch::indexer {
namespace {

/// The element at a path of child names; nullptr: there is none.
const XmlNode* at(const XmlNode& node, std::initializer_list<std::string_view> path) {
  const XmlNode* found = &node;
  for (const std::string_view name : path) {
    found = found->child(name);
    if (found == nullptr) return nullptr;
  }
  return found;
}

std::string line_at(const XmlNode& node, std::initializer_list<std::string_view> path) {
  const XmlNode* found = at(node, path);
  return found == nullptr ? std::string() : found->line_text();
}

std::string attribute_at(const XmlNode& node, std::initializer_list<std::string_view> path,
                         std::string_view name) {
  const XmlNode* found = at(node, path);
  return found == nullptr ? std::string() : clean_line(found->attribute(name));
}

/// The first that is not empty.
std::string first_of(std::initializer_list<std::string> texts) {
  for (const std::string& text : texts) {
    if (!text.empty()) return text;
  }
  return {};
}

/// A byline without the titles in it ("<byttl>Staff Reporter</byttl>"); the persons, where they are marked.
std::string byline_authors(const XmlNode& byline) {
  std::string authors;
  std::string rest;
  for (const XmlNode& node : byline.children) {
    if (node.name == "person") append_name(authors, node.line_text());
    if (node.name != "byttl") rest += node.raw_text();
  }
  return authors.empty() ? author_of_byline(rest) : authors;
}

void take_head(const XmlNode& head, Document& document) {
  document.id = attribute_at(head, {"docdata", "doc-id"}, "id-string");
  document.source = attribute_at(head, {"pubdata"}, "name");
  for (const XmlNode& node : head.children) {
    if (node.name == "meta" && node.attribute("name") == "author") {
      append_name(document.author, clean_line(node.attribute("content")));
    }
    if (node.name != "tobject") continue;
    for (const XmlNode& subject : node.children) {
      for (const std::string_view level : {"type", "matter", "detail"}) {
        add_facet_line(document, "subject", subject.attribute("tobject.subject." + std::string(level)));
      }
    }
  }
  if (const XmlNode* keys = at(head, {"docdata", "key-list"})) {
    for (const XmlNode& key : keys->children) add_facet_line(document, "keyword", key.attribute("key"));
  }
  add_facet_line(document, "urgency", attribute_at(head, {"docdata", "urgency"}, "ed-urg"));
}

std::string date_of(const XmlNode& nitf) {
  return clean_line(first_of({attribute_at(nitf, {"head", "docdata", "date.issue"}, "norm"),
                              attribute_at(nitf, {"head", "docdata", "date.release"}, "norm"),
                              attribute_at(nitf, {"body", "body.head", "dateline", "story.date"}, "norm"),
                              attribute_at(nitf, {"head", "pubdata"}, "date.publication")}));
}

std::string body_of(const XmlNode& body) {
  const XmlNode* content = body.child("body.content");
  std::string text = content == nullptr ? std::string() : xml_text(*content);
  if (const XmlNode* lead = at(body, {"body.head", "abstract"})) text = with_lead(xml_text(*lead), text);
  return with_lead(line_at(body, {"body.head", "hedline", "hl2"}), text);
}

}  // namespace

std::string author_of_byline(std::string_view byline) {
  constexpr std::array<std::string_view, 9> words = {"By ",   "by ",   "BY ",  "Par ", "par ",
                                                     "Door ", "door ", "Von ", "von "};
  std::string author = clean_line(byline);
  for (const std::string_view word : words) {
    if (author.starts_with(word)) {
      author.erase(0, word.size());
      break;
    }
  }
  while (!author.empty() && (author.back() == ',' || author.back() == ' ')) author.pop_back();
  return author;
}

void complete(Document& document, Document&& other) {
  for (const auto field : {&Document::id, &Document::url, &Document::title, &Document::body,
                           &Document::language, &Document::date, &Document::source, &Document::author}) {
    if ((document.*field).empty()) document.*field = std::move(other.*field);
  }
  for (const auto& [name, value] : other.facets) add_facet_line(document, name, value);
}

Document read_nitf(const XmlNode& nitf) {
  Document document;
  if (const XmlNode* head = nitf.child("head")) take_head(*head, document);
  document.title =
      first_of({line_at(nitf, {"body", "body.head", "hedline", "hl1"}), line_at(nitf, {"head", "title"})});
  document.date = date_of(nitf);
  document.language = clean_line(nitf.attribute("xml", "lang"));
  const XmlNode* body = nitf.child("body");
  if (body == nullptr) return document;
  document.body = body_of(*body);
  if (document.language.empty()) {
    document.language = first_of({attribute_at(nitf, {"body", "body.content", "lang"}, "lang"),
                                  attribute_at(nitf, {"body", "body.content", "lang"}, "iso-code")});
  }
  document.source = first_of({document.source, line_at(*body, {"body.head", "distributor"})});
  if (const XmlNode* byline = at(*body, {"body.head", "byline"});
      byline != nullptr && document.author.empty()) {
    document.author = byline_authors(*byline);
  }
  add_facet_line(document, "location", line_at(*body, {"body.head", "dateline", "location"}));
  return document;
}

}  // namespace nsearch::indexer
