// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "related/candidates.h"
#include "related/likeness.h"

namespace nsearch::searcher {

/// A candidate that was compared.
struct Compared {
  Candidate candidate;
  Likeness likeness;
  double score = 0;
};

/// Orders what was compared, best first, and drops what is no more like the article than anything in its language is.
///
/// Articles in the article's own language share more with it than others do, on the same story or not, and so do those in a sister
/// language. So each is measured by the also-rans of its language: the mean score of those from the ninth
/// on is subtracted. (Cross-domain similarity local scaling, Conneau et al., "Word Translation Without Parallel Data", 2018, but leaving out the
/// nearest, which may all be on the story.) Nearness in time then adds up to a fifth, half as much with each week
/// between. `all`: there were no more candidates. `date`: the article's, in seconds since 1970.
void rank(std::vector<Compared>& compared, bool all, const std::optional<std::int64_t>& date);

}  // namespace nsearch::searcher
