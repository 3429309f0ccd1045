// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <string_view>

#include "nsearch/query.h"
#include "query/characters.h"
#include "query/fields.h"
#include "query/lexer.h"
#include "query/operators.h"
#include "query/tree.h"

namespace nsearch {
namespace {

using namespace searcher;

/// How tightly a node holds its parts together: one that holds less than its place asks for stands in
/// parentheses.
enum class Tightness { any_of, all_of, bag, negation, proximity, sign, operand };

Tightness tightness(const QueryNode& node) {
  if (node.boost != 1) return Tightness::operand;
  if (is_proximity(node.kind)) return Tightness::proximity;
  switch (node.kind) {
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
    default:
      return Tightness::operand;
  }
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
    default:
      return Tightness::operand;
  }
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

/// Whether a word that begins like this would be read as something else: an operator, a sign, atleast/3:, a comment, a
/// name.
bool has_special_beginning(std::string_view text) {
  constexpr std::string_view at_least = "atleast/";
  const auto same_letter = [](char a, char b) { return a == b || (b >= 'a' && a == b - 'a' + 'A'); };
  const bool counted =
      text.size() >= at_least.size() && std::equal(at_least.begin(), at_least.end(), text.begin(),
                                                   [&](char b, char a) { return same_letter(a, b); });
  const bool comment = text.find_first_not_of('#') == std::string_view::npos;
  const WrittenOperator written = operator_of(text, OperatorWords::all());
  return text.find_first_of("+-=") == 0 || counted || comment || begins_name(text) ||
         written.op != Operator::none;
}

bool is_wildcard(char32_t c) {
  return c == U'*' || c == U'?';
}

/// Whether `c` ends a word or means something in one, wherever it stands.
bool is_special(char32_t c) {
  return c == U'\\' || c == U'(' || c == U')' || c == U'^' || c == U'~' || is_wildcard(c) || is_quote(c);
}

/// Whether the field's name and the value would be read as an address: a field may be called http.
bool reads_as_address(const QueryNode& node) {
  return is_web_address(node.field + ':' + node.text);
}

/// A backslash goes before all that would end the word or give it another meaning; a pattern has its own before
/// wildcards that it takes as they are.
void append_word(std::string& out, std::string_view text, bool pattern) {
  const std::size_t colon = colon_to_escape(text);
  if (!text.empty() && has_special_beginning(text)) out += '\\';
  for (std::size_t at = 0; at < text.size();) {
    if (pattern && text[at] == '\\' && at + 1 < text.size()) {
      out += text.substr(at, 2);
      at += 2;
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    if ((is_special(c) && !(pattern && is_wildcard(c))) || begin == colon) out += '\\';
    out += text.substr(begin, at - begin);
  }
}

bool has_separator(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_separator(next_character(text, at))) return true;
  return text.empty();
}

bool needs_quotes(const QueryNode& filter) {
  const std::string_view value = filter.text;
  if (reads_as_address(filter) || begins_name(value) || has_separator(value) || value.front() == '=' ||
      value.front() == '~')
    return true;
  for (std::size_t at = 0; at < value.size();) {
    const char32_t c = next_character(value, at);
    if (is_quote(c) || c == U'(' || c == U')' || c == U'\\' || c == U'^') return true;
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
  if (node.inflected) out += '~';
  const bool filter = node.kind == QueryKind::field;
  // The parser makes no word with a space in it; in a tree made by hand its parts are better kept together.
  if (node.kind == QueryKind::phrase || (filter ? needs_quotes(node) : has_separator(node.text))) {
    append_quoted(out, node.text);
  } else if (filter) {
    out += node.text;
  } else {
    if (reads_as_address(node)) out += '\\';
    append_word(out, node.text, node.pattern);
  }
  if (node.edits > 0) out += '~';
  if (node.edits > 1) out += std::to_string(node.edits);
}

void append_bare(std::string& out, const QueryNode& node) {
  switch (node.kind) {
    case QueryKind::none:
      return;
    case QueryKind::near:
    case QueryKind::adjacent:
    case QueryKind::not_near:
    case QueryKind::sentence:
    case QueryKind::paragraph:
      return append_chain(out, node, ' ' + proximity_operator(node.kind, node.number) + ' ');
    case QueryKind::at_least:
      out.append("atleast/").append(std::to_string(node.number)) += ':';
      return append_chain(out, node, "");
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

bool is_leaf(QueryKind kind) {
  return kind == QueryKind::word || kind == QueryKind::phrase || kind == QueryKind::field;
}

void append(std::string& out, const QueryNode& node, Tightness wanted) {
  const bool boosted = node.boost != 1;
  const bool loose = tightness(node) < wanted || (boosted && !is_leaf(node.kind));
  if (loose) out += '(';
  append_bare(out, node);
  if (loose) out += ')';
  if (boosted) out.append("^").append(decimal(node.boost));
}

}  // namespace

std::string to_query_text(const QueryNode& node) {
  std::string out;
  append(out, node, Tightness::any_of);
  return out;
}

}  // namespace nsearch
