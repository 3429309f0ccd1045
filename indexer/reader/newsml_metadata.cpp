// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/newsml_metadata.h"

#include "reader/clean_text.h"
#include "reader/field_text.h"
#include "reader/markup_text.h"
#include "reader/nitf_article.h"

namespace nsearch::indexer {
namespace {

std::string formal_name(const XmlNode& node) {
  return clean_line(node.attribute("FormalName"));
}

/// "xml:lang", also where its prefix was declared wrongly.
std::string language_attribute(const XmlNode& node) {
  for (const XmlAttribute& attribute : node.attributes) {
    if (attribute.name == "lang") return clean_line(attribute.value);
  }
  return {};
}

void first(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

/// The names of the parties in a creator, a provider or a source.
std::string parties(const XmlNode& node) {
  std::string names;
  for (const XmlNode& party : node.children) {
    if (party.name == "Party" && party.attribute("Topic") != "EDITOR") append_name(names, formal_name(party));
  }
  return names;
}

void take_lines(const XmlNode& lines, Document& document) {
  for (const XmlNode& line : lines.children) {
    if (line.name == "HeadLine" || line.name == "Headline")
      first(document.title, markup_line(line.raw_text()));
    if (line.name == "ByLine") first(document.author, author_of_byline(line.raw_text()));
    if (line.name == "KeywordLine") add_facet_line(document, "keyword", line.raw_text());
    if (line.name == "SlugLine") add_facet_line(document, "slugline", line.raw_text());
  }
}

void take_administrative(const XmlNode& metadata, Document& document) {
  std::string creator;
  std::string properties;
  for (const XmlNode& node : metadata.children) {
    if (node.name == "Provider") document.source = parties(node);
    if (node.name == "Source") first(document.source, parties(node));
    if (node.name == "Creator") append_name(creator, parties(node));
    if (node.name == "Property" && node.attribute("FormalName") == "author") {
      append_name(properties, clean_line(node.attribute("Value")));
    }
  }
  first(document.author, creator.empty() ? properties : creator);
}

void take_location(const XmlNode& location, Document& document) {
  for (const XmlNode& property : location.children) {
    const std::string_view kind = property.attribute("FormalName");
    if (kind == "City" || kind == "Country")
      add_facet_line(document, "location", property.attribute("Value"));
  }
}

void take_descriptive(const XmlNode& metadata, Document& document) {
  for (const XmlNode& node : metadata.children) {
    if (node.name == "Language") first(document.language, formal_name(node));
    if (node.name == "Genre") add_facet_line(document, "genre", formal_name(node));
    if (node.name == "Location") take_location(node, document);
    if (node.name == "SubjectCode") {
      for (const XmlNode& subject : node.children) add_facet_line(document, "subject", formal_name(subject));
    }
    if (node.name == "Property" && node.attribute("FormalName") == "Keyword") {
      each_listed(node.attribute("Value"),
                  [&document](std::string_view keyword) { add_facet_line(document, "keyword", keyword); });
    }
  }
}

/// urn:newsml:PROVIDER:DATE:ITEM, the item's name without its revision, so that a later one takes its place. The public
/// identifier says the same, but some agencies leave half of it out.
std::string item_id(const XmlNode& identifier) {
  const std::string provider = child_line(identifier, "ProviderId");
  const std::string item = child_line(identifier, "NewsItemId");
  if (provider.empty() || item.empty()) return {};
  return "urn:newsml:" + provider + ":" + child_line(identifier, "DateId") + ":" + item;
}

}  // namespace

Document read_newsml_metadata(const XmlNode& component) {
  Document document;
  document.language = language_attribute(component);
  for (const XmlNode& node : component.children) {
    if (node.name == "NewsLines") take_lines(node, document);
    if (node.name == "AdministrativeMetadata") take_administrative(node, document);
    if (node.name == "DescriptiveMetadata") take_descriptive(node, document);
  }
  if (const XmlNode* lines = component.child("NewsLines"))
    first(document.source, child_line(*lines, "CreditLine"));
  return document;
}

Document read_newsml_identity(const XmlNode& item, const std::string& envelope_date) {
  Document document;
  document.language = language_attribute(item);
  std::string date_id;
  if (const XmlNode* identification = item.child("Identification")) {
    if (const XmlNode* identifier = identification->child("NewsIdentifier")) {
      document.id = item_id(*identifier);
      document.source = child_line(*identifier, "ProviderId");
      date_id = child_line(*identifier, "DateId");
    }
  }
  if (const XmlNode* management = item.child("NewsManagement")) {
    first(document.date, clean_line(child_line(*management, "FirstCreated")));
    first(document.date, clean_line(child_line(*management, "ThisRevisionCreated")));
    const XmlNode* urgency = management->child("Urgency");
    if (urgency != nullptr) add_facet_line(document, "urgency", formal_name(*urgency));
  }
  first(document.date, clean_line(date_id));
  first(document.date, envelope_date);
  return document;
}

}  // namespace nsearch::indexer
