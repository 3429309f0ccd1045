// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "nsearch/query.h"
#include "oracle/collection.h"
#include "oracle/relations.h"
#include "oracle/words.h"

namespace oracle {

/// Evaluates syntax trees, document by document, as docs/query-language.md says what they mean. Slow and plain on
/// purpose: no index, no planning.
class Evaluator {
 public:
  /// `languages`: the search is restricted to these; empty: to none.
  Evaluator(const Collection& collection, const std::vector<std::string>& languages = {});

  /// Of the search.
  WordReader& words() { return words_; }

  /// The ids of the documents that match.
  std::set<std::string> answer(const nsearch::QueryNode& root, nsearch::ImplicitOperator implicit);

 private:
  std::optional<nsearch::QueryNode> without_empty(const nsearch::QueryNode& node);
  bool matches(const nsearch::QueryNode& node, const Article& article);
  bool has_word(const nsearch::QueryNode& node, const Article& article);
  bool has_stem(const nsearch::QueryNode& node, const std::set<std::string>& stems, const Article& article);
  bool has_or_may_lack(const nsearch::QueryNode& word, const std::set<std::string>& languages,
                       const Article& article);
  bool only_stop_words_left(const std::vector<const nsearch::QueryNode*>& words,
                            const std::vector<std::set<std::string>>& stop_in);
  bool brings(const nsearch::QueryNode& node, const std::set<std::string>& stop_in, const Article& article);
  bool bag(const std::vector<nsearch::QueryNode>& children, const Article& article);
  bool is_plain_word(const nsearch::QueryNode& node);

  Spans spans(const nsearch::QueryNode& node, const Article& article);
  const std::set<std::string>& expansion(const nsearch::QueryNode& node);
  bool has_parts(const QueryWord& word, const Article& article) const;
  Spans word_spans(const nsearch::QueryNode& node, const Article& article);
  Spans phrase_spans(const nsearch::QueryNode& node, const Article& article);

  const Collection& collection_;
  bool restricted_;
  std::map<std::string, std::set<std::string>>
      expansions_;  ///< by the word's text, with its field and its signs
  WordReader words_;
  nsearch::ImplicitOperator implicit_ = nsearch::ImplicitOperator::and_;
};

}  // namespace oracle
