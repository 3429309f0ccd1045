// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/query.h"

namespace nsearch::searcher {

/// A piece of the query, in bytes.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What is said about a piece.
struct Remark {
  std::string message;
  std::string expected = {};
  std::string suggestion = {};
};

/// `text` for a message: of a long one the first 60 characters and "...".
std::string shortened(std::string_view text);

/// Works out line and column of `diagnostic.begin`. Linear in the query's length.
void set_place(std::string_view query, QueryDiagnostic& diagnostic);

/// The diagnostic with its line and column worked out. Linear in the query's length.
QueryDiagnostic make_diagnostic(std::string_view query, Piece span, Remark remark);

/// Collects what lexer and parser find. The first failure stands; a hint is given once.
class Report {
 public:
  /// `query` must outlive the report.
  explicit Report(std::string_view query) : query_(query) {}

  void fail(Piece span, Remark remark);
  void hint(Piece span, Remark remark);
  bool failed() const { return failure_.has_value(); }

  /// The parsed query with `root`, or with what is wrong with it: then the hints don't matter.
  ParsedQuery finish(QueryNode root) &&;

 private:
  std::string_view query_;
  std::optional<QueryDiagnostic> failure_;
  std::vector<QueryDiagnostic> hints_;
};

}  // namespace nsearch::searcher
