// SPDX-License-Identifier: GPL-2.0-or-later
// Which colons make a field.
#include <utility>

#include "query/characters.h"
#include "query/lexer.h"

namespace nsearch::searcher {

std::optional<Token> Lexer::field() {
  if (values_only_ || after_ == After::text_field || after_ == After::filter) return std::nullopt;
  const std::string_view rest = text_.substr(at_);
  const std::size_t length = field_name_length(rest);
  if (length == 0 || is_web_address(rest)) return std::nullopt;
  const std::string_view name = rest.substr(0, length);
  const std::string_view value = rest.substr(length + 1);
  const Field* found = fields_.find(name);
  const bool no_value = ends_word(at_ + length + 1);
  if (!found) {
    // An address, a path or a name such as std::vector is a word, and so is one with a colon at its end.
    if (no_value || value.substr(0, 2) == "//" || value[0] == '\\' || value[0] == ':') return std::nullopt;
    return unknown_field(name);
  }
  const Piece span{at_, at_ + length + 1};
  if (no_value) {
    if (is_field_without_value(span.end))
      return fail(span, {"the value of " + found->name + ": is missing",
                         "a word, a phrase or (...) directly behind it"});
    report_.hint(span, {found->name + ": with a space behind it is a word", "",
                        "write " + found->name + ":word, without the space, to search the field"});
    return std::nullopt;
  }
  const std::size_t begin = std::exchange(at_, span.end);
  after_ = found->filter ? After::filter : After::text_field;
  Token token = make(TokenKind::field, begin);
  token.field = found;
  return token;
}

Token Lexer::unknown_field(std::string_view name) {
  const std::string nearest = fields_.nearest(name);
  std::size_t end = at_;
  while (!ends_word(end) && text_[end] != '(' && text_[end] != '"') next_character(text_, end);
  const std::string written(text_.substr(at_, end - at_));
  const bool is_word = end > at_ + name.size() + 1 && end - at_ <= 60;
  const std::string as_word =
      is_word ? "in quotes it is text: \"" + written + '"' : "with a space behind the colon it is a word";
  return fail(
      {at_, at_ + name.size() + 1},
      {"there is no field " + shortened(name) + ':', "one of " + fields_.list(),
       name.size() > 7 && lower(name.substr(0, 7)) == "atleast" ? "write atleast/3:word for a number of times"
       : nearest.empty()                                        ? as_word
                         : "did you mean " + nearest + ":? (" + as_word + ')'});
}

/// A known field whose colon ends the query or its group is a slip; before more words it may be a headline's
/// colon.
bool Lexer::is_field_without_value(std::size_t colon) const {
  std::size_t at = colon;
  while (at < text_.size() && text_[at] != ')') {
    if (!is_separator(next_character(text_, at))) return false;
  }
  return true;
}

}  // namespace nsearch::searcher
