// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/lexer.h"

#include <utility>

#include "query/characters.h"
#include "query/operators.h"

namespace nsearch::searcher {
namespace {

TokenKind token_kind(Operator op) {
  switch (op) {
    case Operator::none:
      return TokenKind::word;
    case Operator::and_:
      return TokenKind::and_;
    case Operator::or_:
      return TokenKind::or_;
    case Operator::not_:
      return TokenKind::not_;
    case Operator::near:
    case Operator::adjacent:
    case Operator::not_near:
    case Operator::sentence:
    case Operator::paragraph:
      return TokenKind::proximity;
  }
  return TokenKind::word;
}

bool is_wildcard(char c) {
  return c == '*' || c == '?';
}

bool is_sign(char c) {
  return c == '+' || c == '-' || c == '=';
}

}  // namespace

Lexer::Lexer(std::string_view text, const FieldTable& fields, const ParseOptions& options, Report& report)
    : text_(text),
      fields_(fields),
      operators_(OperatorWords::of(options.operators)),
      script_(options.script),
      report_(report) {}

Token Lexer::make(TokenKind kind, std::size_t begin) const {
  return Token{kind, begin, at_};
}

Token Lexer::fail(Piece span, Remark remark) {
  report_.fail(span, std::move(remark));
  at_ = text_.size();
  return make(TokenKind::end, at_);
}

void Lexer::skip_separators() {
  while (at_ < text_.size()) {
    std::size_t next = at_;
    if (is_separator(next_character(text_, next)))
      at_ = next;
    else if (!skip_comment())
      return;
  }
}

/// Whether there is nothing to read at `at` that could belong to a sign or field before it.
bool Lexer::ends_word(std::size_t at) const {
  return at >= text_.size() || text_[at] == ')' || is_separator(next_character(text_, at));
}

Token Lexer::next() {
  if (after_ == After::nothing) skip_separators();
  const std::size_t begin = at_;
  if (report_.failed() || at_ >= text_.size()) return make(TokenKind::end, text_.size());
  std::size_t behind = at_;
  const char32_t c = next_character(text_, behind);
  if (c == U'(' || c == U')' || is_quote(c)) {
    after_ = After::nothing;
    at_ = behind;
    if (is_quote(c)) return phrase(c);
    return c == U'(' ? make(TokenKind::open, begin) : marked(make(TokenKind::close, begin));
  }
  if (auto token = sign()) return *std::move(token);
  if (auto token = inflected()) return *std::move(token);
  if (auto token = at_least()) return *std::move(token);
  if (auto token = name()) return *std::move(token);
  if (auto token = field()) return *std::move(token);
  return word();
}

std::optional<Token> Lexer::sign() {
  const char c = text_[at_];
  if (!is_sign(c) || (after_ == After::filter && c != '=')) return std::nullopt;
  if (after_ == After::nothing)
    if (auto word = signs_alone()) return word;
  const std::size_t begin = at_++;
  const bool doubled = after_ == After::exact || (after_ == After::sign && c != '=');
  if (after_ == After::at_least && c != '=') return misplaced_sign(begin);
  if (doubled || (after_ == After::text_field && c != '=')) return misplaced_sign(begin);
  if (ends_word(at_))
    return fail({begin, at_}, {"nothing follows =", "a word or a quoted phrase directly behind it"});
  if (c != '=') {
    after_ = After::sign;
    return make(c == '+' ? TokenKind::plus : TokenKind::minus, begin);
  }
  if (after_ != After::filter) after_ = After::exact;
  return make(TokenKind::exact, begin);
}

/// Signs with nothing behind them, such as a dash between words, are a word.
std::optional<Token> Lexer::signs_alone() {
  const std::size_t begin = at_;
  std::size_t end = at_;
  while (end < text_.size() && is_sign(text_[end])) ++end;
  if (!ends_word(end)) return std::nullopt;
  at_ = end;
  Token token = make(TokenKind::word, begin);
  token.text = text_.substr(begin, end - begin);
  skip_separators();
  if (token.text.size() == 1 && at_ < text_.size() && text_[at_] != ')')
    report_.hint(token.span(), {token.text + " with a space behind it is no operator", "",
                                "write it directly before a word: " + token.text + "word"});
  return token;
}

Token Lexer::misplaced_sign(std::size_t begin) {
  const std::string written(text_.substr(begin, 1));
  if (after_ == After::at_least)
    return fail({begin, begin + 1}, {written + " stands behind atleast/", "a word, a phrase or (...)",
                                     "write it before atleast: " + written + "atleast/3:word"});
  if (after_ == After::text_field)
    return fail({begin, begin + 1}, {written + " stands behind the field", "the value of the field",
                                     "write it before the field: " + written + "title:word"});
  return fail({begin - 1, begin + 1}, {"two signs before one word", "one of + - =, or + or - before =",
                                       "leave one out; or write NOT with a space behind it"});
}

Token Lexer::word() {
  const bool value = values_only_ || after_ == After::filter;
  const After after = std::exchange(after_, After::nothing);
  const std::size_t begin = at_;
  std::string text, pattern;  // as it is, and as QueryNode::pattern has it
  bool escaped = false, wild = false, letters = false;
  std::size_t open = 0;  // parentheses that are part of a filter's value, as in an address
  while (at_ < text_.size()) {
    const std::size_t written = text.size();
    if (take_escape(begin, text)) {
      escaped = true;
      if (is_wildcard(text[written]) || text[written] == '\\') pattern += '\\';
      pattern.append(text, written);
      continue;
    }
    std::size_t next = at_;
    const char32_t c = next_character(text_, next);
    if (is_separator(c) || is_quote(c) || (at_ > begin && at_mark(value))) break;
    if ((c == U'(' && !value) || (c == U')' && open == 0)) break;
    if (c == U'(') ++open;
    if (c == U')') --open;
    wild = wild || (c < 0x80 && is_wildcard(static_cast<char>(c)));
    letters = letters || is_letter_or_digit(c);
    text += text_.substr(at_, next - at_);
    if (c == U'\\') pattern += '\\';
    pattern += text_.substr(at_, next - at_);
    at_ = next;
  }
  Token token = make(TokenKind::word, begin);
  token.escaped = escaped;
  token.pattern = wild && letters && !value && !is_web_address(text);
  token.text = token.pattern ? std::move(pattern) : std::move(text);
  return settled(marked(std::move(token)), after);
}

/// A word that stands by itself may be an operator.
Token Lexer::settled(Token token, After after) {
  const bool marks = token.tilde > 0 || token.boost != 1;
  if (after != After::nothing || token.escaped || token.pattern || marks) return token;
  const WrittenOperator written = operator_of(token.text, operators_);
  if (written.bad_number)
    return fail(token.span(), {"there is no number from 1 to " + std::to_string(max_number) +
                                   " behind the slash of " + shortened(token.text),
                               "a number there",
                               "write NEAR/5, ADJ/3 or NOTNEAR/5; to search for the word itself, quote it"});
  token.kind = token_kind(written.op);
  token.op = written.op;
  token.number = written.number;
  if (token.kind == TokenKind::word && token.text.size() > 2)
    for (const std::string_view op : {"&&", "||"})
      if (token.text.find(op) != std::string::npos)
        report_.hint(token.span(),
                     {std::string(op) + " inside a word is no operator", "", "put spaces round it"});
  return token;
}

/// A backslash before a space, a quote or ASCII punctuation, and one at the start of a word (`\AND`), takes
/// what follows as it is. Any other is a backslash.
bool Lexer::take_escape(std::size_t begin, std::string& text) {
  if (text_[at_] != '\\' || at_ + 1 >= text_.size()) return false;
  std::size_t next = at_ + 1;
  const char32_t c = next_character(text_, next);
  const bool special = is_quote(c) || is_ascii_punctuation(c);
  if (!special && (at_ != begin || is_separator(c))) return false;
  text += text_.substr(at_ + 1, next - at_ - 1);
  at_ = next;
  return true;
}

/// Between quotes a backslash takes a quote or a backslash as it is.
bool Lexer::take_quote_escape(std::string& text) {
  if (text_[at_] != '\\' || at_ + 1 >= text_.size()) return false;
  std::size_t next = at_ + 1;
  const char32_t c = next_character(text_, next);
  if (!is_quote(c) && c != U'\\') return false;
  text += text_.substr(at_ + 1, next - at_ - 1);
  at_ = next;
  return true;
}

/// Whether what stands from `begin` to `end` is a space that doesn't break, between two digits: 290 000 is one number then.
static bool groups_digits(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view space = text.substr(begin, end - begin);
  if (space != "\u00A0" && space != "\u2007" && space != "\u202F") return false;
  const auto is_digit = [&](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  return begin > 0 && is_digit(begin - 1) && is_digit(end);
}

Token Lexer::phrase(char32_t open) {
  std::size_t begin = at_;
  previous_character(text_, begin);
  std::string text;
  bool blank = true;
  while (at_ < text_.size()) {
    std::size_t next = at_;
    const char32_t c = next_character(text_, next);
    if (closes_quote(open, c)) {
      at_ = next;
      if (blank) return fail({begin, at_}, {"there is nothing between the quotes", "one or more words"});
      Token token = make(TokenKind::phrase, begin);
      token.text = std::move(text);
      return marked(std::move(token));
    }
    blank = blank && is_separator(c);
    if (take_quote_escape(text)) continue;
    const bool blank_here = is_separator(c) && !groups_digits(text_, at_, next);
    text += blank_here ? std::string_view(" ") : text_.substr(at_, next - at_);
    at_ = next;
  }
  const std::string closing(usual_closing_quote(open));
  return fail(
      {begin, begin + (open == U'"'   ? 1
                       : open < 0x800 ? 2
                                      : 3)},
      {"the quote is not closed", "a closing " + closing, "add " + closing + " where the phrase ends"});
}

}  // namespace nsearch::searcher
