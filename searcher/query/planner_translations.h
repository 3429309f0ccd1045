// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nsearch/searcher.h"
#include "query/cognate_forms.h"
#include "query/planner_vocabulary.h"
#include "query/query_translator.h"

namespace nsearch::searcher {

/// What a word of the query is in other languages, as terms of the index.
struct TranslatedWord {
  Xapian::Query query;
  Xapian::doccount documents = 0;                          ///< of the most frequent term
  std::vector<std::pair<std::string, std::string>> stems;  ///< language and stem, to mark
  std::vector<std::vector<std::string>> phrases;           ///< surface forms side by side, likewise
};

/// Turns translations into queries. A translation is weighed as rare as its terms are in its own language, by the
/// share that it has of all of the word's translations. (Pirkola's structured queries, SIGIR 1998, weigh all alike and as
/// one word; shares as in Darwish and Oard's Probabilistic structured query methods, SIGIR 2003.)
class TranslationPlanner {
 public:
  /// `any_part`: of a compound that is translated by its parts any one will do.
  TranslationPlanner(QueryTranslator& translator, std::vector<Analyzer*> analyzers, Vocabulary& vocabulary,
                     bool any_part)
      : translator_(translator),
        analyzers_(std::move(analyzers)),
        vocabulary_(vocabulary),
        cognates_(vocabulary.database()),
        any_part_(any_part) {}

  /// One word, as it was typed.
  TranslatedWord word(const std::string& typed, bool in_title, ExplainedWord& explained);

  /// Words side by side; nothing where they are no headword.
  TranslatedWord several(const std::string& typed, bool in_title, ExplainedWord& explained);

 private:
  struct Out {
    TranslatedWord& word;
    ExplainedWord& explained;
    bool in_title;
  };

  Xapian::Query any_of(const std::vector<Translation>& translations, Analyzer& analyzer, Out& out);
  Xapian::Query by_parts(const std::string& typed, Analyzer& analyzer, Out& out);
  Xapian::Query by_cognates(const std::string& typed, Analyzer& analyzer, Out& out);
  Xapian::Query text(std::string_view translation, Analyzer& analyzer, const char* role, Out& out);
  Xapian::Query stem(const std::string& language, const std::string& stem, const char* role, Out& out);
  Xapian::Query phrase(const std::vector<std::string>& surfaces, const std::string& language, Out& out);

  QueryTranslator& translator_;
  std::vector<Analyzer*> analyzers_;
  Vocabulary& vocabulary_;
  CognateForms cognates_;
  bool any_part_;
};

}  // namespace nsearch::searcher
