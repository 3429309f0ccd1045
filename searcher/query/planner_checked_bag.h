// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/planner_bag.h"
#include "query/planner_positions.h"

namespace nsearch::searcher {

/// A check that says of any document whether `planned` does not mean it.
CheckPointer negated_check(const Planned& planned);

/// A bag, with what its parts leave to be checked.
class CheckedBag {
 public:
  CheckedBag(WordPlanner& words, ImplicitOperator implicit, bool wanted) : bag_(words, implicit, wanted) {}

  void add_word(const QueryNode& node) { bag_.add_word(node); }
  void add_clause(Planned planned);
  void require(const Planned& planned);
  void exclude(const Planned& planned);
  void filter(const Planned& planned) { bag_.filter(planned.query); }

  Planned planned();

 private:
  CheckPointer any_clause() const;

  Bag bag_;
  std::vector<Planned> clauses_;      ///< that have a check
  std::vector<CheckPointer> checks_;  ///< of what is required and excluded
};

}  // namespace nsearch::searcher
