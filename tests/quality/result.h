// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "quality/collection.h"
#include "quality/measures.h"
#include "quality/retrieval.h"
#include "quality/significance.h"

namespace nsearch::quality {

/// One engine's figures on one collection.
struct EngineResult {
  std::string name;
  std::map<std::string, Measures> by_query;
  Measures mean;
  Comparison comparison;            ///< nsearch against this engine, in nDCG@10
  std::vector<double> differences;  ///< nsearch less this engine in nDCG@10, query by query
};

struct CollectionResult {
  std::string name;
  std::string language;  ///< what the queries were told; empty: nothing
  bool pooled = false;   ///< whether it is one of those that are pooled
  DocumentFacts facts;
  BuiltIndex index;
  Latency latency;
  EngineResult nsearch;
  std::vector<EngineResult> peers;
};

/// nsearch against one peer over the pooled collections.
struct PooledResult {
  std::string peer;
  std::size_t collections = 0;
  std::size_t queries = 0;
  std::size_t ahead = 0;    ///< on how many collections nsearch is ahead
  double nsearch_mean = 0;  ///< nDCG@10, mean of the collections
  double peer_mean = 0;
  Comparison comparison;  ///< over all their queries
};

/// Measures nsearch's run and the peers' runs.
CollectionResult evaluate(const Collection& collection, const Run& run);

/// One entry for each peer that all pooled collections have.
std::vector<PooledResult> pool(const std::vector<CollectionResult>& results);

}  // namespace nsearch::quality
