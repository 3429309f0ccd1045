// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/losses.h"

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <ostream>
#include <tuple>

#include "nsearch/error.h"
#include "quality/measures.h"

namespace nsearch::quality {
namespace {

Ranking ranking_of(const Run& run, const std::string& query) {
  const auto found = run.find(query);
  return found == run.end() ? Ranking{} : found->second;
}

std::string best_relevant(const Judgments& judgments) {
  return std::max_element(judgments.relevant.begin(), judgments.relevant.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

QueryDifference difference_of(const TopicQuery& query, const Judgments& judgments, const Ranking& ours,
                              const Ranking& theirs) {
  return {.query = query.id,
          .text = query.text,
          .ours = measure(judgments, ours).ndcg_10,
          .theirs = measure(judgments, theirs).ndcg_10,
          .our_rank = first_relevant(judgments, ours),
          .their_rank = first_relevant(judgments, theirs),
          .our_first = ours.empty() ? std::string() : ours.front().id,
          .relevant = best_relevant(judgments)};
}

auto order_of(const QueryDifference& d) {
  // A document that was not found at all is a longer way down than any rank.
  const double depth = d.our_rank == 0 ? 0 : 1 / static_cast<double>(d.our_rank);
  return std::make_tuple(d.ours - d.theirs, depth, d.query);
}

std::string rank_text(std::size_t rank) {
  return rank == 0 ? "-" : std::to_string(rank);
}

}  // namespace

std::vector<QueryDifference> query_differences(const Collection& collection, const Run& ours,
                                               const PeerRun& peer) {
  std::vector<QueryDifference> differences;
  for (const TopicQuery& query : collection.queries)
    differences.push_back(difference_of(query, collection.qrels.at(query.id), ranking_of(ours, query.id),
                                        ranking_of(peer.run, query.id)));
  std::sort(differences.begin(), differences.end(),
            [](const QueryDifference& a, const QueryDifference& b) { return order_of(a) < order_of(b); });
  return differences;
}

void write_differences(const std::string& path, const std::vector<QueryDifference>& differences) {
  std::ofstream out(path);
  out << "query\tdifference\tours\ttheirs\tour_rank\ttheir_rank\tour_first\trelevant\ttext\n" << std::fixed;
  for (const QueryDifference& d : differences)
    out << d.query << '\t' << std::setprecision(4) << d.ours - d.theirs << '\t' << d.ours << '\t' << d.theirs
        << '\t' << d.our_rank << '\t' << d.their_rank << '\t' << d.our_first << '\t' << d.relevant << '\t'
        << d.text << '\n';
  if (!out.flush()) throw Error(ErrorCode::io, path + ": can't be written");
}

void print_losses(std::ostream& out, const std::vector<QueryDifference>& differences, std::size_t count) {
  for (const QueryDifference& d : differences) {
    if (count == 0 || d.ours >= d.theirs) return;
    --count;
    out << "  " << std::fixed << std::setprecision(3) << d.ours - d.theirs << "  rank "
        << rank_text(d.our_rank) << " (theirs " << rank_text(d.their_rank) << ")  " << d.query << "  "
        << d.text << "\n         ours first: " << d.our_first << "  relevant: " << d.relevant << '\n';
  }
}

}  // namespace nsearch::quality
