// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "nsearch/searcher.h"
#include "query/planner.h"

namespace nsearch::searcher {

struct CheckedMatches {
  std::vector<Xapian::MSetIterator> hits;
  Total total;
};

/// Which of the ranked matches to give, and how many hits at least to count exactly.
struct Wanted {
  std::size_t offset = 0, limit = 0;
  std::size_t exact_total_up_to = 0;
};

/// The hits among the ranked candidates of `enquire`: candidates are checked, best first, until there are
/// enough for `wanted`. The total is exact where all were checked; else the share of hits among them tells
/// what to expect of the rest. `plan` has a check.
CheckedMatches checked_matches(const Xapian::Database& database, const Xapian::Enquire& enquire,
                               const QueryPlan& plan, const Wanted& wanted);

}  // namespace nsearch::searcher
