// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>

namespace nsearch::searcher {

/// What documents gain in rank by being new: `most` times 2 to the power of -age / half-life, in steps of a
/// quarter of the half-life and down to 1/64 (older documents and those without a date gain nothing). An age
/// is counted in days up to `newest`: the date of the newest document, or now where that is earlier, so that
/// in an archive the last days count as new too.
///
/// Made of day, month and year terms with fixed weights, which a stock server of remote shards can evaluate;
/// beyond three months ago whole months have one age, beyond ten years whole years. Empty where no document
/// can gain. Throws Xapian::Error.
Xapian::Query recency_query(const Xapian::Database& database, double half_life_days, double most,
                            std::int64_t now);

}  // namespace nsearch::searcher
