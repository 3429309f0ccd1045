// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/ranking.h"

#include <algorithm>
#include <cmath>

#include "query/weights.h"

namespace oracle {

namespace weights = nsearch::searcher::weights;

SlowRanking::SlowRanking(const Collection& collection, WordReader& reader)
    : collection_(collection), reader_(reader) {
  for (const Article* article : collection.in_tables()) {
    ++all_;
    average_length_ += article->length;
    for (const auto& [term, times] : article->frequency) ++documents_[term];
  }
  average_length_ /= all_;
}

std::vector<std::string> SlowRanking::held(const std::string& prefix,
                                           const std::set<std::string>& stems) const {
  std::vector<std::string> terms;
  for (const std::string& stem : stems) {
    if (documents_.count(prefix + stem) != 0) terms.push_back(prefix + stem);
  }
  return terms;
}

/// False where it is no plain word, or shares a term with another.
bool SlowRanking::add(const QueryWord& word, Weights& out) const {
  if (!word.stop_in.empty() || !word.parts.empty() || !word.apart.empty()) return false;
  Weights own;
  const auto one_of = [&](const std::vector<std::string>& terms, double weight) {
    if (terms.size() == 1) own[terms.front()] = weight;
    return terms.size() <= 1;
  };
  if (!one_of(held("Z", word.stems), 1) || !one_of(held("K", word.stems), weights::compound_part))
    return false;
  const bool has_stem = !held("Z", word.stems).empty();
  const bool by_stem = has_stem || !own.empty();
  if (has_stem && !one_of(held("SZ", word.stems), weights::title)) return false;
  if (has_stem && !one_of(held("I", word.stems), weights::lead)) return false;
  std::vector<std::string> accented = held("Z", word.accented);
  for (const std::string& part : held("K", word.accented)) accented.push_back(part);
  if (!one_of(accented, weights::accent_variant)) return false;
  if (documents_.count(word.surface) != 0) {
    own[word.surface] = by_stem ? weights::surface : 1;
    if (!by_stem && documents_.count("S" + word.surface) != 0) own["S" + word.surface] = weights::title;
  }
  if (word.exact != word.surface && documents_.count("E" + word.exact) != 0)
    own["E" + word.exact] = weights::exact;
  return std::all_of(own.begin(), own.end(),
                     [&](const auto& term) { return out.emplace(term.first, term.second).second; });
}

/// A term of most documents counts a little all the same: Xapian's idf doesn't fall below 0.
double SlowRanking::bm25(const std::string& term, const Article& article) const {
  const auto times = article.frequency.find(term);
  if (times == article.frequency.end()) return 0;
  const double having = documents_.at(term);
  double rarity = (all_ - having + 0.5) / (having + 0.5);
  if (rarity < 2) rarity = rarity * 0.5 + 1;
  const double length = std::max(article.length / average_length_, weights::bm25_shortest);
  const double occurrences = times->second, k1 = weights::bm25_k1, b = weights::bm25_b;
  return std::log(rarity) * occurrences * (k1 + 1) / (k1 * (1 - b + b * length) + occurrences);
}

std::optional<std::map<std::string, double>> SlowRanking::scores(const std::vector<std::string>& words) {
  Weights weights;
  for (const std::string& text : words) {
    const QueryWords& read = reader_.words(text);
    if (read.words.size() != 1 || !add(read.words.front(), weights)) return std::nullopt;
  }
  std::map<std::string, double> scores;
  for (const Article& article : collection_.articles) {
    double score = 0;
    bool found = false;
    for (const auto& [term, weight] : weights) {
      score += weight * bm25(term, article);
      found = found || article.frequency.count(term) != 0;
    }
    if (found) scores[article.document.id] = score;
  }
  return scores;
}

}  // namespace oracle
