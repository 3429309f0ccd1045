// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/report.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "quality/table.h"

namespace nsearch::quality {
namespace {

using nlohmann::ordered_json;

std::vector<std::string> peer_names(const std::vector<CollectionResult>& results) {
  std::vector<std::string> names;
  for (const CollectionResult& result : results)
    for (const EngineResult& peer : result.peers)
      if (std::find(names.begin(), names.end(), peer.name) == names.end()) names.push_back(peer.name);
  return names;
}

const EngineResult* find_peer(const CollectionResult& result, const std::string& name) {
  for (const EngineResult& peer : result.peers)
    if (peer.name == name) return &peer;
  return nullptr;
}

std::string comparison_text(const Comparison& comparison) {
  return signed_number(comparison.gain, 4) + " (p " + number(comparison.p, 4) + ')';
}

void print_pooled(Table& table, const std::vector<CollectionResult>& results,
                  const std::vector<std::string>& peers) {
  const std::vector<PooledResult> pooled = pool(results);
  if (pooled.empty() || pooled.front().collections < 2) return;
  std::vector<std::string> means = {"mean of " + std::to_string(pooled.front().collections), "",
                                    number(pooled.front().nsearch_mean, 4)};
  std::vector<std::string> tests = {"pooled queries", std::to_string(pooled.front().queries), ""};
  for (const std::string& name : peers) {
    const auto found =
        std::find_if(pooled.begin(), pooled.end(), [&](const auto& p) { return p.peer == name; });
    const bool known = found != pooled.end();
    means.push_back(known ? number(found->peer_mean, 4) : "");
    means.push_back(known ? signed_number(found->nsearch_mean - found->peer_mean, 4) : "");
    tests.push_back("");
    tests.push_back(known ? comparison_text(found->comparison) : "");
  }
  table.add(means);
  table.add(tests);
}

void print_ndcg(std::ostream& out, const std::vector<CollectionResult>& results) {
  const std::vector<std::string> peers = peer_names(results);
  std::vector<std::string> head = {"nDCG@10", "queries", "nsearch"};
  for (const std::string& name : peers) head.insert(head.end(), {name, "against " + name});
  Table table(head);
  for (const CollectionResult& result : results) {
    std::vector<std::string> row = {result.name, std::to_string(result.nsearch.by_query.size()),
                                    number(result.nsearch.mean.ndcg_10, 4)};
    for (const std::string& name : peers) {
      const EngineResult* peer = find_peer(result, name);
      row.push_back(peer != nullptr ? number(peer->mean.ndcg_10, 4) : "");
      row.push_back(peer != nullptr ? comparison_text(peer->comparison) : "");
    }
    table.add(row);
  }
  print_pooled(table, results, peers);
  table.print(out);
}

void add_measures(Table& table, const std::string& collection, const EngineResult& engine) {
  table.add({collection, engine.name, number(engine.mean.ndcg_10, 4), number(engine.mean.mrr_10, 4),
             number(engine.mean.map, 4), number(engine.mean.recall_100, 4)});
}

void print_measures(std::ostream& out, const std::vector<CollectionResult>& results) {
  Table table({"collection", "engine", "nDCG@10", "MRR@10", "MAP", "R@100"});
  for (const CollectionResult& result : results) {
    add_measures(table, result.name, result.nsearch);
    for (const EngineResult& peer : result.peers) add_measures(table, result.name, peer);
  }
  table.print(out);
}

void print_costs(std::ostream& out, const std::vector<CollectionResult>& results) {
  constexpr double mega = 1e6;
  Table table({"collection", "documents", "text MB", "index MB", "index / text", "indexing s",
               "query median ms", "query p95 ms", "all queries s"});
  for (const CollectionResult& r : results) {
    const double text = static_cast<double>(r.facts.text_bytes) / mega;
    const double index = static_cast<double>(r.index.bytes) / mega;
    table.add({r.name, std::to_string(r.index.documents), number(text, 1), number(index, 1),
               number(index / text, 2), r.index.seconds > 0 ? number(r.index.seconds, 1) : "reused",
               number(r.latency.median, 2), number(r.latency.p95, 2), number(r.latency.total / 1000, 1)});
  }
  table.print(out);
}

ordered_json to_json(const Measures& m) {
  return {{"ndcg_10", m.ndcg_10}, {"mrr_10", m.mrr_10}, {"map", m.map}, {"recall_100", m.recall_100}};
}

ordered_json to_json(const CollectionResult& r) {
  ordered_json out = {
      {"name", r.name},
      {"told_language", r.language},
      {"pooled", r.pooled},
      {"queries", r.nsearch.by_query.size()},
      {"documents", r.index.documents},
      {"rejected", r.index.rejected},
      {"text_bytes", r.facts.text_bytes},
      {"index_bytes", r.index.bytes},
      {"index_seconds", r.index.seconds},
      {"query_ms", {{"median", r.latency.median}, {"p95", r.latency.p95}, {"total", r.latency.total}}},
      {"measures", {{"nsearch", to_json(r.nsearch.mean)}}}};
  for (const EngineResult& peer : r.peers) {
    out["measures"][peer.name] = to_json(peer.mean);
    out["against"][peer.name] = {{"ndcg_10", peer.comparison.gain}, {"p", peer.comparison.p}};
  }
  return out;
}

}  // namespace

void print_tables(std::ostream& out, const ReportSettings& settings,
                  const std::vector<CollectionResult>& results) {
  out << "Queries are told their language: " << settings.language << "; half: " << settings.half << "; "
      << (settings.all_in_one ? "one index of all collections" : "one index a collection") << "; "
      << settings.depth << " documents a query.\n\n";
  print_ndcg(out, results);
  out << '\n';
  print_measures(out, results);
  out << '\n';
  print_costs(out, results);
}

void print_json(std::ostream& out, const ReportSettings& settings,
                const std::vector<CollectionResult>& results) {
  ordered_json root = {{"language", settings.language},        {"half", settings.half},
                       {"all_in_one", settings.all_in_one},    {"depth", settings.depth},
                       {"collections", ordered_json::array()}, {"pooled", ordered_json::object()}};
  for (const CollectionResult& result : results) root["collections"].push_back(to_json(result));
  for (const PooledResult& p : pool(results))
    root["pooled"][p.peer] = {{"collections", p.collections},
                              {"ahead", p.ahead},
                              {"queries", p.queries},
                              {"nsearch_mean", p.nsearch_mean},
                              {"peer_mean", p.peer_mean},
                              {"mean_gain", p.nsearch_mean - p.peer_mean},
                              {"query_gain", p.comparison.gain},
                              {"p", p.comparison.p}};
  out << root.dump(2) << '\n';
}

}  // namespace nsearch::quality
