// SPDX-License-Identifier: GPL-2.0-or-later
// What a query in a file has beside the language itself: comments and names.
#include <utility>

#include "query/characters.h"
#include "query/lexer.h"

namespace nsearch::searcher {
namespace {

constexpr std::string_view blanks = " \t\r";

std::size_t skip(std::string_view text, std::size_t at, std::string_view what) {
  return std::min(text.find_first_not_of(what, at), text.size());
}

/// Whether `text` has the name $`name` at `at`, and no longer one.
bool names(std::string_view text, std::size_t at, std::string_view name) {
  if (text.substr(at, 1) != "$" || text.substr(at + 1, name.size()) != name) return false;
  std::size_t next = at + 1 + name.size();
  return next >= text.size() || !is_letter_or_digit(next_character(text, next));
}

bool mentions(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1))
    if (names(text, at, name)) return true;
  return false;
}

}  // namespace

bool begins_name(std::string_view text) {
  if (text.size() < 2 || text[0] != '$') return false;
  std::size_t at = 1;
  const char32_t c = next_character(text, at);
  return is_letter_or_digit(c) && !is_ascii_digit(c);
}

/// One or more # between spaces, and all to the end of the line: C# and #MeToo are words.
bool Lexer::skip_comment() {
  if (!script_ || text_[at_] != '#') return false;
  std::size_t behind = skip(text_, at_, "#");
  std::size_t next = behind;
  if (behind < text_.size() && !is_separator(next_character(text_, next))) return false;
  at_ = std::min(text_.find('\n', behind), text_.size());
  return true;
}

std::optional<Token> Lexer::name() {
  if (!script_ || !begins_name(text_.substr(at_))) return std::nullopt;
  const std::size_t begin = at_++;
  const auto ends = [&] { return ends_operand(at_) || at_mark(false) || text_[at_] == '='; };
  while (!ends()) next_character(text_, at_);
  Token token = make(TokenKind::name, begin);
  token.text = text_.substr(begin + 1, at_ - begin - 1);
  const After after = std::exchange(after_, After::nothing);
  if (after == After::exact || after == After::filter || values_only_)
    return fail(token.span(),
                {"a name stands behind " + std::string(after == After::exact ? "= or ~" : "a filter"),
                 "a word or a quoted phrase", "write it where the name is defined; the sign itself is \\$"});
  return marked(std::move(token));
}

bool Lexer::take_equals_sign() {
  const std::size_t at = skip(text_, at_, blanks);
  if (at >= text_.size() || text_[at] != '=') return false;
  at_ = at + 1;
  return true;
}

bool Lexer::line_ends(std::size_t from, std::size_t to) const {
  return to >= text_.size() || text_.substr(from, to - from).find('\n') != std::string_view::npos;
}

Lexer::Later Lexer::defined_later(std::string_view name, std::string_view used) const {
  Later later;
  for (std::size_t line = text_.find('\n', at_); line != std::string_view::npos;
       line = text_.find('\n', line + 1)) {
    const std::size_t sign = skip(text_, line + 1, blanks);
    const bool definition =
        sign < text_.size() && text_[sign] == '$' &&
        text_.substr(skip(text_, std::min(text_.find_first_of(" \t\r\n=", sign), text_.size()), blanks), 1) ==
            "=";
    if (!definition) continue;
    if (later.defined) break;
    if (!names(text_, sign, name)) continue;
    later.defined = true;
    const std::size_t end = text_.find("\n$", sign);
    later.uses = mentions(text_.substr(sign, end == std::string_view::npos ? end : end - sign), used);
  }
  return later;
}

}  // namespace nsearch::searcher
