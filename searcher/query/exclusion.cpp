// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/exclusion.h"

#include <vector>

namespace nsearch::searcher {

using Xapian::Query;

namespace {

Query unweighed(const Query& query);

/// What matches the same documents as an OR of these, one below the other taken apart.
void add_alternatives(const Query& query, std::vector<Query>& alternatives) {
  if (query.empty()) return;
  switch (query.get_type()) {
    case Query::OP_SCALE_WEIGHT:
    case Query::OP_AND_MAYBE:
      return add_alternatives(query.get_subquery(0), alternatives);
    case Query::OP_OR:
    case Query::OP_SYNONYM:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        add_alternatives(query.get_subquery(i), alternatives);
      return;
    default:
      alternatives.push_back(unweighed(query));
  }
}

/// A query that matches the same documents, without what only weighs.
Query unweighed(const Query& query) {
  if (query.empty()) return query;
  const Query::op kind = query.get_type();
  std::vector<Query> parts;
  switch (kind) {
    case Query::OP_SCALE_WEIGHT:
    case Query::OP_AND_MAYBE:
    case Query::OP_OR:
    case Query::OP_SYNONYM:
      add_alternatives(query, parts);
      return Query(Query::OP_OR, parts.begin(), parts.end());
    case Query::OP_AND:
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        parts.push_back(unweighed(query.get_subquery(i)));
      return Query(kind == Query::OP_FILTER ? Query::OP_AND : kind, parts.begin(), parts.end());
    default:
      return query;  // terms, and words in their places, which don't weigh where nothing asks for it
  }
}

}  // namespace

Query excluding(const Query& from, const Query& what) {
  if (from.empty() || what.empty()) return from;
  return Query(Query::OP_AND_NOT, from, unweighed(what));
}

}  // namespace nsearch::searcher
