// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <set>
#include <string>
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
  void add_clause(Xapian::Query query);  ///< likewise a phrase or a group
  void require(Xapian::Query query);     ///< must match
  void exclude(Xapian::Query query);     ///< must not match
  void filter(Xapian::Query query);      ///< must match, weighs nothing

  bool empty() const;
  Xapian::Query query();

 private:
  struct Member {
    PlannedWord word;
    std::vector<std::string> optional_in;  ///< languages whose documents may lack it
    bool everywhere = false;               ///< may be lacking in all languages
  };

  void settle_stop_words();
  void keep_rarest();
  std::vector<std::string> languages_of_stop_words_only() const;
  Xapian::Query all_words();
  Xapian::Query any_word();
  Xapian::Query filtered(Xapian::Query query) const;

  WordPlanner& planner_;
  ImplicitOperator implicit_;
  bool wanted_;
  std::vector<Member> members_;
  std::set<std::string> texts_;  ///< of words added, to pass over repeated ones
  std::vector<Xapian::Query> clauses_;
  std::vector<Xapian::Query> required_;
  std::vector<Xapian::Query> excluded_;
  std::vector<Xapian::Query> filters_;
  QueryNode last_;
};

}  // namespace nsearch::searcher
