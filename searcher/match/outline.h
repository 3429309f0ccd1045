// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

namespace nsearch::searcher::match {

/// A query taken apart, once for all the databases that it is asked of: Xapian::Query tells of itself by copies.
struct Outline {
  /// OP_VALUE_GE stands for storage::dead_query(), OP_PHRASE for words side by side.
  Xapian::Query::op kind = Xapian::Query::LEAF_MATCH_NOTHING;
  double scale = 1;            ///< of OP_SCALE_WEIGHT
  std::string term;            ///< of LEAF_TERM
  std::vector<Outline> parts;  ///< as the query has them

  /// Of many alternatives or synonyms that are terms and nothing else, in place of `parts`.
  std::vector<std::string> names;
};

/// As many terms in step, at most, where they count as one; more are gathered.
inline constexpr std::size_t most_in_step = 8;

/// Nothing where the query holds what match::compile() has no node for, or what can't be told of it.
std::optional<Outline> outline_of(const Xapian::Query& query);

}  // namespace nsearch::searcher::match
