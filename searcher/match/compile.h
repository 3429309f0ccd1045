// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>

#include "match/nodes.h"
#include "query/weights.h"

namespace nsearch::searcher::match {

/// What BM25 makes of a document's length, and of how rare a term is, as Xapian::BM25Weight has it with the numbers of
/// weights.h.
class Bm25 {
 public:
  explicit Bm25(const glass::Database& database)
      : documents_(database.documents()), inverse_average_(1 / database.average_length()) {}

  double norm(std::uint32_t length) const {
    return weights::bm25_k1 * (std::max(length * inverse_average_, weights::bm25_shortest) * weights::bm25_b +
                               (1 - weights::bm25_b));
  }
  /// The greatest weight of a term in `frequency` documents that the query has `times`.
  double share(std::uint32_t frequency, std::uint32_t times) const;

 private:
  double documents_, inverse_average_;
};

/// A query as nodes over the database; nothing where it holds what these can't do (windows, ranges of values, other
/// backends' operators). It matches the documents that libxapian matches, and weighs them the same but for rounding.
std::optional<AllOf::Parts> compile(const Xapian::Query& query, const glass::Database& database);

}  // namespace nsearch::searcher::match
