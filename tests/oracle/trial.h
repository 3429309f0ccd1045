// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "nsearch/searcher.h"
#include "oracle/evaluator.h"
#include "oracle/ranking.h"
#include "oracle/twin.h"

namespace oracle {

/// A query as it is asked.
struct Asked {
  nsearch::QueryNode root;
  nsearch::ImplicitOperator implicit = nsearch::ImplicitOperator::and_;
  std::vector<std::string> languages;
};

/// What came of one query.
struct Outcome {
  std::string text;                       ///< of the query
  std::string problem;                    ///< empty: all is as expected
  std::set<std::string> expected, found;  ///< ids
};

/// Same kinds, texts and numbers, wherever they stand in the query's text.
bool same_tree(const nsearch::QueryNode& a, const nsearch::QueryNode& b);

/// Asks the searcher and the evaluator the same.
class Trial {
 public:
  /// `twin`: of the searcher's index, where that is of another layout.
  Trial(nsearch::Searcher& searcher, const Collection& collection, Twin* twin = nullptr);

  /// `round_trip`: the query's text must parse to the very same tree.
  Outcome run(const Asked& asked, bool round_trip = true);

  /// Compares the scores of `words` with OR between them. Nothing where they are none whose scores are foretold; else what
  /// is wrong, mostly nothing.
  std::optional<std::string> compare_scores(const std::vector<std::string>& words);

  std::size_t scores = 0;  ///< compared

  /// A smaller query of which still something is wrong.
  Asked shrink(Asked asked);

 private:
  std::string compare_ids(const nsearch::SearchRequest& request, Outcome& outcome);
  std::string compare_ranked(nsearch::SearchRequest request, const std::set<std::string>& expected);
  std::string compare_best(nsearch::SearchRequest request, const std::vector<nsearch::Hit>& all);
  std::string compare_counts(nsearch::SearchRequest request, const std::set<std::string>& expected);
  Evaluator& evaluator(const std::vector<std::string>& languages);

  nsearch::Searcher& searcher_;
  const Collection& collection_;
  Twin* twin_;
  nsearch::ParseOptions options_;
  std::map<std::vector<std::string>, Evaluator> evaluators_;  ///< by languages
  SlowRanking ranking_;
};

}  // namespace oracle
