// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/diagnostic.h"
#include "query/fields.h"
#include "query/lexer.h"
#include "query/operators.h"

namespace nsearch::searcher {

/// Recursive descent, one function a level of precedence, loosest first:
///
///     query         := { $name = operand } any_of
///     any_of        := all_of { OR all_of }
///     all_of        := side_by_side { AND side_by_side }
///     side_by_side  := negation { negation }
///     negation      := { NOT } proximity
///     proximity     := signed_operand { ( NEAR | ADJ | NOTNEAR | SENTENCE | PARAGRAPH ) signed_operand }
///     signed_operand := [ + | - ] operand
///     operand       := [ atleast/n: ] [ field: ] [ = | ~ ] ( word | phrase | $name | "(" any_of ")" ) [ ~n ] [ ^n ]
///
/// Parentheses, NOT and chains of differing proximity operators nest, and are bounded. After a failure the current token is `end`, so that every loop
/// ends.
class Parser {
 public:
  static constexpr std::size_t max_nesting = 500;
  static constexpr double max_boost = 1000;
  static constexpr std::size_t max_expanded = 100'000;  ///< nodes that names may stand for, all together

  /// All arguments must outlive the parser.
  Parser(std::string_view text, const FieldTable& fields, const ParseOptions& options, Report& report);

  /// The tree; of kind none for an empty query. Means nothing if the report says failed().
  QueryNode parse();

 private:
  /// What one level read. `joined`: all_of or bag if the node's parts are held together without parentheses.
  struct Part {
    QueryNode node;
    QueryKind joined = QueryKind::none;
  };
  /// A word such as "and" that has words before it; followed by more it is worth a hint.
  struct Lookalike {
    Piece span;
    std::string operator_name;
  };

  /// A part of the query that was given a name.
  struct Definition {
    QueryNode node;
    Piece name;
    std::size_t nodes = 0, nesting = 0, chained = 0;  ///< how large and how deep it is
    bool used = false;
  };

  Part any_of();
  Part all_of();
  Part side_by_side();
  QueryNode negation();
  void define();
  QueryNode named(const Field* field);
  QueryNode proximity();
  QueryNode signed_operand();
  QueryNode operand();
  QueryNode at_least();
  QueryNode leaf(const Field* field, TokenKind form);
  QueryNode marked_word(const Token& token, QueryNode node);
  QueryNode fuzzy(const Token& token, QueryNode node);
  QueryNode words_within(const Token& token, QueryNode phrase);
  QueryNode group(const Field* field);

  void advance();
  bool at_operand() const;
  bool nest(std::size_t levels, Piece span);
  void fail(Piece span, Remark remark);
  void fail_missing_operand();
  void fail_operator_without_left_side();
  void fail_exact();
  void fail_nesting(Piece span);
  void fail_definition(const Token& name, Piece value);
  void fail_unknown_name(const Token& name);
  void fail_without_query();
  void hint_unused_names();
  void check_positional(const QueryNode& operand, const std::string& op);
  void check_filter(const Token& token, const QueryNode& node);

  void hint_mixed(const std::vector<QueryNode>& parts, const char* op);
  void hint_chained(const QueryNode& left, const Token& op);
  void hint_beside_proximity(const std::vector<QueryNode>& words, Piece chain);
  void hint_required_in_or(const QueryNode& part);
  void hint_wildcards(const Token& token);
  void hint_lookalike(const Lookalike& lookalike);
  std::optional<Lookalike> lookalike_at(bool first) const;

  std::string_view text_;
  ImplicitOperator implicit_;
  Report& report_;
  Lexer lexer_;
  Token previous_;
  Token current_;
  const Field* field_ = nullptr;  ///< of the group that we are in
  bool values_only_ = false;
  std::map<std::string, Definition, std::less<>> definitions_;
  std::string defining_;      ///< the name that is being defined
  std::size_t expanded_ = 0;  ///< nodes that names stood for
  std::size_t nesting_ = 0;
  std::size_t deepest_ = 0;  ///< the most that nesting_ would have been
  std::size_t chained_ =
      0;  ///< nodes that chains of differing proximity operators put on one path of what was just read
  bool at_chain_ = false;  ///< whether the last negation or operand ended in a chain without parentheses
};

}  // namespace nsearch::searcher
