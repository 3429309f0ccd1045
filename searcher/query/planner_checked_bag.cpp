// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner_checked_bag.h"

namespace nsearch::searcher {

using Xapian::Query;

CheckPointer negated_check(const Planned& planned) {
  return combined_check(Check::Kind::negation, {whole_check(planned)});
}

void CheckedBag::add_clause(Planned planned) {
  bag_.add_clause(planned.query, planned.check != nullptr);
  if (planned.check) clauses_.push_back(std::move(planned));
}

void CheckedBag::require(const Planned& planned) {
  bag_.require(planned.query);
  if (planned.check) checks_.push_back(planned.check);
}

/// What is checked may match more than is meant, so that it excludes nothing by itself.
void CheckedBag::exclude(const Planned& planned) {
  bag_.exclude(planned.check ? Query() : planned.query);
  if (planned.check) checks_.push_back(negated_check(planned));
}

CheckPointer CheckedBag::any_clause() const {
  std::vector<CheckPointer> any = {whole_check({bag_.unchecked()})};
  for (const Planned& clause : clauses_) any.push_back(whole_check(clause));
  return combined_check(Check::Kind::any_of, std::move(any));
}

Planned CheckedBag::planned() {
  if (bag_.empty()) return Planned::nothing();
  Planned out{bag_.query()};
  if (bag_.any_brings()) {
    if (!clauses_.empty()) checks_.push_back(any_clause());
  } else if (bag_.all_needed()) {
    for (const Planned& clause : clauses_) checks_.push_back(clause.check);
  }
  if (checks_.empty()) return out;
  out.check = combined_check(Check::Kind::all_of, std::move(checks_));
  out.check_suffices = false;
  return out;
}

}  // namespace nsearch::searcher
