// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/twin.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace oracle {

namespace {

constexpr double tolerance = 1e-9;  // of the greater one, or of 1
const std::string of_the_dead = "dead-";

std::vector<nsearch::Document> all_documents(const LaidOut& other) {
  std::vector<nsearch::Document> all;
  for (const auto& [id, document] : other.documents()) all.push_back(document);
  for (nsearch::StoredDocument& dead : other.dead()) {
    dead.id = of_the_dead + std::to_string(all.size());
    dead.language = dead.declared;
    all.push_back(std::move(dead));
  }
  return all;
}

/// Indexes documents and gives the folder.
std::string indexed(const TemporaryIndex& folder, const std::vector<nsearch::Document>& documents) {
  index(folder, documents);
  return folder.path();
}

bool same_score(double a, double b) {
  return std::abs(a - b) <= tolerance * std::max({1.0, std::abs(a), std::abs(b)});
}

/// Sums of the same weights in another order may differ in the last bit, and so equals be told apart.
bool same_place(const nsearch::Hit& hit, std::size_t place, const std::vector<nsearch::Hit>& others) {
  if (!same_score(hit.score, others[place].score)) return false;
  return hit.id == others[place].id ||
         std::any_of(others.begin(), others.end(), [&](const nsearch::Hit& other) {
           return other.id == hit.id && same_score(other.score, hit.score);
         });
}

std::string shown(const nsearch::SearchResults& results) {
  std::string text;
  for (const nsearch::Hit& hit : results.hits) text += ' ' + hit.id + '=' + std::to_string(hit.score);
  for (const nsearch::QueryDiagnostic& hint : results.hints) text += " hint: " + hint.message;
  return text;
}

}  // namespace

Twin::Twin(const LaidOut& other)
    : searcher_({indexed(folder_, all_documents(other))}), documents_(searcher_.info().documents) {}

nsearch::SearchResults Twin::search(nsearch::SearchRequest request) {
  request.limit = documents_;
  nsearch::SearchResults results = searcher_.search(request);
  std::erase_if(results.hits, [](const nsearch::Hit& hit) { return hit.id.rfind(of_the_dead, 0) == 0; });
  return results;
}

std::string difference(const nsearch::SearchResults& expected, const nsearch::SearchResults& found) {
  bool same = expected.hits.size() == found.hits.size() && expected.hints.size() == found.hints.size();
  for (std::size_t i = 0; same && i < found.hits.size(); ++i)
    same = same_place(found.hits[i], i, expected.hits);
  if (same) return {};
  return "\n  of one shard:" + shown(expected) + "\n  here:        " + shown(found);
}

}  // namespace oracle
