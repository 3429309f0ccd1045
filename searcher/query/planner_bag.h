// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "query/planner_words.h"

namespace nsearch::searcher {

/// Words side by side, and what stands among them: the one place that knows what a stop word may do. See
/// Planner.
class Bag {
 public:
  /// `wanted`: its words mark texts.
  Bag(WordPlanner& words, ImplicitOperator implicit, bool wanted)
      : planner_(words), implicit_(implicit), wanted_(wanted) {}

  void add_word(const QueryNode& node);  ///< a word combined by the implicit operator
  /// Likewise a phrase or a group. `checked`: not every document that it matches is meant.
  void add_clause(Xapian::Query query, bool checked);
  void require(Xapian::Query query);  ///< must match
  void exclude(Xapian::Query query);  ///< must not match
  void filter(Xapian::Query query);   ///< must match, weighs nothing

  bool empty() const;
  Xapian::Query query();
  /// After query(): what it finds by words and clauses that need no check.
  Xapian::Query unchecked() const;
  /// Whether any word or clause brings documents, because nothing is required.
  bool any_brings() const { return implicit_ == ImplicitOperator::or_ && required_.empty(); }
  bool all_needed() const { return implicit_ == ImplicitOperator::and_; }

 private:
  struct Member {
    PlannedWord word;
    std::vector<std::string> optional_in;  ///< languages whose documents may lack it
    bool everywhere = false;               ///< may be lacking in all languages
  };
  /// Where a word stands among all that was added.
  struct Standing {
    std::size_t member = 0;
    std::size_t place = 0;
    bool again = false;  ///< it stood before
  };

  std::vector<std::vector<PlannedWord*>> side_by_side(bool again_too);

  void plan_word(const QueryNode& node);
  void relate_neighbours();
  void settle_stop_words();
  void keep_rarest();
  std::vector<std::string> languages_of_stop_words_only() const;
  Xapian::Query all_words();
  Xapian::Query any_word(const std::vector<Xapian::Query>& clauses) const;
  Xapian::Query filtered(Xapian::Query query) const;

  WordPlanner& planner_;
  ImplicitOperator implicit_;
  bool wanted_;
  std::vector<Member> members_;
  std::size_t added_ = 0;
  std::vector<Standing> standing_;
  /// By their texts, so that repeated words are passed over: the first and the end of the members that they became.
  std::map<std::string, std::pair<std::size_t, std::size_t>> texts_;
  std::vector<Xapian::Query> clauses_;
  std::vector<Xapian::Query> unchecked_clauses_;
  std::vector<Xapian::Query> required_;
  std::vector<Xapian::Query> excluded_;
  std::vector<Xapian::Query> filters_;
  QueryNode last_;
};

}  // namespace nsearch::searcher
