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
  return kind == TokenKind::and_ || kind == TokenKind::or_ || kind == TokenKind::not_;
}

bool is_compound(QueryKind kind) {
  return kind == QueryKind::all_of || kind == QueryKind::any_of || kind == QueryKind::bag;
}

std::string written(std::string_view text, Span span) {
  return std::string(text.substr(span.begin, span.end - span.begin));
}

}  // namespace

/// Neither a word nor a group stands where one must: says why, by what stands on either side.
void Parser::fail_missing_operand() {
  const std::string before = written(text_, previous_.span());
  if (current_.kind == TokenKind::and_ || current_.kind == TokenKind::or_) {
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

/// The current token can't be taken exactly.
void Parser::fail_exact() {
  const Span sign = previous_.span();
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
  constexpr std::size_t longest = 150;  // a reading longer than this helps nobody
  const Span span{parts.front().begin, parts.back().end};
  std::string reading;
  for (const QueryNode& part : parts) {
    if (span.end - span.begin > longest) break;
    if (!reading.empty()) reading += op;
    QueryNode read = part;
    flatten(read);
    const std::string text = to_query_text(read);
    reading += is_compound(part.kind) ? '(' + text + ')' : text;
  }
  report_.hint(
      span, {"AND and OR are mixed without parentheses", "",
             reading.empty() ? "put parentheses round what belongs together" : "it is read as " + reading});
}

void Parser::hint_required_in_or(const QueryNode& part) {
  if (part.kind == QueryKind::required)
    report_.hint({part.begin, part.end},
                 {"+ does nothing in an OR", "", "with AND, or among words side by side, it does"});
}

std::optional<Parser::Lookalike> Parser::lookalike_at(bool first) const {
  if (current_.kind != TokenKind::word || current_.escaped || field_) return std::nullopt;
  const Operator op = lookalike_of(current_.text);
  if (op == Operator::none || (first && op != Operator::not_)) return std::nullopt;
  return Lookalike{current_.span(), op};
}

void Parser::hint_lookalike(const Lookalike& lookalike) {
  report_.hint(lookalike.span, {written(text_, lookalike.span) + " is a word here", "",
                                "write " + std::string(operator_name(lookalike.op)) + " for the operator"});
}

}  // namespace nsearch::searcher
