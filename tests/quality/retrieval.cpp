// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/retrieval.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>

#include "nsearch/error.h"
#include "nsearch/indexer.h"
#include "nsearch/searcher.h"

namespace nsearch::quality {
namespace {

namespace fs = std::filesystem;

std::uint64_t size_on_disk(const std::string& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

/// The first `depth` hits that the measures will see; a shorter ranking where there are no more.
Ranking kept(const std::vector<Hit>& hits, const Judgments& judgments, const IdMap& ids, std::size_t depth) {
  Ranking ranking;
  for (const Hit& hit : hits) {
    std::string id = ids(hit.id);
    if (id.empty() || judgments.left_out.contains(id)) continue;
    ranking.push_back({std::move(id), hit.score});
    if (ranking.size() == depth) break;
  }
  return ranking;
}

/// One query's ranking. Asks for more hits until enough remain after those that are left out.
Ranking rank(Searcher& searcher, SearchRequest& request, const Judgments& judgments, const IdMap& ids,
             std::size_t depth) {
  request.limit = depth + judgments.left_out.size();
  for (;;) {
    const SearchResults results = searcher.search(request);
    if (results.diagnostic)
      throw Error(ErrorCode::internal,
                  "plain words were refused: " + results.diagnostic->render(request.query));
    Ranking ranking = kept(results.hits, judgments, ids, depth);
    if (ranking.size() == depth || results.hits.size() < request.limit) return ranking;
    request.limit *= 2;
  }
}

}  // namespace

Latency latency_of(std::vector<double> milliseconds) {
  Latency latency;
  if (milliseconds.empty()) return latency;
  std::sort(milliseconds.begin(), milliseconds.end());
  for (const double each : milliseconds) latency.total += each;
  latency.median = milliseconds[milliseconds.size() / 2];
  latency.p95 = milliseconds[milliseconds.size() * 95 / 100];
  return latency;
}

BuiltIndex build_index(const std::vector<std::string>& inputs, const std::string& path, bool reuse) {
  BuiltIndex built{.path = path};
  if (!reuse || !fs::exists(path)) {
    fs::remove_all(path);
    IndexRun run;
    run.paths = inputs;
    run.on_reject = [](const Rejection& r) {
      std::cerr << r.path << ':' << r.line << ": rejected: " << r.reason << '\n';
    };
    const IndexSummary summary = index_files(path, run);
    built.seconds = summary.seconds;
    built.rejected = summary.rejected;
  }
  built.documents = Searcher({path}).info().documents;
  built.bytes = size_on_disk(path);
  return built;
}

std::string IdMap::operator()(const std::string& id) const {
  if (own_ids.empty()) return id;
  if (id.starts_with(prefix)) return id.substr(prefix.size());
  // The same document may also stand in another collection: that copy is neither right nor wrong.
  const std::string bare = id.substr(id.find(':') + 1);
  return own_ids.contains(bare) ? std::string() : id;
}

SearchRun run_queries(const std::string& index, const Collection& collection, const std::string& language,
                      const IdMap& ids, std::size_t depth, const std::string& state) {
  Searcher searcher({index});
  SearchRequest request;
  request.plain = true;
  request.documents = false;
  request.snippets = false;
  if (!language.empty()) request.languages = {language};
  request.across = !state.empty();
  request.state = state;
  SearchRun out;
  std::vector<double> milliseconds;
  for (const TopicQuery& query : collection.queries) {
    request.query = query.text;
    const auto start = std::chrono::steady_clock::now();
    Ranking ranking = rank(searcher, request, collection.qrels.at(query.id), ids, depth);
    milliseconds.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    out.run[query.id] = std::move(ranking);
  }
  out.latency = latency_of(std::move(milliseconds));
  return out;
}

}  // namespace nsearch::quality
