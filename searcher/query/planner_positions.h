// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/planner.h"
#include "query/planner_vocabulary.h"
#include "query/planner_words.h"
#include "query/word_expansion.h"
#include "verify/check.h"

namespace nsearch::searcher {

/// What a node of the syntax tree became.
struct Planned {
  Xapian::Query query;
  bool vanished = false;           ///< it held no word, and is as if it had not been written
  Xapian::doccount documents = 0;  ///< of the most frequent term, where that is known
  /// Whether a document that matches `query` is meant. Null: each is.
  CheckPointer check = nullptr;
  bool check_suffices = true;  ///< `check` holds of no document that `query` does not match

  static Planned nothing() { return {Xapian::Query(), true}; }
};

/// A check that says of any document whether `planned` means it.
CheckPointer whole_check(const Planned& planned);
CheckPointer combined_check(Check::Kind kind, std::vector<CheckPointer> children);

/// Plans what depends on where words stand: the positional operators, phrases, and words that Xapian can't
/// find by terms alone (in the body only; without accents only). docs/query-language.md says what they mean.
///
/// What Xapian's OP_PHRASE decides is left to it; all else is found as a superset, with a check. OP_NEAR is
/// not used: of operands that meet in one form, or in one place (a joined word and the first of its words), it
/// loses hits. A window of two or three operands is an OR of OP_PHRASEs, one for each order.
class PositionPlanner {
 public:
  PositionPlanner(WordPlanner& words, std::vector<Analyzer*> analyzers, Analyzer& neutral,
                  Vocabulary& vocabulary, WordExpansion& expansion, const PlanOptions& options,
                  QueryPlan& out)
      : words_(words),
        analyzers_(std::move(analyzers)),
        neutral_(neutral),
        vocabulary_(vocabulary),
        expansion_(expansion),
        options_(options),
        out_(out) {}

  /// Whether a node is a word that is planned here.
  bool takes(const QueryNode& node);

  /// What a node is worth: a relation of which only one operand holds words is that operand.
  const QueryNode& worth(const QueryNode& node);

  /// A positional operator, a phrase, or a word that takes() says. `wanted`: its words mark texts. Sets
  /// `out.diagnostic` where an operand is none.
  Planned plan(const QueryNode& node, bool wanted);

 private:
  using Terms = std::vector<std::string>;

  /// An operand of a positional operator.
  struct Operand {
    PlaceQuery places;
    Xapian::Query query;               ///< documents that may have it; weighs what its words weigh as terms
    bool exact = false;                ///< it has it in all of these
    std::vector<Xapian::Query> ranks;  ///< its words, each as it would rank by itself
    std::vector<Terms> words;          ///< where it is words side by side: the terms of each; else empty
    bool vanished = false;
  };

  bool holds_words(const QueryNode& node);
  Operand operand(const QueryNode& node, const QueryNode& within, bool wanted);
  Operand operand_at_par(const QueryNode& node, const QueryNode& within, bool wanted);
  Operand word(const QueryNode& node, bool wanted);
  Operand expanded_word(const QueryNode& node, const AnalysedWords& words,
                        const std::vector<PlannedWord>& planned);
  static Operand either(Operand one, Operand other);
  Operand connected_word(const QueryNode& node, const AnalysedWords& words);
  Operand phrase(const QueryNode& node, bool wanted);
  Operand any_of(const QueryNode& node, const QueryNode& within, bool wanted);
  Operand combined(const QueryNode& node, bool wanted);
  Operand refused(const QueryNode& node, const QueryNode& within);

  Planned at_least(const QueryNode& node, bool wanted);
  Planned body_word(const QueryNode& node, const WordForms& forms, bool wanted);
  Planned exact_word(const QueryNode& node, const WordForms& forms, bool wanted);
  Planned ranked(Operand operand, std::uint32_t number) const;

  Operand one_word(Terms terms, Place place);
  Operand spelt(const WordForms& forms, Place place);
  Operand side_by_side(std::vector<Operand> words, Place place);
  Xapian::Query within_window(const QueryNode& node, const std::vector<Operand>& operands, bool& exact) const;

  Terms forms(const WordForms& word, const QueryNode& node);
  Terms held(const std::string& surface);
  Xapian::Query rank_of(const std::vector<PlannedWord>& words, bool wanted);
  void explain_forms(const Terms& forms);

  WordPlanner& words_;
  std::vector<Analyzer*> analyzers_;
  Analyzer& neutral_;
  Vocabulary& vocabulary_;
  WordExpansion& expansion_;
  const PlanOptions& options_;
  QueryPlan& out_;
};

}  // namespace nsearch::searcher
