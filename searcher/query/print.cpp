// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <string_view>

#include "nsearch/query.h"
#include "query/characters.h"
#include "query/fields.h"
#include "query/operators.h"

namespace nsearch {
namespace {

using namespace searcher;

/// How tightly a node holds its parts together: one that holds less than its place asks for stands in
/// parentheses.
enum class Tightness { any_of, all_of, bag, negation, sign, operand };

Tightness tightness(QueryKind kind) {
  switch (kind) {
    case QueryKind::any_of:
      return Tightness::any_of;
    case QueryKind::all_of:
      return Tightness::all_of;
    case QueryKind::bag:
      return Tightness::bag;
    case QueryKind::negation:
      return Tightness::negation;
    case QueryKind::required:
    case QueryKind::excluded:
      return Tightness::sign;
    case QueryKind::near:
    case QueryKind::adjacent:
    case QueryKind::not_near:
    case QueryKind::sentence:
    case QueryKind::paragraph:
    case QueryKind::at_least:
    case QueryKind::none:
    case QueryKind::word:
    case QueryKind::phrase:
    case QueryKind::field:
      return Tightness::operand;
  }
  return Tightness::operand;
}

/// What a child of such a node must at least hold.
Tightness required_of_children(QueryKind kind) {
  switch (kind) {
    case QueryKind::any_of:
      return Tightness::all_of;
    case QueryKind::all_of:
      return Tightness::bag;
    case QueryKind::bag:
      return Tightness::sign;
    case QueryKind::negation:
      return Tightness::negation;
    case QueryKind::required:
    case QueryKind::excluded:
    case QueryKind::near:
    case QueryKind::adjacent:
    case QueryKind::not_near:
    case QueryKind::sentence:
    case QueryKind::paragraph:
    case QueryKind::at_least:
    case QueryKind::none:
    case QueryKind::word:
    case QueryKind::phrase:
    case QueryKind::field:
      return Tightness::operand;
  }
  return Tightness::operand;
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

/// Where a backslash must keep the start of a word from being read as a field's name. An address is no field
/// anyway.
std::size_t colon_to_escape(std::string_view text) {
  const std::size_t name = field_name_length(text);
  return name == 0 || is_web_address(text) ? std::string_view::npos : name;
}

/// A backslash goes before all that would end the word or give it another meaning.
void append_word(std::string& out, std::string_view text) {
  const std::size_t colon = colon_to_escape(text);
  if (operator_of(text) != Operator::none) out += '\\';
  if (text.find_first_of("+-=") == 0) out += '\\';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    if (c == U'\\' || c == U'(' || c == U')' || is_quote(c) || begin == colon) out += '\\';
    out += text.substr(begin, at - begin);
  }
}

bool has_separator(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_separator(next_character(text, at))) return true;
  return text.empty();
}

/// Of a filter's value.
bool needs_quotes(std::string_view value) {
  if (has_separator(value) || value.front() == '=') return true;
  for (std::size_t at = 0; at < value.size();) {
    const char32_t c = next_character(value, at);
    if (is_quote(c) || c == U'(' || c == U')' || c == U'\\') return true;
  }
  return false;
}

void append(std::string& out, const QueryNode& node, Tightness wanted);

void append_chain(std::string& out, const QueryNode& node, std::string_view between) {
  bool first = true;
  for (const QueryNode& child : node.children) {
    if (!first) out += between;
    first = false;
    append(out, child, required_of_children(node.kind));
  }
}

void append_leaf(std::string& out, const QueryNode& node) {
  if (!node.field.empty()) out.append(node.field) += ':';
  if (node.exact) out += '=';
  const bool filter = node.kind == QueryKind::field;
  // The parser makes no word with a space in it; in a tree made by hand its parts are better kept together.
  if (node.kind == QueryKind::phrase || (filter ? needs_quotes(node.text) : has_separator(node.text)))
    append_quoted(out, node.text);
  else if (filter)
    out += node.text;
  else
    append_word(out, node.text);
}

void append_bare(std::string& out, const QueryNode& node) {
  switch (node.kind) {
    case QueryKind::near:
    case QueryKind::adjacent:
    case QueryKind::not_near:
    case QueryKind::sentence:
    case QueryKind::paragraph:
    case QueryKind::at_least:
    case QueryKind::none:
      return;
    case QueryKind::word:
    case QueryKind::phrase:
    case QueryKind::field:
      return append_leaf(out, node);
    case QueryKind::all_of:
      return append_chain(out, node, " AND ");
    case QueryKind::any_of:
      return append_chain(out, node, " OR ");
    case QueryKind::bag:
      return append_chain(out, node, " ");
    case QueryKind::negation:
      out += "NOT ";
      return append_chain(out, node, "");
    case QueryKind::required:
      out += '+';
      return append_chain(out, node, "");
    case QueryKind::excluded:
      out += '-';
      return append_chain(out, node, "");
  }
}

void append(std::string& out, const QueryNode& node, Tightness wanted) {
  const bool loose = tightness(node.kind) < wanted;
  if (loose) out += '(';
  append_bare(out, node);
  if (loose) out += ')';
}

}  // namespace

std::string to_query_text(const QueryNode& node) {
  std::string out;
  append(out, node, Tightness::any_of);
  return out;
}

}  // namespace nsearch
