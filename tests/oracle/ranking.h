// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "oracle/words.h"

namespace oracle {

/// Scores by id of what words of which any may match find: Okapi BM25 over terms counted by hand, with the weights of
/// searcher/query/weights.h.
class SlowRanking {
 public:
  SlowRanking(const Collection& collection, WordReader& reader);

  /// Nothing where a word is none of the plain ones, whose parts are single terms of known rarity: words that are
  /// stop words somewhere, have stems in several languages, or are compounds or parts of compounds.
  std::optional<std::map<std::string, double>> scores(const std::vector<std::string>& words);

 private:
  using Weights = std::map<std::string, double>;  ///< of terms

  bool add(const QueryWord& word, Weights& weights) const;
  std::vector<std::string> held(const std::string& prefix, const std::set<std::string>& stems) const;
  double bm25(const std::string& term, const Article& article) const;

  const Collection& collection_;
  WordReader& reader_;
  std::map<std::string, unsigned> documents_;  ///< that have each term, the dead among them
  double all_ = 0, average_length_ = 0;        ///< likewise
};

}  // namespace oracle
