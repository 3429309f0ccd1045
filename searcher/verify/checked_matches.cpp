// SPDX-License-Identifier: GPL-2.0-or-later
#include "verify/checked_matches.h"

#include <algorithm>
#include <cmath>

#include "verify/verifier.h"

namespace nsearch::searcher {

namespace {

// A batch is another run of the query, so each is several times the one before.
constexpr Xapian::doccount growth = 8;

/// What is to be expected when `hits` of the `checked` best candidates were hits.
Total expected(std::uint64_t hits, std::uint64_t checked, const Xapian::MSet& candidates) {
  Total total{hits, hits, hits};
  const std::uint64_t most = std::max<std::uint64_t>(candidates.get_matches_upper_bound(), checked);
  const std::uint64_t likely = std::max<std::uint64_t>(candidates.get_matches_estimated(), checked);
  total.upper += most - checked;
  if (checked == 0) {
    total.estimate = likely;
  } else {
    const double share = static_cast<double>(hits) / static_cast<double>(checked);
    total.estimate += static_cast<std::uint64_t>(std::llround(share * static_cast<double>(likely - checked)));
  }
  return total;
}

}  // namespace

CheckedMatches checked_matches(const Xapian::Database& database, const Xapian::Enquire& enquire,
                               const QueryPlan& plan, const Wanted& wanted) {
  const Xapian::doccount documents = database.get_doccount();
  const std::size_t page_end =
      wanted.offset + std::min(wanted.limit, documents - std::min<std::size_t>(wanted.offset, documents));
  const std::size_t enough = std::max(page_end, wanted.exact_total_up_to);
  CheckedMatches out;
  Verifier verifier(database, plan.query, plan.checked_terms, *plan.check);
  std::uint64_t hits = 0;
  Xapian::doccount checked = 0;
  auto batch = static_cast<Xapian::doccount>(std::min<std::size_t>(enough, documents));
  for (;; batch = std::min(documents, batch * growth)) {
    const Xapian::MSet candidates = enquire.get_mset(checked, batch);
    for (auto candidate = candidates.begin(); candidate != candidates.end() && hits < enough; ++candidate) {
      ++checked;
      if (!verifier.holds(*candidate)) continue;
      if (hits >= wanted.offset && hits < page_end) out.hits.push_back(candidate);
      ++hits;
    }
    const bool all = candidates.size() < batch || checked == documents;
    if (hits < enough && !all) continue;
    out.total = expected(hits, checked, candidates);
    if (all && hits < enough) out.total = {hits, hits, hits};
    return out;
  }
}

}  // namespace nsearch::searcher
