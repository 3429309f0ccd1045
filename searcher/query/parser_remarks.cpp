// SPDX-License-Identifier: GPL-2.0-or-later
// What the parser says about a query: its failures and hints.
#include <string>
#include <utility>

#include "query/parser.h"
#include "query/tree.h"

namespace nsearch::searcher {
namespace {

const char* const an_operand = "a word, a phrase or (...)";

bool is_operator(TokenKind kind) {
  return kind == TokenKind::and_ || kind == TokenKind::or_ || kind == TokenKind::not_ ||
         kind == TokenKind::proximity;
}

bool is_compound(QueryKind kind) {
  return kind == QueryKind::all_of || kind == QueryKind::any_of || kind == QueryKind::bag ||
         is_proximity(kind);
}

std::string written(std::string_view text, Piece span) {
  return shortened(text.substr(span.begin, span.end - span.begin));
}

}  // namespace

std::string reading_of(const std::vector<QueryNode>& parts, std::string_view op) {
  constexpr std::size_t longest = 150;  // a reading longer than this helps nobody
  if (parts.back().end - parts.front().begin > longest) return "put parentheses round what belongs together";
  std::string reading;
  for (const QueryNode& part : parts) {
    if (!reading.empty()) reading += op;
    QueryNode read = part;
    flatten(read);
    const std::string text = to_query_text(read);
    reading += is_compound(part.kind) && part.boost == 1 ? '(' + text + ')' : text;
  }
  return "it is read as " + reading;
}

/// Neither a word nor a group stands where one must: says why, by what stands on either side.
void Parser::fail_missing_operand() {
  const std::string before = written(text_, previous_.span());
  if (current_.kind == TokenKind::at_least) {
    fail(current_.span(), {before + " stands before atleast/", "a word, a phrase or (...)", "leave one out"});
  } else if (previous_.kind == TokenKind::at_least || previous_.kind == TokenKind::field) {
    fail(previous_.span(),
         {"what follows " + before + " is no operand", an_operand, "write it directly behind"});
  } else if (previous_.kind == TokenKind::proximity && current_.kind == TokenKind::not_) {
    fail(current_.span(), {"NOT stands behind " + before, std::string(an_operand) + " behind " + before,
                           "write a NOTNEAR/5 b for an a that no b stands near"});
  } else if (is_operator(current_.kind) && current_.kind != TokenKind::not_) {
    fail_operator_without_left_side();
  } else if (is_operator(previous_.kind)) {
    fail(previous_.span(), {"nothing follows " + before, std::string(an_operand) + " behind it",
                            "leave it out; to search for the word itself, quote it: \"" + before + '"'});
  } else if (previous_.kind == TokenKind::open && current_.kind == TokenKind::close) {
    fail({previous_.begin, current_.end},
         {"there is nothing between the parentheses", an_operand, "leave them out"});
  } else if (previous_.kind == TokenKind::open) {
    fail(previous_.span(),
         {"this parenthesis is not closed", "a closing )", "leave it out, or close the group"});
  } else {
    fail(current_.span(),
         {"this parenthesis closes nothing", "an opening ( before it", "leave it out, or open one"});
  }
}

void Parser::fail_operator_without_left_side() {
  const std::string op = written(text_, current_.span());
  const std::string before = written(text_, previous_.span());
  if (previous_.kind == TokenKind::not_) {
    fail(current_.span(),
         {op + " stands behind NOT", std::string(an_operand) + " behind NOT", "write " + op + " NOT"});
  } else if (is_operator(previous_.kind)) {
    fail(current_.span(), {"two operators side by side: " + before + ' ' + op,
                           std::string(an_operand) + " between them", "leave one out"});
  } else {
    fail(current_.span(), {"nothing stands before " + op, std::string(an_operand) + " before it",
                           "leave it out; to search for the word itself, quote it: \"" + op + '"'});
  }
}

/// The current token can't be taken exactly, or in its inflected forms.
void Parser::fail_exact() {
  const Piece sign = previous_.span();
  const std::string expected = "a word or a quoted phrase directly behind it";
  if (current_.kind == TokenKind::open) {
    fail(sign, {"= stands before a group", expected, "write it before each word: (=a OR =b)"});
  } else if (current_.kind == TokenKind::field) {
    const std::string name = current_.field->name;
    fail(sign, {"= stands before a field", expected, "write it behind the field: " + name + ":=word"});
  } else {
    fail(sign, {"= is not followed by a word", expected, "write it once"});
  }
}

void Parser::hint_mixed(const std::vector<QueryNode>& parts, const char* op) {
  if (report_.failed()) return;
  const Piece span{parts.front().begin, parts.back().end};
  report_.hint(span, {"AND and OR are mixed without parentheses", "", reading_of(parts, op)});
}

void Parser::check_filter(const Token& token, const QueryNode& node) {
  const std::string filter = node.field + ": compares whole values";
  if (token.tilde > 0)
    fail(token.span(),
         {"~ stands behind the value of a filter", "the value alone", filter + "; leave ~ out"});
  if (node.boost != 1)
    report_.hint(token.span(),
                 {"^ does nothing behind a filter", "", "a filter counts nothing in the ranking"});
  if (token.kind == TokenKind::word && node.text.find('*') != std::string::npos)
    report_.hint(token.span(), {"* is no wildcard in a filter", "", filter});
}

void Parser::hint_wildcards(const Token& token) {
  if (token.kind == TokenKind::phrase && token.text.find('*') != std::string::npos)
    report_.hint(token.span(), {"* is no wildcard between quotes", "",
                                "write econom* NEAR/5 x, or \\* for the sign itself"});
  // As Lexis cuts words; elsewhere it is a sentence's mark.
  const bool before_operator = is_operator(current_.kind) || current_.kind == TokenKind::close;
  if (token.kind == TokenKind::word && !token.escaped && before_operator && token.text.size() > 1 &&
      token.text.back() == '!')
    report_.hint(token.span(), {"! is no wildcard", "", "write * for any ending"});
  // A question that was typed as one.
  if (token.pattern && current_.kind == TokenKind::end &&
      token.text.find_first_of("*?") + 1 == token.text.size() && token.text.back() == '?')
    report_.hint(token.span(),
                 {"? stands for one letter", "", "write \\? for the sign itself, or a space before it"});
}

void Parser::hint_required_in_or(const QueryNode& part) {
  if (part.kind == QueryKind::required)
    report_.hint({part.begin, part.end},
                 {"+ does nothing in an OR", "", "with AND, or among words side by side, it does"});
}

std::optional<Parser::Lookalike> Parser::lookalike_at(bool first) const {
  if (current_.kind != TokenKind::word || current_.escaped || field_) return std::nullopt;
  std::string name = lookalike_of(current_.text);
  if (name.empty() || (first && name != "NOT")) return std::nullopt;
  return Lookalike{current_.span(), std::move(name)};
}

void Parser::hint_lookalike(const Lookalike& lookalike) {
  report_.hint(lookalike.span, {written(text_, lookalike.span) + " is a word here", "",
                                "write " + lookalike.operator_name + " for the operator"});
}

}  // namespace nsearch::searcher
