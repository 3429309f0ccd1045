// SPDX-License-Identifier: GPL-2.0-or-later
// The marks before and behind operands: ~"..." atleast/3: word~2 "..."~5 ^2.5
#include <charconv>
#include <system_error>
#include <utility>

#include "query/characters.h"
#include "query/lexer.h"

namespace nsearch::searcher {
namespace {

constexpr std::uint32_t max_edits = 2;
constexpr double max_boost = 1000;

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_ascii_digit(static_cast<unsigned char>(text[end]))) ++end;
  return end - at;
}

/// "2" or "2.5"; 0 for anything else.
std::size_t decimal_at(std::string_view text, std::size_t at) {
  const std::size_t whole = digits_at(text, at);
  if (whole == 0 || text.substr(at + whole, 1) != ".") return whole;
  const std::size_t fraction = digits_at(text, at + whole + 1);
  return fraction == 0 ? 0 : whole + 1 + fraction;
}

}  // namespace

/// Whether what an operand's marks are written behind ends at `at`.
bool Lexer::ends_operand(std::size_t at) const {
  if (at >= text_.size()) return true;
  std::size_t next = at;
  const char32_t c = next_character(text_, next);
  return c == U'(' || c == U')' || is_quote(c) || is_separator(c);
}

/// Whether the ~ or ^ that we are at is a mark and no part of a word. In a filter's value only a ^ with a number is one.
bool Lexer::at_mark(bool value) const {
  const std::string_view rest = text_.substr(at_);
  if (rest.front() == '^') {
    const std::size_t number = decimal_at(text_, at_ + 1);
    if (value) return number > 0 && ends_operand(at_ + 1 + number);
    return ends_operand(at_ + 1) || is_ascii_digit(static_cast<unsigned char>(rest[1])) ||
           std::string_view(".,+-").find(rest[1]) != std::string_view::npos;
  }
  if (rest.front() != '~' || value) return false;
  const std::size_t behind = at_ + 1 + digits_at(text_, at_ + 1);
  return ends_operand(behind) || text_[behind] == '^';
}

/// The token with the marks that stand directly behind it.
Token Lexer::marked(Token token) {
  if (at_ >= text_.size() || !at_mark(false)) return token;
  if (token.kind != TokenKind::word && at_inflected())
    return token;  // "a"~"b": the mark belongs to what follows
  if (text_[at_] == '~' && !take_tilde(token)) return make(TokenKind::end, at_);
  if (at_ < text_.size() && text_[at_] == '^' && !take_boost(token)) return make(TokenKind::end, at_);
  token.end = at_;
  return token;
}

bool Lexer::take_tilde(Token& token) {
  const std::size_t begin = at_++;
  const std::string_view digits = text_.substr(at_, digits_at(text_, at_));
  at_ += digits.size();
  const Piece span{begin, at_};
  token.tilde = small_number(digits);
  if (token.kind == TokenKind::word) {
    if (digits.empty()) token.tilde = 1;
    if (token.tilde != 0 && token.tilde <= max_edits) return true;
    fail(span, {"a word may differ in one letter or two", "~, ~1 or ~2 behind the word",
                "for a distance between words write a NEAR/5 b"});
  } else if (token.kind == TokenKind::close || token.kind == TokenKind::name) {
    fail(span, {"~ stands behind a group", "a word or a quoted phrase before it",
                "for a distance between its parts write (a NEAR/5 b)"});
  } else if (token.tilde == 0) {
    fail(span, {"the number of words behind ~ is missing", "a number from 1 to " + std::to_string(max_number),
                "write \"a b\"~5, or ~\"a b\" for inflected forms"});
  } else {
    return true;
  }
  return false;
}

bool Lexer::take_boost(Token& token) {
  const std::size_t begin = at_++;
  const std::size_t length = decimal_at(text_, at_);
  const char* const digits = text_.data() + at_;
  if (length > 0 && ends_operand(at_ + length)) {
    const auto read = std::from_chars(digits, digits + length, token.boost);
    at_ += length;
    if (read.ec == std::errc() && token.boost <= max_boost) return true;
  }
  while (!ends_operand(at_)) next_character(text_, at_);
  fail({begin, at_}, {"the number behind ^ is missing or none", "a number from 0 to 1000, such as ^2 or ^0.5",
                      "to search for the sign itself, write \\^"});
  return false;
}

/// Whether we are at a ~ directly before a quote.
bool Lexer::at_inflected() const {
  if (text_[at_] != '~' || at_ + 1 >= text_.size()) return false;
  std::size_t next = at_ + 1;
  return is_quote(next_character(text_, next));
}

std::optional<Token> Lexer::inflected() {
  if (!at_inflected()) return std::nullopt;
  const std::size_t begin = at_++;
  const Piece span{begin, at_};
  if (after_ == After::exact)
    return fail({begin - 1, at_}, {"= and ~ before one phrase", "one of the two",
                                   "= takes the words as they are, ~ in any of their forms"});
  if (after_ == After::filter || values_only_)
    return fail(span, {"~ stands before the value of a filter", "the value", "leave it out"});
  after_ = After::exact;
  return make(TokenKind::inflected, begin);
}

/// atleast/3: in whatever case.
std::optional<Token> Lexer::at_least() {
  constexpr std::string_view name = "atleast/";
  if (values_only_ || after_ == After::filter || after_ == After::exact) return std::nullopt;
  const std::string_view rest = text_.substr(at_, name.size());
  if (rest.size() < name.size()) return std::nullopt;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = rest[i] >= 'A' && rest[i] <= 'Z' ? static_cast<char>(rest[i] - 'A' + 'a') : rest[i];
    if (c != name[i]) return std::nullopt;
  }
  const std::size_t begin = at_, number = at_ + name.size();
  const std::size_t length = digits_at(text_, number);
  const std::size_t behind = number + length;
  const char* const expected = "atleast/, a number from 1 to 1000, a colon and a word, a phrase or (...)";
  Token token;
  token.number = small_number(text_.substr(number, length));
  const bool value = behind + 1 < text_.size() && text_[behind] == ':' && !ends_word(behind + 1);
  const Piece span{begin, behind < text_.size() && text_[behind] == ':' ? behind + 1 : behind};
  if (token.number == 0 || !value)
    return fail(span, {"atleast/ is not complete", expected, "write atleast/3:word"});
  if (after_ == After::text_field || after_ == After::at_least)
    return fail(span, {"atleast/ stands behind a field or another atleast/", "a word, a phrase or (...)",
                       "write it before the field: atleast/3:title:word"});
  at_ = behind + 1;
  token.kind = TokenKind::at_least;
  token.begin = begin;
  token.end = at_;
  after_ = After::at_least;
  return token;
}

}  // namespace nsearch::searcher
