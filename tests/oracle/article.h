// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/document.h"

namespace oracle {

/// Where a token stands, and how it is spelt there.
struct Place {
  unsigned position = 0;
  bool title = false;
  std::string exact;
};

/// A document's tokens, put where docs/query-language.md ("Places") says that they stand.
struct Article {
  nsearch::StoredDocument document;
  std::unordered_set<std::string> languages;                   ///< its own, and those of its passages
  std::unordered_map<std::string, std::vector<Place>> places;  ///< by surface form; ascending
  std::unordered_set<std::string> title_stems, body_stems;     ///< "fr:stem"
  std::unordered_set<std::string> parts;                       ///< of compounds, "nl:stem"
  std::unordered_map<unsigned, unsigned> sentence,
      paragraph;                                        ///< by position: the number of the one it is in
  std::unordered_map<std::string, unsigned> frequency;  ///< how often, by surface form, "Z" + stem, ...
  unsigned length = 0;                                  ///< the sum of the above

  bool has_stem(const std::string& stem) const {
    return title_stems.count(stem) != 0 || body_stems.count(stem) != 0;
  }
};

/// Reads documents. Keeps an analyzer for each language.
class ArticleReader {
 public:
  Article read(nsearch::StoredDocument document);

 private:
  struct Passage {
    std::string_view text, rest;  ///< `rest`: what of the same field follows
    std::string language;
    bool title = false;
  };

  void add(Article& article, const Passage& passage);
  void add_token(Article& article, const Passage& passage, const nsearch::Token& token);
  nsearch::Boundary end_of(const Passage& passage, std::string_view tail);
  nsearch::Analyzer& analyzer(const std::string& language);

  std::map<std::string, nsearch::Analyzer> analyzers_;
  nsearch::AnalyzedText text_, rest_;
  unsigned position_ = 0;  ///< of the next word
  unsigned sentence_ = 0, paragraph_ = 0;
  unsigned lead_end_ = 0;  ///< the first position behind the lead; 0: there is none
};

}  // namespace oracle
