// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "quality/trec.h"

/// Measures of a ranking
/// =====================
///
/// Documents that are left out of a query's rankings are taken out before anything is counted; documents
/// without a judgment count as not relevant.
namespace nsearch::quality {

struct Measures {
  /// nDCG@10 with gains 2^grade - 1 and discounts log2(rank + 1) (Järvelin and Kekäläinen, Cumulated
  /// gain-based evaluation of IR techniques, 2002; exponential gains as Burges et al., 2005).
  double ndcg_10 = 0;
  double mrr_10 = 0;      ///< 1 / rank of the first relevant document, 0 where it is below rank 10
  double map = 0;         ///< average precision over the first 1,000 documents
  double recall_100 = 0;  ///< share of the relevant documents among the first 100
};

/// One query's measures; its judgments hold at least one relevant document.
Measures measure(const Judgments& judgments, const Ranking& ranking);

/// The measures of every query in `qrels`; one that the run lacks counts 0.
std::map<std::string, Measures> measure_run(const Qrels& qrels, const Run& run);

/// Means over the queries; zeros where there is none.
Measures mean(const std::map<std::string, Measures>& by_query);

/// The rank (from 1) of the first relevant document, 0 where it was not found.
std::size_t first_relevant(const Judgments& judgments, const Ranking& ranking);

/// nDCG@10 of `ours` less that of `theirs`, query by query in the order of the ids. Both hold the same
/// queries.
std::vector<double> ndcg_differences(const std::map<std::string, Measures>& ours,
                                     const std::map<std::string, Measures>& theirs);

}  // namespace nsearch::quality
