// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/hidden_positions.h"

#include <cstddef>
#include <vector>

#include "match/scale.h"

namespace nsearch::searcher {

using Xapian::Query;

namespace {

constexpr double unseen = 1e-200;  // a weight of 0 would take the word away

bool holds_positions(const Query& query) {
  if (query.empty()) return false;
  const Query::op kind = query.get_type();
  if (kind == Query::OP_PHRASE || kind == Query::OP_NEAR) return true;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
    if (holds_positions(query.get_subquery(i))) return true;
  return false;
}

/// `led`: where it stands it may be asked by check().
Query shielded(const Query& query, bool led) {
  if (!holds_positions(query)) return query;
  const Query::op kind = query.get_type();
  std::vector<Query> parts;
  switch (kind) {
    case Query::OP_PHRASE:
    case Query::OP_NEAR:
      if (!led) return query;
      return Query(Query::OP_AND_MAYBE, query, Query(Query::OP_SCALE_WEIGHT, query.get_subquery(0), unseen));
    case Query::OP_SCALE_WEIGHT: {
      const std::optional<double> factor = match::scale_of(query);
      if (!factor) return query;
      return Query(Query::OP_SCALE_WEIGHT, shielded(query.get_subquery(0), led), *factor);
    }
    case Query::OP_AND:
    case Query::OP_FILTER:
    case Query::OP_OR:
    case Query::OP_XOR:
    case Query::OP_AND_NOT:
    case Query::OP_AND_MAYBE: {
      const bool all = kind == Query::OP_AND || kind == Query::OP_FILTER;
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        parts.push_back(shielded(query.get_subquery(i), led || !all));
      return Query(kind, parts.begin(), parts.end());
    }
    default:
      return query;
  }
}

}  // namespace

Query with_positions_shielded(const Query& query) {
  return shielded(query, false);
}

}  // namespace nsearch::searcher
