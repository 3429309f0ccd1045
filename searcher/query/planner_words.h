// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "query/expansion.h"
#include "query/planned_word.h"
#include "query/planner.h"
#include "query/planner_analysis.h"
#include "query/planner_memory.h"
#include "query/planner_translations.h"
#include "query/planner_vocabulary.h"
#include "query/wildcard.h"

namespace nsearch::searcher {

/// `query` with a part of its weight.
Xapian::Query scaled(const Xapian::Query& query, double factor);

ExplainedWord explained_word(const QueryNode& node);

/// Turns words and phrases into queries, and writes down what they became.
class WordPlanner {
 public:
  WordPlanner(std::vector<Analyzer*> analyzers, Analyzer& neutral, Vocabulary& vocabulary,
              PlannerMemory& memory, const PlanOptions& options, QueryPlan& out,
              TranslationPlanner* translations = nullptr)
      : analyzers_(std::move(analyzers)),
        neutral_(neutral),
        memory_(memory),
        vocabulary_(vocabulary),
        options_(options),
        out_(out),
        translations_(translations) {}

  /// The languages that words are stemmed in.
  std::vector<std::string> languages() const;

  /// A word node. Nothing where it holds no word (a lone dash). Several where a plain text connects words.
  std::vector<PlannedWord> word(const QueryNode& node);
  /// The same without what it is in other languages.
  std::vector<PlannedWord> untranslated_word(const QueryNode& node);

  /// A phrase node; an empty query where no document holds all its words. `found` is false where it holds no
  /// word.
  Xapian::Query phrase(const QueryNode& node, bool& found);

  /// Words that stand side by side in the query are also what is written as one word (deepseek v3: deepseekv3).
  void join(const std::vector<PlannedWord*>& words);
  /// They are also the synonyms and translations of several words. None comes twice, and all are joined.
  void relate(const std::vector<PlannedWord*>& words);

  /// Notes what to mark in texts. `as_stop_word`: even where the text's language has it as a stop word.
  void mark(const PlannedWord& word, bool as_stop_word);
  void mark_phrase(const QueryNode& node);
  void mark_phrase(MatchSet::Phrase phrase);

  void hint(const QueryNode& node, std::string message);

  /// For a part of an index: what is planned is not decided by it. Gives whether it is one.
  bool leave_to_whole();

  /// Says how many unknown words were not named one by one; call it once, at the end.
  void hint_at_further_unknown(const QueryNode& root);

 private:
  PlannedWord single(const WordForms& forms, const QueryNode& node, ExplainedWord& explained);
  PlannedWord connected(const AnalysedWords& words, const QueryNode& node, ExplainedWord& explained);
  PlannedWord exact(const WordForms& forms, const QueryNode& node, ExplainedWord& explained);
  std::vector<PlannedWord> planned_words(const QueryNode& node);
  bool is_kept(const QueryNode& node) const;
  std::string memory_key(const QueryNode& node) const;
  std::vector<PlannedWord> newly_planned_words(const QueryNode& node);
  void add_splits(const WordForms& forms, const QueryNode& node, PlannedWord& planned,
                  ExplainedWord& explained);
  void add_joined(const std::vector<PlannedWord*>& words, std::size_t first, std::size_t end);
  void add_synonyms(const std::vector<PlannedWord*>& words, std::size_t least);
  void add_synonym(const std::vector<PlannedWord*>& words, std::size_t first, std::size_t end,
                   const std::string& synonym);
  void add_translations(const std::string& text, const QueryNode& node, PlannedWord& planned,
                        ExplainedWord& explained);
  static void add_translation(PlannedWord& planned, const TranslatedWord& translated, double share);
  void translate_together(const std::vector<PlannedWord*>& words);
  bool translate_run(const std::vector<PlannedWord*>& words, std::size_t first, std::size_t end);
  std::vector<PlannedWord> pattern(const QueryNode& node);
  PlannedWildcard wildcard(const WildcardPattern& pattern, const QueryNode& node, ExplainedWord& explained);
  PlannedWildcard known_wildcard(const QueryNode& node, ExplainedWord& explained);
  void add_similar(const std::string& form, const QueryNode& node, PlannedWord& planned,
                   ExplainedWord& explained);
  using Walk = std::function<void(const Xapian::Database& database, Expansion& out)>;
  Expansion expansion_of(std::size_t most, const Walk& walk);
  bool has_stem_in_whole(const WordForms& forms, const QueryNode& node);
  Xapian::Query expanded(const std::vector<ExpandedForm>& forms, const QueryNode& node, PlannedWord& planned,
                         ExplainedWord& explained);
  Xapian::Query same_place(const std::vector<WordForms>& words, bool exact, const QueryNode& node,
                           ExplainedWord& explained);
  Xapian::Query stems(std::string_view prefix, const char* role, const WordForms& forms, PlannedWord& planned,
                      ExplainedWord& explained);
  Xapian::Query accents(const WordForms& forms, const QueryNode& node, PlannedWord& planned,
                        ExplainedWord& explained);
  Xapian::Query term(const char* role, std::string_view prefix, const std::string& form,
                     ExplainedWord& explained, Xapian::doccount* documents = nullptr);
  void mark_parts(const WordForms& forms, const MatchSet::Form& form);
  Xapian::Query part(const std::string& language, const std::string& stem, ExplainedWord& explained);
  Xapian::Query by_parts(const WordForms& forms, ExplainedWord& explained);
  void explain(ExplainedWord&& explained);
  void hint_unknown(const QueryNode& node, const std::string& word);

  std::vector<Analyzer*> analyzers_;
  Analyzer& neutral_;
  PlannerMemory& memory_;
  Vocabulary& vocabulary_;
  const PlanOptions& options_;
  QueryPlan& out_;
  TranslationPlanner* translations_;  ///< may be null
  std::size_t unknown_ = 0;           ///< words that no document holds
};

}  // namespace nsearch::searcher
