// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "query/planner.h"
#include "query/planner_analysis.h"
#include "query/planner_vocabulary.h"

namespace nsearch::searcher {

/// A word of the query as terms of the index.
struct PlannedWord {
  Xapian::Query by_stem;     ///< its stems in the languages where it is no stop word
  Xapian::Query by_surface;  ///< the form as typed, in every language
  Xapian::Query by_accents;  ///< the stems that it has with other accents, in every language
  std::vector<std::string> stop_in;
  bool capitals = false;
  Xapian::doccount documents = 0;  ///< of its most frequent term
  std::vector<WordForms> forms;
  std::string joined;
  bool exact = false;

  Xapian::Query whole() const;
};

/// Turns words and phrases into queries, and writes down what they became.
class WordPlanner {
 public:
  WordPlanner(std::vector<Analyzer*> analyzers, Analyzer& neutral, Vocabulary& vocabulary,
              const PlanOptions& options, QueryPlan& out)
      : analyzers_(std::move(analyzers)),
        neutral_(neutral),
        vocabulary_(vocabulary),
        options_(options),
        out_(out) {}

  /// The languages that words are stemmed in.
  std::vector<std::string> languages() const;

  /// A word node. Nothing where it holds no word (a lone dash). Several where a plain text connects words.
  std::vector<PlannedWord> word(const QueryNode& node);

  /// A phrase node; an empty query where no document holds all its words. `found` is false where it holds no
  /// word.
  Xapian::Query phrase(const QueryNode& node, bool& found);

  /// Notes what to mark in texts. `as_stop_word`: even where the text's language has it as a stop word.
  void mark(const PlannedWord& word, bool as_stop_word);
  void mark_phrase(const QueryNode& node);
  void mark_phrase(MatchSet::Phrase phrase);

  void hint(const QueryNode& node, std::string message);

  /// Says how many unknown words were not named one by one; call it once, at the end.
  void hint_at_further_unknown(const QueryNode& root);

 private:
  PlannedWord single(const WordForms& forms, const QueryNode& node, ExplainedWord& explained);
  PlannedWord connected(const AnalysedWords& words, const QueryNode& node, ExplainedWord& explained);
  PlannedWord exact(const WordForms& forms, const QueryNode& node, ExplainedWord& explained);
  Xapian::Query same_place(const std::vector<WordForms>& words, bool exact, const QueryNode& node,
                           ExplainedWord& explained);
  Xapian::Query stems(std::string_view prefix, const char* role, const WordForms& forms, PlannedWord& planned,
                      ExplainedWord& explained);
  Xapian::Query accents(const WordForms& forms, const QueryNode& node, PlannedWord& planned,
                        ExplainedWord& explained);
  Xapian::Query term(const char* role, std::string_view prefix, const std::string& form,
                     ExplainedWord& explained, Xapian::doccount* documents = nullptr);
  void explain(ExplainedWord&& explained);
  void hint_unknown(const QueryNode& node, const std::string& word);

  std::vector<Analyzer*> analyzers_;
  Analyzer& neutral_;
  Vocabulary& vocabulary_;
  const PlanOptions& options_;
  QueryPlan& out_;
  std::size_t unknown_ = 0;  ///< words that no document holds
};

}  // namespace nsearch::searcher
