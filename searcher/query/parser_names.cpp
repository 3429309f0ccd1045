// SPDX-License-Identifier: GPL-2.0-or-later
// Parts of a query that have a name: $ia = (IA OR "intelligence artificielle"), defined before they are used.
#include <algorithm>
#include <string>
#include <utility>

#include "query/parser.h"
#include "query/tree.h"

namespace nsearch::searcher {
namespace {

/// What a field before a name means: it holds for every word that names none itself.
void put_field(QueryNode& node, const std::string& field) {
  const bool text = node.kind == QueryKind::word || node.kind == QueryKind::phrase;
  if (text && node.field.empty()) node.field = field;
  for (QueryNode& child : node.children) put_field(child, field);
}

}  // namespace

/// $name = operand. The current token is the name, and the = was taken.
void Parser::define() {
  const Token name = current_;
  advance();
  const TokenKind kind = current_.kind;
  const bool sign = kind == TokenKind::plus || kind == TokenKind::minus || kind == TokenKind::not_;
  if (name.boost != 1 || sign || !at_operand()) return fail_definition(name, current_.span());
  defining_ = name.text;
  deepest_ = chained_ = 0;
  Definition definition;
  definition.name = name.span();
  definition.node = operand();
  definition.nodes = count_nodes(definition.node);
  definition.nesting = std::exchange(deepest_, 0);
  definition.chained = std::exchange(chained_, 0);
  defining_.clear();
  if (report_.failed()) return;
  const Token& value = previous_;
  if (current_.kind != TokenKind::end && !lexer_.line_ends(value.end, current_.begin))
    return fail_definition(name, current_.span());
  if (!definitions_.try_emplace(name.text, std::move(definition)).second)
    fail(name.span(), {'$' + name.text + " is defined twice", "one definition of each name",
                       "give one of them another name"});
}

/// What a name stands for, as if it were written here in parentheses.
QueryNode Parser::named(const Field* field) {
  const Token name = current_;
  const auto found = definitions_.find(name.text);
  if (found == definitions_.end()) {
    fail_unknown_name(name);
    return {};
  }
  Definition& definition = found->second;
  definition.used = true;
  expanded_ += definition.nodes;
  if (expanded_ > max_expanded) {
    fail(name.span(),
         {"the names stand for more than " + std::to_string(max_expanded) + " words, phrases and groups",
          "a smaller query", "name what is used often once, and use it once"});
    return {};
  }
  if (!nest(definition.nesting, name.span())) return {};
  chained_ = std::max(chained_, definition.chained);
  QueryNode node = definition.node;
  if (field) put_field(node, field->name);
  node.boost = std::min(node.boost * name.boost, max_boost);
  advance();
  return node;
}

void Parser::fail_definition(const Token& name, Piece value) {
  const std::string written = '$' + shortened(name.text);
  if (value.begin >= text_.size())
    fail(name.span(), {"the value of " + written + " is missing",
                       "a word, a phrase or (...) behind the =", "write " + written + " = (a OR b)"});
  else
    fail(value, {"this is no part of the definition of " + written,
                 "one word, phrase or (...), and a new line behind it",
                 "put parentheses round the whole: " + written + " = (...)"});
}

void Parser::fail_unknown_name(const Token& name) {
  const std::string written = '$' + shortened(name.text);
  const Piece span = name.span();
  const std::string expected = "a name that was defined above: " + written + " = (...)";
  const Lexer::Later later = lexer_.defined_later(name.text, defining_);
  if (!defining_.empty() && name.text == defining_)
    return fail(span,
                {written + " is used in its own definition", "other names than " + written, "leave it out"});
  if (later.defined && later.uses && !defining_.empty())
    return fail(span, {"the definitions of $" + defining_ + " and " + written + " use each other", expected,
                       "write one of them without the other"});
  if (later.defined)
    return fail(span, {written + " is used above its definition", expected, "move the definition up"});
  std::vector<std::string> names;
  for (const auto& [known, definition] : definitions_) names.push_back(known);
  const std::string nearest = nearest_name(name.text, names);
  const std::string as_word = "the word itself is written \\" + written;
  fail(span, {"there is no name " + written, expected,
              nearest.empty() ? as_word : "did you mean $" + nearest + "? (" + as_word + ')'});
}

void Parser::fail_without_query() {
  if (!definitions_.empty())
    fail({previous_.begin, previous_.end},
         {"the query is missing: there are only names", "a query below them",
          "write what to search for, such as $" + definitions_.begin()->first});
}

void Parser::hint_unused_names() {
  for (const auto& [name, definition] : definitions_)
    if (!definition.used)
      report_.hint(definition.name, {'$' + name + " is defined and not used", "", "use it or leave it out"});
}

}  // namespace nsearch::searcher
