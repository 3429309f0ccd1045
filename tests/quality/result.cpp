// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/result.h"

#include <algorithm>

namespace nsearch::quality {
namespace {

EngineResult engine_result(const std::string& name, const Qrels& qrels, const Run& run) {
  EngineResult engine;
  engine.name = name;
  engine.by_query = measure_run(qrels, run);
  engine.mean = mean(engine.by_query);
  return engine;
}

const EngineResult* peer_named(const CollectionResult& result, const std::string& name) {
  const auto found = std::find_if(result.peers.begin(), result.peers.end(),
                                  [&](const EngineResult& peer) { return peer.name == name; });
  return found == result.peers.end() ? nullptr : &*found;
}

PooledResult pool_against(const std::string& peer, const std::vector<const CollectionResult*>& results) {
  PooledResult pooled;
  pooled.peer = peer;
  std::vector<double> differences;
  for (const CollectionResult* result : results) {
    const EngineResult* theirs = peer_named(*result, peer);
    if (theirs == nullptr) continue;
    ++pooled.collections;
    pooled.ahead += theirs->comparison.gain > 0;
    pooled.nsearch_mean += result->nsearch.mean.ndcg_10;
    pooled.peer_mean += theirs->mean.ndcg_10;
    differences.insert(differences.end(), theirs->differences.begin(), theirs->differences.end());
  }
  pooled.queries = differences.size();
  pooled.nsearch_mean /= static_cast<double>(pooled.collections);
  pooled.peer_mean /= static_cast<double>(pooled.collections);
  pooled.comparison = randomisation_test(differences);
  return pooled;
}

}  // namespace

CollectionResult evaluate(const Collection& collection, const Run& run) {
  CollectionResult result;
  result.name = collection.name;
  result.nsearch = engine_result("nsearch", collection.qrels, run);
  for (const PeerRun& peer : collection.peers) {
    EngineResult engine = engine_result(peer.name, collection.qrels, peer.run);
    engine.differences = ndcg_differences(result.nsearch.by_query, engine.by_query);
    engine.comparison = randomisation_test(engine.differences);
    result.peers.push_back(std::move(engine));
  }
  return result;
}

std::vector<PooledResult> pool(const std::vector<CollectionResult>& results) {
  std::vector<const CollectionResult*> members;
  for (const CollectionResult& result : results)
    if (result.pooled) members.push_back(&result);
  std::vector<PooledResult> pooled;
  if (members.empty()) return pooled;
  for (const EngineResult& peer : members.front()->peers) {
    const bool everywhere = std::all_of(members.begin(), members.end(), [&](const CollectionResult* result) {
      return peer_named(*result, peer.name) != nullptr;
    });
    if (everywhere) pooled.push_back(pool_against(peer.name, members));
  }
  return pooled;
}

}  // namespace nsearch::quality
