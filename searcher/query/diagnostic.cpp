// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/diagnostic.h"

#include <algorithm>
#include <utility>

#include "query/characters.h"

namespace nsearch::searcher {

std::string shortened(std::string_view text) {
  constexpr int longest = 60;
  std::size_t at = 0;
  for (int characters = 0; at < text.size() && characters < longest; ++characters) next_character(text, at);
  return std::string(text.substr(0, at)) + (at < text.size() ? "..." : "");
}

void set_place(std::string_view query, QueryDiagnostic& diagnostic) {
  diagnostic.line = diagnostic.column = 1;
  for (std::size_t at = 0; at < std::min(diagnostic.begin, query.size());) {
    const char32_t c = next_character(query, at);
    if (c == U'\n') {
      ++diagnostic.line;
      diagnostic.column = 1;
    } else if (display_width(c) > 0) {
      ++diagnostic.column;
    }
  }
}

QueryDiagnostic make_diagnostic(std::string_view query, Piece span, Remark remark) {
  QueryDiagnostic result;
  result.begin = std::min(span.begin, query.size());
  result.end = std::min(std::max(span.begin, span.end), query.size());
  result.message = std::move(remark.message);
  result.expected = std::move(remark.expected);
  result.suggestion = std::move(remark.suggestion);
  set_place(query, result);
  return result;
}

void Report::fail(Piece span, Remark remark) {
  if (!failure_) failure_ = make_diagnostic(query_, span, std::move(remark));
}

void Report::hint(Piece span, Remark remark) {
  const auto same = [&](const QueryDiagnostic& given) { return given.message == remark.message; };
  if (std::none_of(hints_.begin(), hints_.end(), same))
    hints_.push_back(make_diagnostic(query_, span, std::move(remark)));
}

ParsedQuery Report::finish(QueryNode root) && {
  ParsedQuery result;
  if (failure_) {
    result.diagnostic = std::move(failure_);
  } else {
    result.root = std::move(root);
    result.hints = std::move(hints_);
  }
  return result;
}

}  // namespace nsearch::searcher
