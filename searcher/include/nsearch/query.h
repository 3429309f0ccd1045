// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/export.h"

/// The query language
/// ==================
///
///     distillation AND Nvidia            both            a OR b    either          NOT a    without
///     "salaire minimum"                  these words in this order
///     +Nvidia -bourse                    must, must not
///     title:Nvidia lang:nl date:2025-03  fields
///     (OpenAI OR Deepseek) AND NOT (koers OR beurs)
///     (daling OR koersval) NEAR/5 aandeel              at most 5 words apart
///
/// Tightest first: parentheses and quotes; field: = + - ^boost; NEAR/n and its like; NOT; words side by side; AND; OR. Words with nothing between
/// them are combined by the implicit operator. Operators are written in capitals. docs/query-language.md has it all.
///
///     nsearch::ParsedQuery q = nsearch::parse_query("(a OR b AND c");
///     if (!q.ok()) std::cerr << q.diagnostic->render(text);
///
/// Parsing knows no language and no index. All functions here are thread-safe.
namespace nsearch {

enum class ImplicitOperator { and_, or_ };

enum class QueryKind {
  none,       ///< nothing was asked (an empty query)
  word,       ///< `text`; may still become several tokens
  phrase,     ///< `text` is what stood between the quotes
  field,      ///< a filter `field:text` that is no search for words (lang:, date:, a facet)
  all_of,     ///< AND of the children
  any_of,     ///< OR of the children
  bag,        ///< words side by side, combined by the implicit operator
  negation,   ///< NOT of the one child
  required,   ///< + of the one child
  excluded,   ///< - of the one child
  near,       ///< the children at most `number` words apart, in any order
  adjacent,   ///< the children at most `number` words apart, in this order
  not_near,   ///< the first child where the second is not within `number` words
  sentence,   ///< the children in one sentence
  paragraph,  ///< the children in one paragraph
  at_least    ///< the one child at least `number` times
};

/// A node of the abstract syntax tree. A plain value. In a parsed tree all_of, any_of and bag have two children or more,
/// no all_of without a boost stands directly in an all_of and no such any_of in an any_of, and no path is longer than 3,001
/// nodes. A negation in a bag stands there because its author put it in parentheses; `a NOT b` is an all_of. near, adjacent,
/// sentence and paragraph have two children or more, not_near two; they and at_least hold words, phrases, any_of and one
/// another (at_least excepted) only.
struct QueryNode {
  QueryKind kind = QueryKind::none;
  std::string text;
  std::string field;       ///< "title" in title:nvidia; empty: everywhere
  bool exact = false;      ///< =word, ="a phrase": accents as typed
  bool inflected = false;  ///< ~"a phrase": each word in any of its inflected forms
  bool pattern =
      false;           ///< `text` holds the wildcards * and ?; a backslash takes the next character as it is
  unsigned edits = 0;  ///< word~, word~2: so many letters may differ
  std::uint32_t number = 0;  ///< of near, adjacent, not_near (words) and at_least (times)
  double boost = 1;          ///< ^2: the node counts so much in the ranking
  std::vector<QueryNode> children;
  std::size_t begin = 0;  ///< byte offsets into the query
  std::size_t end = 0;
};

/// What is wrong with a query, or worth a hint.
struct QueryDiagnostic {
  std::size_t begin = 0;  ///< byte offsets of the piece in question
  std::size_t end = 0;
  std::size_t column = 1;  ///< of `begin` in its line, in characters from 1 (a mark belongs to its letter)
  std::string message;     ///< "a closing parenthesis is missing"
  std::string expected;    ///< what would have been right; may be empty
  std::string suggestion;  ///< "did you mean title:?"; may be empty
  std::size_t line = 1;    ///< of `begin`, from 1

  /// The message with the query's line below it and a caret under the piece, as a program prints it on stderr.
  NSEARCH_EXPORT std::string render(std::string_view query) const;
};

struct ParseOptions {
  ImplicitOperator implicit = ImplicitOperator::and_;
  bool plain = false;  ///< no operators, no fields: a bag of words, any of which may match
  bool script =
      false;  ///< as in a query file: `# comments`, and parts with a name, `$ia = (IA OR OpenAI)`, used as `$ia`
  std::vector<std::string>
      fields;  ///< text fields (`title`); a query may name no others than these and `filters`
  std::vector<std::string> filters;  ///< filter fields (`lang`, `date`, facets)
  std::vector<std::string>
      operators;  ///< operators in further languages too: "fr" (ET, OU, SAUF), "nl" (EN, OF, NIET), "en"
};

struct ParsedQuery {
  QueryNode root;
  std::optional<QueryDiagnostic> diagnostic;  ///< set: the query is malformed and `root` means nothing
  std::vector<QueryDiagnostic> hints;         ///< the query is fine but may not mean what its author thinks
  bool ok() const noexcept { return !diagnostic; }
};

/// Parses `text` (UTF-8; malformed bytes are a diagnostic). Linear in its length and in what the names in it stand for, which
/// is bounded at 100,000 nodes; nesting is bounded at 500 levels, which
/// take up to 2.2 MB of stack.
NSEARCH_EXPORT ParsedQuery parse_query(std::string_view text, const ParseOptions& options = {});

/// Writes a tree as a query that parses to the same tree.
NSEARCH_EXPORT std::string to_query_text(const QueryNode& node);

/// The tree as an indented outline, for people.
NSEARCH_EXPORT std::string to_outline(const QueryNode& node);

}  // namespace nsearch
