// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/diagnostic.h"
#include "query/fields.h"
#include "query/operators.h"

namespace nsearch::searcher {

enum class TokenKind {
  end,
  word,
  phrase,
  open,
  close,
  and_,
  or_,
  not_,
  proximity,  ///< NEAR/5 and its like
  plus,
  minus,
  exact,      ///< =
  inflected,  ///< ~ before a quote
  at_least,   ///< atleast/3:
  name,       ///< $name, for a part of the query that was named
  field
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::size_t begin = 0;  ///< byte offsets into the query
  std::size_t end = 0;
  std::string text = {};         ///< of a word or phrase, without its escapes and quotes
  const Field* field = nullptr;  ///< of a field
  bool escaped = false;          ///< the word was written with a backslash
  bool pattern = false;          ///< the word holds wildcards: QueryNode::pattern
  Operator op = Operator::none;  ///< of a proximity operator
  std::uint32_t number = 0;      ///< behind a slash: NEAR/5, atleast/3:
  std::uint32_t tilde = 0;       ///< the number behind a word's or a phrase's ~; 0: there is none
  double boost = 1;              ///< the number behind the ^ of a word, phrase or closing parenthesis

  Piece span() const { return {begin, end}; }
};

/// Whether `text` begins as a name does in a file of queries: $ and a letter of any script, or a digit that isn't ASCII's.
bool begins_name(std::string_view text);

/// Cuts a query into tokens, one at a time, so that memory doesn't grow with the query. What it can't read it
/// reports; after a failure all tokens are `end`.
///
/// Words end at white space, parentheses and quotes. A sign (+ - =) is one at the start of a word only, and a
/// field (`title:`) only where its value follows at once. A backslash takes the next character as it is. Marks end what they
/// stand behind: word~ word~2 "a phrase"~5 word^2.5 (a group)^2.
class Lexer {
 public:
  /// `text` is UTF-8 without malformed bytes. All arguments must outlive the lexer.
  Lexer(std::string_view text, const FieldTable& fields, const ParseOptions& options, Report& report);

  Token next();

  /// Behind a name: takes the = that makes it a definition.
  bool take_equals_sign();

  /// Whether a line ends between a token that ended at `from` and what is next.
  bool line_ends(std::size_t from, std::size_t to) const;

  /// Whether text that is still to be read seems to define `name`, and names `used` there.
  struct Later {
    bool defined = false;
    bool uses = false;
  };
  Later defined_later(std::string_view name, std::string_view used) const;

  /// Whether words are values of a filter, which may hold colons: lang:(fr OR nl). Holds from the next token
  /// on.
  void set_values_only(bool on) { values_only_ = on; }

 private:
  /// What stood directly before the token, without a space between.
  enum class After { nothing, sign, at_least, exact, text_field, filter };

  Token make(TokenKind kind, std::size_t begin) const;
  Token fail(Piece span, Remark remark);
  void skip_separators();
  bool skip_comment();
  bool ends_word(std::size_t at) const;

  std::optional<Token> sign();
  std::optional<Token> signs_alone();
  Token misplaced_sign(std::size_t begin);
  std::optional<Token> field();
  Token unknown_field(std::string_view name);
  bool is_field_without_value(std::size_t colon) const;
  std::optional<Token> inflected();
  std::optional<Token> at_least();
  std::optional<Token> name();
  Token word();
  Token settled(Token token, After after);
  bool take_escape(std::size_t begin, std::string& text);
  bool take_quote_escape(std::string& text);
  Token phrase(char32_t open);

  bool at_mark(bool value) const;
  bool at_inflected() const;
  bool ends_operand(std::size_t at) const;
  Token marked(Token token);
  bool take_tilde(Token& token);
  bool take_boost(Token& token);

  std::string_view text_;
  const FieldTable& fields_;
  OperatorWords operators_;
  bool script_;
  Report& report_;
  std::size_t at_ = 0;
  After after_ = After::nothing;
  bool values_only_ = false;
};

}  // namespace nsearch::searcher
