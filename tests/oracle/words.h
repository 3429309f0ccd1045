// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "nsearch/analyzer.h"
#include "oracle/collection.h"

namespace oracle {

/// One word of a query, as every language of the search sees it.
struct QueryWord {
  std::string surface;
  std::string exact;
  std::string typed;
  bool number = false;
  bool capitals = false;
  std::set<std::string> stop_in;                       ///< languages in which it is a stop word
  std::set<std::string> stems;                         ///< "fr:stem", in the languages where it is none
  std::set<std::string> accented;                      ///< likewise those that it has with other accents
  std::map<std::string, std::set<std::string>> parts;  ///< of a compound, "nl:stem", by language
  std::set<std::string> forms;                         ///< the surface forms of the index that stand for it
  std::vector<std::vector<std::string>> apart;         ///< itself, read as several words
};

/// The words in a stretch of a query.
struct QueryWords {
  std::vector<QueryWord> words;
  std::string joined;  ///< all of them written as one, where the text connects them
};

/// Looks words up, each once.
class WordReader {
 public:
  /// `languages`: of the search.
  WordReader(const Collection& collection, std::vector<std::string> languages);

  const QueryWords& words(const std::string& text);
  const std::vector<std::string>& languages() const { return languages_; }

 private:
  QueryWords read(const std::string& text);
  void add_stems(nsearch::Analyzer& analyzer, QueryWord& word);
  void add_forms(QueryWord& word) const;
  void learn(nsearch::Analyzer& analyzer, const std::string& surface, const std::string& spelling);

  const Collection& collection_;
  std::vector<std::string> languages_;
  std::vector<nsearch::Analyzer> analyzers_;
  nsearch::Analyzer neutral_{"und"};
  nsearch::AnalyzedText text_;
  std::unordered_map<std::string, std::set<std::string>> forms_;  ///< surface forms by "fr:stem"
  std::unordered_set<std::string> held_;                          ///< "fr:stem", of the articles
  std::unordered_map<std::string, QueryWords> known_;
};

}  // namespace oracle
