// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/xml/xml_attributes.h"

#include "reader/xml/xml_stream.h"

namespace nsearch::indexer {
namespace {

using Kind = XmlTagGrammar::Kind;

Kind kind_of(char c) {
  switch (c) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
      return Kind::blank;
    case '=':
      return Kind::equals;
    case '"':
      return Kind::double_quote;
    case '\'':
      return Kind::single_quote;
    case '<':
    case '>':
    case '/':
    case '!':
    case '?':
      return Kind::mark;
    default:
      return Kind::name;
  }
}

}  // namespace

std::size_t XmlAttributes::find_excess(std::string_view piece) {
  for (std::size_t at = 0; at < piece.size(); ++at) {
    if (!tags_.any() && !after_less_) {
      at = piece.find('<', at);
      if (at == std::string_view::npos) break;
    }
    const char c = piece[at];
    const Kind kind = kind_of(c);
    if (kind == Kind::name) {
      if (tags_.find_excess(kind, max_xml_attributes) != XmlTagGrammar::states) return at;
    }
    tags_.step(kind);
    if (after_less_ && kind == Kind::name) tags_.begin();
    after_less_ = c == '<';
  }
  return piece.size();
}

}  // namespace nsearch::indexer
