// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "glass/shards.h"
#include "nsearch/analyzer.h"
#include "nsearch/query.h"
#include "nsearch/searcher.h"
#include "nsearch/synonyms.h"
#include "query/planner_dates.h"
#include "query/planner_memory.h"
#include "query/word_expansion.h"
#include "translate/dictionaries.h"
#include "verify/check.h"

namespace nsearch::searcher {

class AnalysisMemo;
class PartOfIndex;

/// What to mark in a text: the forms and stems that the query's words (those not negated) became.
struct MatchSet {
  struct Form {
    std::uint32_t word = 0;     ///< which of the query's words it belongs to
    bool as_stop_word = false;  ///< marked even where it is a stop word of the text's language
  };
  using Forms = std::map<std::string, Form, std::less<>>;
  struct Phrase {
    std::vector<std::vector<std::string>> words;  ///< the surface forms that each may have
    std::uint32_t word = 0;
  };

  Forms surfaces;                                   ///< in every language
  Forms exacts;                                     ///< accent-exact forms, in every language
  std::map<std::string, Forms, std::less<>> stems;  ///< by language
  std::vector<Phrase> phrases;                      ///< words side by side, marked as one
  ProtectedWords protected_words;                   ///< the index's: texts are analysed by them
  std::vector<double> rarity;                       ///< by word: the rarer in the index, the larger
};

/// A query ready to run.
struct QueryPlan {
  Xapian::Query query;
  CheckPointer check;          ///< set: `query` finds candidates, of which this holds of the hits
  CheckedTerms checked_terms;  ///< of `check`
  MatchSet matches;
  std::vector<ExplainedWord> words;    ///< only if asked for
  std::vector<QueryDiagnostic> hints;  ///< words that the index does not know, and the like; without column
  bool hangs_on_whole = false;         ///< planned for a part of an index: only a plan for all of it is right
  std::optional<QueryDiagnostic>
      diagnostic;  ///< set: a filter's value makes no sense, and `query` means nothing
};

struct PlanOptions {
  ImplicitOperator implicit = ImplicitOperator::and_;
  bool plain = false;    ///< words side by side are a text: connected words match one by one too
  bool explain = false;  ///< fill QueryPlan::words
  bool marks = true;     ///< fill QueryPlan::matches, of which else only `rarity` is there
  std::vector<std::string> languages;        ///< only documents in one of these; empty: all
  std::shared_ptr<const Synonyms> synonyms;  ///< may be none
  Clock clock = {};                          ///< for dates
  const glass::Shards* local = nullptr;      ///< the database, read where it lies; may be null
  bool remote = false;                       ///< a part of the database is: each frequency takes a round trip
  AnalysisMemo* memo = nullptr;              ///< where what words become is kept
  /// Set: planned for some of the database's documents only; a planner's part is always the same.
  PartOfIndex* part = nullptr;
  Dictionaries* dictionaries = nullptr;  ///< set: words are translated by these
  std::vector<std::string> translate;    ///< only into these languages; empty: all
};

/// From the syntax tree to a Xapian::Query: each word is analysed in every language that the index holds.
///
/// A word's set. A document matches a word when it holds the word's surface form, or its stem in the language
/// L of the passage, for every L in which the word is no stop word, or (for L likewise) a compound with that
/// stem among its parts. A word of several tokens (Deepseek-V3) matches as the phrase of its surface forms,
/// or joined to one form; a word that is written together elsewhere apart, or the other way round, likewise
/// (word_splits(), WordPlanner::join()). A phrase is its surface forms side by side.
///
/// In a ranked text a compound also finds documents that hold all its parts apart (aandelenkoersen: "koers van
/// aandelen"), with little weight.
///
/// Words side by side. With the implicit AND every word is required, only that documents of a language in
/// which it is a stop word may lack it. With the implicit OR any word may match, but a stop word brings no
/// document of its language: only its stems in other languages do. A word in capitals is no stop word, unless all of
/// more than three different words are; neither is any word in a language that has nothing but stop words in these
/// words ("être ou ne pas être"). A document in an undetermined language may lack any word that is a stop word
/// somewhere. Under AND, OR, NOT, + and - a word is always meant as such.
///
/// Exact words (=côté) match by the accent-exact form; where that equals the surface form (=cote), documents
/// are checked that hold accented forms as well. What depends on places: see PositionPlanner.
///
/// Holds analyzers: not thread-safe. Knows the index through `database` only (which must outlive plan()).
class Planner {
 public:
  /// `languages`: those that the index holds; `protected_words`: those that it protects.
  explicit Planner(std::vector<std::string> languages, const ProtectedWords& protected_words = {});
  QueryPlan plan(const QueryNode& root, const Xapian::Database& database, const PlanOptions& options);

  /// The index is another than at the last plan().
  void index_changed() {
    expansion_.forget();
    memory_.index_changed();
  }

 private:
  QueryPlan plan_once(const QueryNode& root, const Xapian::Database& database, const PlanOptions& options);

  ProtectedWords protected_words_;
  std::vector<Analyzer> analyzers_;  ///< one for each language
  Analyzer neutral_;                 ///< for what is the same in all
  WordExpansion expansion_;
  PlannerMemory memory_;
};

}  // namespace nsearch::searcher
