// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/document.h"
#include "nsearch/query.h"

/// Evaluates syntax trees on the tokens of documents, one by one, as docs/query-language.md says: slowly, and
/// without Xapian, planner or verifier. No stop words in bags, no filters.
class SlowSearch {
 public:
  SlowSearch(const std::vector<nsearch::StoredDocument>& documents, std::vector<std::string> languages);

  /// The ids of the documents that match, ordered and separated by spaces.
  std::string set(const nsearch::QueryNode& root);

 private:
  struct Word {
    std::string surface, exact, stem;
    std::vector<std::string> parts;  ///< stems of a compound's parts
    bool stop_word = false, joined = false, number = false;
    unsigned position = 0;
    bool title = false;
    unsigned sentence = 0, paragraph = 0;
  };
  struct Text {
    std::string id, language;
    std::vector<Word> words;
  };
  using Span = std::pair<unsigned, unsigned>;
  using Spans = std::set<Span>;
  using Stems = std::set<std::pair<std::string, std::string>>;  ///< language and stem

  void read(Text& out, const std::string& text, unsigned position, bool title);
  bool holds(const nsearch::QueryNode& node, const Text& text);
  bool has_word(const nsearch::QueryNode& node, const Text& text);
  Spans spans(const nsearch::QueryNode& node, const Text& text);
  Spans word_spans(const nsearch::QueryNode& node, const Text& text);
  Spans phrase_spans(const nsearch::QueryNode& node, const std::string& words, const Text& text,
                     bool inflected);
  const std::set<std::string>& forms(const std::string& word);
  const Stems& stems(const std::string& word);

  std::vector<Text> texts_;
  std::vector<nsearch::Analyzer> analyzers_;
  nsearch::Analyzer neutral_{"und"};
  std::set<std::pair<std::string, std::string>> spellings_;  ///< surface and exact forms of all documents
  std::map<std::string, std::set<std::string>> forms_;
  std::map<std::string, Stems> stems_;
};
