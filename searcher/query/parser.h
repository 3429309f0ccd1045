// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "query/diagnostic.h"
#include "query/fields.h"
#include "query/lexer.h"
#include "query/operators.h"

namespace nsearch::searcher {

/// Recursive descent, one function a level of precedence, loosest first:
///
///     any_of        := all_of { OR all_of }
///     all_of        := side_by_side { AND side_by_side }
///     side_by_side  := negation { negation }
///     negation      := { NOT } signed_operand
///     signed_operand := [ + | - ] operand
///     operand       := [ field: ] [ = ] ( word | phrase | "(" any_of ")" )
///
/// Parentheses and NOT nest, and are bounded. After a failure the current token is `end`, so that every loop
/// ends.
class Parser {
 public:
  static constexpr std::size_t max_nesting = 500;

  /// All arguments must outlive the parser.
  Parser(std::string_view text, const FieldTable& fields, ImplicitOperator implicit, Report& report);

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
    Span span;
    Operator op;
  };

  Part any_of();
  Part all_of();
  Part side_by_side();
  QueryNode negation();
  QueryNode signed_operand();
  QueryNode operand();
  QueryNode leaf(const Field* field, bool exact);
  QueryNode group(const Field* field);

  void advance();
  bool at_operand() const;
  bool nest(std::size_t levels, Span span);
  void fail(Span span, Remark remark);
  void fail_missing_operand();
  void fail_operator_without_left_side();
  void fail_exact();

  void hint_mixed(const std::vector<QueryNode>& parts, const char* op);
  void hint_required_in_or(const QueryNode& part);
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
  std::size_t nesting_ = 0;
};

}  // namespace nsearch::searcher
