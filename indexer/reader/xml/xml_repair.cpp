// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/xml/xml_repair.h"

#include <libxml/parserInternals.h>

#include <cstring>

#include "reader/clean_text.h"
#include "reader/html/character_reference.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t longest_name = 64;
constexpr std::size_t most_kept = 1000;

constexpr const char* unknown_entity = "a reference to an entity that is not known stays as it is written";

/// The parser has one code for every name that it misses.
bool is_bare_ampersand(const xmlError& error) {
  return error.code == XML_ERR_NAME_REQUIRED && error.message != nullptr &&
         std::strncmp(error.message, "xmlParseEntityRef", 17) == 0;
}

}  // namespace

bool is_harmless(const xmlError& error) {
  if (is_bare_ampersand(error)) return true;
  switch (error.code) {
    case XML_ERR_INVALID_CHARREF:
    case XML_ERR_INVALID_DEC_CHARREF:
    case XML_ERR_INVALID_HEX_CHARREF:
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_ERR_ENTITY_IS_EXTERNAL:
    case XML_ERR_LT_IN_ATTRIBUTE:
    case XML_ERR_ATTRIBUTE_REDEFINED:
    case XML_ERR_MISPLACED_CDATA_END:
    case XML_ERR_HYPHEN_IN_COMMENT:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_ERR_UNKNOWN_VERSION:
    case XML_ERR_VERSION_MISSING:
    case XML_ERR_VERSION_MISMATCH:
    case XML_ERR_STANDALONE_VALUE:
    case XML_ERR_XMLDECL_NOT_FINISHED:
    case XML_ERR_RESERVED_XML_NAME:
    case XML_ERR_INVALID_URI:
    case XML_ERR_URI_FRAGMENT:
    case XML_ERR_NS_DECL_ERROR:
      return true;
    default:
      return error.code >= XML_NS_ERR_XML_NAMESPACE && error.code <= XML_NS_ERR_COLON;
  }
}

std::string lost_text(const xmlError& error, const xmlParserCtxt& context) {
  if (context.instate == XML_PARSER_ATTRIBUTE_VALUE || context.input == nullptr) return {};
  if (is_bare_ampersand(error)) return "&";
  if (error.code != XML_ERR_ENTITYREF_SEMICOL_MISSING) return {};
  const char* end = reinterpret_cast<const char*>(context.input->cur);
  const char* base = reinterpret_cast<const char*>(context.input->base);
  const char* begin = end;
  while (begin > base && end - begin < static_cast<std::ptrdiff_t>(longest_name) && *begin != '&') --begin;
  const std::string_view lost(begin, static_cast<std::size_t>(end - begin));
  return !lost.empty() && lost.front() == '&' && find_invalid_utf8(lost) == std::string_view::npos
             ? std::string(lost)
             : "&";
}

std::string fault_reason(const xmlError& error) {
  const std::string_view message = error.message == nullptr ? "unknown error" : error.message;
  if (message.starts_with("AttValue length too long"))
    return "an attribute is too long: at most " + std::to_string(XML_MAX_TEXT_LENGTH) + " bytes are taken";
  constexpr std::size_t most = 200;
  const std::string_view said = message.substr(0, most);
  return "not well-formed XML: " + clean_line(said.substr(0, find_invalid_utf8(said)));
}

std::string well_formed_attribute(std::string_view value) {
  return std::string(value.substr(0, find_invalid_utf8(value)));
}

void XmlRepairs::count(const char* what, std::uint64_t line) {
  Count& count = counts_[what];
  if (count.times++ == 0) count.first_line = line;
}

void XmlRepairs::add(const xmlError& error, std::uint64_t line) {
  constexpr const char* ampersand = "an ampersand that begins no reference is taken as it stands";
  if (is_bare_ampersand(error)) return count(ampersand, line);
  switch (error.code) {
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      return count(ampersand, line);
    case XML_ERR_INVALID_CHARREF:
    case XML_ERR_INVALID_DEC_CHARREF:
    case XML_ERR_INVALID_HEX_CHARREF:
    case XML_ERR_INVALID_CHAR:
      return count("a reference to a character that XML forbids is left out", line);
    case XML_ERR_MISPLACED_CDATA_END:
      return count("\"]]>\" outside of CDATA is taken as it stands", line);
    default:
      break;
  }
}

xmlEntity* XmlRepairs::entity(std::string_view name, bool in_attribute, std::uint64_t line) {
  std::string text = named_character(name);
  if (text.empty()) {
    count(unknown_entity, line);
    text = "&" + std::string(name.substr(0, longest_name)) + ";";
    if (find_invalid_utf8(text) != std::string::npos) text = "&;";
  }
  // libxml2 takes one byte of an entity in an attribute.
  if (in_attribute && static_cast<unsigned char>(text.front()) >= 0x80) text = "?";
  return keep(name, std::move(text));
}

xmlEntity* XmlRepairs::keep(std::string_view name, std::string text) {
  Kept* kept = &scratch_;
  const std::string key = std::string(name.substr(0, longest_name)) + ' ' + text;
  if (const auto known = known_.find(key); known != known_.end()) return &known->second->entity;
  if (kept_.size() < most_kept) {
    kept = &kept_.emplace_back();
    known_.emplace(key, kept);
  }
  kept->name = name.substr(0, longest_name);
  kept->text = std::move(text);
  kept->entity = {};
  kept->entity.type = XML_ENTITY_DECL;
  kept->entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
  kept->entity.name = reinterpret_cast<const xmlChar*>(kept->name.c_str());
  kept->entity.content = reinterpret_cast<xmlChar*>(kept->text.data());
  kept->entity.orig = kept->entity.content;
  kept->entity.length = static_cast<int>(kept->text.size());
  return &kept->entity;
}

void XmlRepairs::tell(std::vector<std::pair<std::uint64_t, std::string>>& notes) const {
  for (const auto& [what, count] : counts_) {
    notes.emplace_back(count.first_line,
                       what + (count.times > 1 ? " (" + std::to_string(count.times) + " times)" : ""));
  }
}

}  // namespace nsearch::indexer
