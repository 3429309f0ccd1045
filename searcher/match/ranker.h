// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "glass/database.h"
#include "glass/values.h"
#include "match/compile.h"

namespace nsearch::searcher::match {

struct Ranked {
  std::uint32_t document = 0;
  double weight = 0;
  mutable std::uint64_t id_beginning = 0;  ///< read only where weights are equal; 0: not yet
  mutable std::string id;                  ///< read only where these are equal as well
};

/// Finds the best documents of a query: by weight, and by id where weights are equal.
///
/// Alternatives are merged by MaxScore (Turtle and Flood, Query evaluation: strategies and optimizations, 1995): once enough
/// documents are found, lists that can't bring a document into the best are only looked into for documents that the
/// others bring. The bar is set at the start by the documents of the rarest lists. What all must match is led by its
/// rarest part. Lives within one reading of the database.
class Ranker {
 public:
  /// `best`: how many are wanted; above 0. `exact_up_to`: as many are counted before any is passed over.
  Ranker(const glass::Database& database, AllOf::Parts parts, std::size_t best, std::size_t exact_up_to);

  /// The best, in order.
  std::vector<Ranked> rank();

  /// After rank(): how many documents match.
  const Counts& counts() const { return counts_; }

 private:
  struct Scorer {
    Node* node = nullptr;
    double beyond = 0;     ///< the most that this and all later ones weigh
    bool certain = false;  ///< a phrase: whatever is scored has all its words
  };
  /// Lists that bring no document among the best, perhaps.
  struct Beside {
    std::vector<Node*> members, optional;
  };

  void find_scorers();
  void add_scorer(Node& node, bool certain);
  void rank_alternatives(AnyOf& any);
  void rank_conjunction();
  void rank_conjunction_by_windows(std::size_t gathered);
  std::size_t worth_gathering() const;
  void find_hopeful(double rest, bool all);
  double gather_further(const Beside& beside, std::size_t first, double rest);
  void take_hopeful(AnyOf& any, double rest, bool enough);
  bool more_than_counted(const AnyOf& any) const;
  void take_match(std::uint32_t document, bool hopeless);
  void set_bar(AnyOf& any);
  double least_weight(std::uint32_t document);
  std::vector<std::uint32_t> documents_of_rarest(AnyOf& any);
  bool excluded(std::uint32_t document);
  bool matches_all(std::uint32_t document, std::size_t gathered);
  bool phrases_hold(std::uint32_t document);
  bool below_bar(double weight) const { return weight * slack < bar_; }
  /// Whether a document of the window is below the bar, were it to have `rest` besides what was gathered.
  bool hopeless(std::uint32_t document, double rest) const {
    constexpr double coarse = 1 + 1e-5;  // what sums of single precision may lack
    return below_bar((window_.sum(document) + rest) * coarse);
  }
  bool score(std::uint32_t document, bool may_stop, double& weight);
  bool passes_over() const { return counted_ >= exact_up_to_; }
  void offer(std::uint32_t document, double weight);
  bool better(const Ranked& a, const Ranked& b);
  bool before_by_id(const Ranked& a, const Ranked& b);
  std::uint64_t id_beginning(const Ranked& one);
  const std::string& id(const Ranked& one);
  void rank_unweighed();
  void take_unweighed(std::uint32_t document);
  void estimate_counts(const Counts& bounds);

  static constexpr double slack = 1 + 1e-9;  // sums in another order may differ as much

  const glass::Database& database_;
  const Bm25 bm25_;
  Window window_;
  glass::ValueReader ids_;
  AllOf parts_;
  const Node* leading_ = nullptr;  ///< of `required`: brings the documents
  std::vector<Phrase*> phrases_;   ///< of `required`: their places are read last
  std::vector<Scorer> scorers_;    ///< the heaviest first
  std::size_t wanted_, exact_up_to_;
  std::vector<Ranked> best_;  ///< a heap, the worst first
  double bar_ = -1;           ///< what weighs less is not among the best
  std::uint64_t counted_ = 0, unsure_ = 0, refused_ = 0;
  std::vector<std::uint32_t> hopeful_;  ///< documents of the window
  bool passed_over_ = false;
  Counts counts_;
};

}  // namespace nsearch::searcher::match
