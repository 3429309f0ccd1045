// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/xml/xml_text.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "reader/clean_text.h"

namespace nsearch::indexer {
namespace {

/// Of XHTML, then of NITF.
constexpr std::array<std::string_view, 40> blocks = {
    "p",       "div",   "h1",       "h2",         "h3",      "h4",       "h5",          "h6",
    "li",      "ul",    "ol",       "dl",         "dt",      "dd",       "tr",          "table",
    "section", "main",  "pre",      "blockquote", "article", "address",  "caption",     "figcaption",
    "hr",      "body",  "tbody",    "br",         "form",    "fieldset", "hl1",         "hl2",
    "bq",      "block", "abstract", "dateline",   "fn",      "note",     "distributor", "tagline"};

constexpr std::array<std::string_view, 19> left_out = {
    "script", "style",  "head",     "template", "svg",    "math", "iframe", "object", "figure", "noscript",
    "button", "select", "textarea", "header",   "footer", "nav",  "media",  "aside",  "video"};

template <std::size_t Size>
bool among(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

class Writer {
 public:
  void node(const XmlNode& node) {
    if (node.is_text()) return add(node.text);
    if (among(left_out, node.name)) return;
    const bool block = among(blocks, node.name);
    const bool cell = node.name == "td" || node.name == "th";
    if (block) end_line();
    for (const XmlNode& child : node.children) this->node(child);
    if (block) end_line();
    if (cell) add(" ");
  }

  std::string finish() {
    end_line();
    if (!text_.empty()) text_.pop_back();
    return std::move(text_);
  }

 private:
  void add(std::string_view text) {
    for (const char c : text) {
      if (!is_space(c)) {
        text_ += c;
      } else if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') {
        text_ += ' ';
      }
    }
  }

  void end_line() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }

  std::string text_;
};

}  // namespace

std::string xml_text(const XmlNode& node) {
  Writer writer;
  for (const XmlNode& child : node.children) writer.node(child);
  return clean_text(writer.finish());
}

}  // namespace nsearch::indexer
