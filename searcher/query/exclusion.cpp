// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/exclusion.h"

#include <vector>

namespace nsearch::searcher {

using Xapian::Query;

namespace {

constexpr std::size_t most_one_by_one = 32;

bool holds_alternatives(const Query& query) {
  const Query::op kind = query.get_type();
  if (kind == Query::OP_OR || kind == Query::OP_SYNONYM) return true;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
    if (holds_alternatives(query.get_subquery(i))) return true;
  return false;
}

/// Takes apart what matches the same documents as an OR; false where an OR is left in a part, or parts are too many.
bool take_apart(const Query& query, std::vector<Query>& parts) {
  switch (query.get_type()) {
    case Query::OP_SCALE_WEIGHT:
    case Query::OP_AND_MAYBE:
      return take_apart(query.get_subquery(0), parts);
    case Query::OP_OR:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        if (!take_apart(query.get_subquery(i), parts)) return false;
      return true;
    default:
      parts.push_back(query);
      return parts.size() <= most_one_by_one && !holds_alternatives(query);
  }
}

}  // namespace

Query excluding(const Query& from, const Query& what) {
  if (from.empty() || what.empty()) return from;
  std::vector<Query> parts;
  if (!take_apart(what, parts)) return Query(Query::OP_XOR, from, Query(Query::OP_FILTER, from, what));
  Query rest = from;
  for (const Query& part : parts) rest = Query(Query::OP_AND_NOT, rest, part);
  return rest;
}

bool excludes_one_by_one(const Query& what) {
  std::vector<Query> parts;
  return what.empty() || take_apart(what, parts);
}

}  // namespace nsearch::searcher
