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

bool is_range(Query::op kind) {
  return kind == Query::OP_VALUE_RANGE || kind == Query::OP_VALUE_GE || kind == Query::OP_VALUE_LE;
}

/// `alternative`: it is one, or a part of one.
bool may_say_no(const Query& query, bool alternative) {
  if (query.empty()) return false;
  const Query::op kind = query.get_type();
  const bool places = kind == Query::OP_PHRASE || kind == Query::OP_NEAR;
  if (places || is_range(kind)) return alternative;
  if (alternative && (kind == Query::OP_AND_NOT || kind == Query::OP_AND_MAYBE)) return true;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (kind == Query::OP_AND_NOT && i > 0) break;  // weighs nothing
    const bool optional = kind == Query::OP_OR || (kind == Query::OP_AND_MAYBE && i > 0);
    if (may_say_no(query.get_subquery(i), alternative || optional)) return true;
  }
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
    case Query::OP_AND_MAYBE: {
      const bool all = kind == Query::OP_AND || kind == Query::OP_FILTER;
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        parts.push_back(shielded(query.get_subquery(i), led || !all));
      return Query(kind, parts.begin(), parts.end());
    }
    case Query::OP_AND_NOT:
      // What is excluded is never counted, and must be free of OP_AND_MAYBE: see excluding().
      parts.push_back(shielded(query.get_subquery(0), true));
      for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) parts.push_back(query.get_subquery(i));
      return Query(kind, parts.begin(), parts.end());
    default:
      return query;
  }
}

}  // namespace

Query with_positions_shielded(const Query& query) {
  return shielded(query, false);
}

bool may_pass_over_too_many(const Query& query) {
  return may_say_no(query, false);
}

}  // namespace nsearch::searcher
