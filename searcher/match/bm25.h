// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "glass/database.h"
#include "query/weights.h"

namespace nsearch::searcher::match {

/// What BM25 makes of a document's length, and of how rare a term is in the whole index, as Xapian::BM25Weight has it with the
/// numbers of weights.h: a term weighs share() * wdf / (wdf + norm()).
class Bm25 {
 public:
  explicit Bm25(const glass::Database& database)
      : documents_(database.documents_in_whole()), inverse_average_(1 / database.average_length()) {}

  double norm(std::uint32_t length) const {
    return weights::bm25_k1 * (std::max(length * inverse_average_, weights::bm25_shortest) * weights::bm25_b +
                               (1 - weights::bm25_b));
  }

  /// The greatest weight of a term in `frequency` documents that the query has once.
  double share(std::uint32_t frequency) const {
    double odds = (documents_ - frequency + 0.5) / (frequency + 0.5);
    if (odds < 2) odds = odds * 0.5 + 1;
    return std::log(odds) * (weights::bm25_k1 + 1);
  }

 private:
  double documents_, inverse_average_;
};

}  // namespace nsearch::searcher::match
