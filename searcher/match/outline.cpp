// SPDX-License-Identifier: GPL-2.0-or-later
#include "match/outline.h"

#include "match/scale.h"
#include "storage/tombstones.h"

namespace nsearch::searcher::match {

using Xapian::Query;

namespace {

/// Leaves the outlining; not an error.
struct NotOurs {};

Outline outline(const Query& query);

/// A query doesn't tell its slot; it is known by what is sent of it.
bool is_of_the_dead(const Query& query) {
  static const std::string serialised = storage::dead_query().serialise();
  return query.serialise() == serialised;
}

/// A window can be told only by making the query anew with it.
bool is_side_by_side(const Query& phrase) {
  std::vector<Query> words;
  for (std::size_t i = 0; i < phrase.get_num_subqueries(); ++i) words.push_back(phrase.get_subquery(i));
  const Query side_by_side(Query::OP_PHRASE, words.begin(), words.end(),
                           static_cast<Xapian::termcount>(words.size()));
  return side_by_side.serialise() == phrase.serialise();
}

bool is_of_many_terms(const Query& query) {
  const std::size_t parts = query.get_num_subqueries();
  if (parts <= most_in_step) return false;
  for (std::size_t i = 0; i < parts; ++i) {
    if (query.get_subquery(i).get_type() != Query::LEAF_TERM) return false;
  }
  return true;
}

void add_parts(const Query& query, Outline& to) {
  const std::size_t parts = query.get_num_subqueries();
  to.parts.reserve(parts);
  for (std::size_t i = 0; i < parts; ++i) to.parts.push_back(outline(query.get_subquery(i)));
}

void add_names(const Query& query, Outline& to) {
  const std::size_t parts = query.get_num_subqueries();
  to.names.reserve(parts);
  for (std::size_t i = 0; i < parts; ++i) to.names.push_back(*query.get_subquery(i).get_terms_begin());
}

Outline outline(const Query& query) {
  Outline made;
  if (query.empty()) return made;
  made.kind = query.get_type();
  switch (made.kind) {
    case Query::LEAF_MATCH_NOTHING:
    case Query::LEAF_MATCH_ALL:
      return made;
    case Query::LEAF_TERM:
      made.term = *query.get_terms_begin();
      return made;
    case Query::OP_VALUE_GE:
      if (!is_of_the_dead(query)) throw NotOurs();
      return made;
    case Query::OP_SCALE_WEIGHT: {
      const std::optional<double> scale = scale_of(query);
      if (!scale) throw NotOurs();
      made.scale = *scale;
      break;
    }
    case Query::OP_OR:
    case Query::OP_SYNONYM:
      if (is_of_many_terms(query)) {
        add_names(query, made);
        return made;
      }
      break;
    case Query::OP_PHRASE:
      if (!is_side_by_side(query)) throw NotOurs();
      break;
    case Query::OP_AND:
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
    case Query::OP_AND_MAYBE:
      break;
    default:
      throw NotOurs();
  }
  add_parts(query, made);
  return made;
}

}  // namespace

std::optional<Outline> outline_of(const Query& query) {
  try {
    return outline(query);
  } catch (const NotOurs&) {
    return std::nullopt;
  }
}

}  // namespace nsearch::searcher::match
