// SPDX-License-Identifier: GPL-2.0-or-later
// NEAR, ADJ, NOTNEAR, SENTENCE, PARAGRAPH, atleast/ and "..."~n: how places in a text are related.
#include <algorithm>
#include <string>
#include <utility>

#include "query/parser.h"
#include "query/tree.h"

namespace nsearch::searcher {
namespace {

QueryKind kind_of(Operator op) {
  switch (op) {
    case Operator::near:
      return QueryKind::near;
    case Operator::adjacent:
      return QueryKind::adjacent;
    case Operator::not_near:
      return QueryKind::not_near;
    case Operator::sentence:
      return QueryKind::sentence;
    case Operator::paragraph:
      return QueryKind::paragraph;
    case Operator::none:
    case Operator::and_:
    case Operator::or_:
    case Operator::not_:
      break;
  }
  return QueryKind::none;
}

std::string written(std::string_view text, Piece span) {
  return shortened(text.substr(span.begin, span.end - span.begin));
}

}  // namespace

/// A chain of one operator with one number is one node; another operator takes what stands before it as a whole.
QueryNode Parser::proximity() {
  const std::size_t outside = std::exchange(chained_, 0);
  QueryNode left = signed_operand();
  std::size_t depth = chained_;
  bool chained = false;
  for (; current_.kind == TokenKind::proximity; chained = true) {
    const Token op = current_;
    const QueryKind kind = kind_of(op.op);
    const bool same = chained && left.kind == kind && left.number == op.number && kind != QueryKind::not_near;
    if (chained && (left.kind != kind || left.number != op.number)) hint_chained(left, op);
    if (!chained) check_positional(left, written(text_, op.span()));
    advance();
    chained_ = 0;
    QueryNode right = signed_operand();
    check_positional(right, written(text_, op.span()));
    depth = std::max(depth + (chained && !same ? 1 : 0), chained_);
    if (depth > max_nesting) fail_nesting(op.span());
    if (!same) {
      left = wrap(kind, left.begin, std::move(left));
      left.number = op.number;
    }
    left.end = right.end;
    left.children.push_back(std::move(right));
  }
  chained_ = std::max(outside, depth);
  at_chain_ = chained;
  return left;
}

QueryNode Parser::at_least() {
  const Token sign = current_;
  advance();
  if (current_.kind == TokenKind::at_least) {
    fail_missing_operand();
    return {};
  }
  QueryNode node = wrap(QueryKind::at_least, sign.begin, operand());
  node.number = sign.number;
  check_positional(node.children.front(), "atleast/" + std::to_string(sign.number));
  return node;
}

QueryNode Parser::fuzzy(const Token& token, QueryNode node) {
  node.edits = token.tilde;
  if (node.pattern || node.exact)
    fail(token.span(), {std::string(node.pattern ? "wildcards" : "=") + " and ~ in one word",
                        "one of the two", "leave one out; to search for a sign itself, write \\* or \\~"});
  return node;
}

/// "a b c"~5 is a NEAR/5 b NEAR/5 c.
QueryNode Parser::words_within(const Token& token, QueryNode phrase) {
  QueryNode node = phrase;
  node.kind = QueryKind::near;
  node.number = token.tilde;
  node.text.clear();
  node.field.clear();
  node.exact = node.inflected = false;
  phrase.kind = QueryKind::word;
  phrase.boost = 1;
  phrase.inflected = false;  // a word is found in its inflected forms anyway
  const std::string text = std::exchange(phrase.text, {});
  for (std::size_t at = 0, begin = 0; at <= text.size(); ++at) {
    if (at < text.size() && text[at] != ' ') continue;
    if (at > begin) {
      node.children.push_back(phrase);
      node.children.back().text = text.substr(begin, at - begin);
    }
    begin = at + 1;
  }
  if (node.children.size() < 2)
    fail(token.span(), {"a distance behind one word", "two words or more between the quotes",
                        "leave ~" + std::to_string(token.tilde) + " out"});
  return node;
}

/// NEAR and its like relate places in a text: what is no word there has none.
void Parser::check_positional(const QueryNode& operand, const std::string& op) {
  const auto refuse = [&](const std::string& what, const std::string& suggestion) {
    fail({operand.begin, operand.end},
         {what + " has no place in " + op, "words, phrases, and groups of them with OR", suggestion});
  };
  switch (operand.kind) {
    case QueryKind::any_of:
      for (const QueryNode& child : operand.children) check_positional(child, op);
      return;
    case QueryKind::field:
      return refuse("a filter", "write it beside: " + operand.field + ":... AND (...)");
    case QueryKind::all_of:
      return refuse("AND", "write it outside the parentheses, or a PARAGRAPH b for both in one paragraph");
    case QueryKind::bag:
      return refuse("a group of words side by side",
                    "quote them as a phrase, or put OR or ADJ/3 between them");
    case QueryKind::negation:
      return refuse("NOT", "write a NOTNEAR/5 b for an a that no b stands near");
    case QueryKind::required:
    case QueryKind::excluded: {
      const std::string sign = operand.kind == QueryKind::required ? "+" : "-";
      return refuse(sign, "put the whole in parentheses: " + sign + "(a NEAR/5 b)");
    }
    case QueryKind::at_least:
      return refuse("atleast/", "write it beside, with AND between them");
    case QueryKind::none:
    case QueryKind::word:
    case QueryKind::phrase:
    case QueryKind::near:  // their operands were looked at when they were read
    case QueryKind::adjacent:
    case QueryKind::not_near:
    case QueryKind::sentence:
    case QueryKind::paragraph:
      return;
  }
}

void Parser::hint_chained(const QueryNode& left, const Token& op) {
  if (report_.failed()) return;
  const std::string first = proximity_operator(left.kind, left.number), second = written(text_, op.span());
  const Piece span{left.begin, op.end};
  report_.hint(span, {first + " and " + second + " are chained without parentheses", "",
                      reading_of({left}, {}) + ' ' + second + " ..."});
}

void Parser::hint_beside_proximity(const std::vector<QueryNode>& words, Piece chain) {
  if (!report_.failed())
    report_.hint(chain, {"NEAR and its like take only the word beside them", "", reading_of(words, " ")});
}

}  // namespace nsearch::searcher
