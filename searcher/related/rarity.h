// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "nsearch/analyzer.h"
#include "related/story.h"

namespace nsearch::searcher {

/// How rare words are. A word that is rare in the whole index may be an everyday one in one of its languages ("van"
/// among French articles): it counts as common as it is in the language where it is most common. In the documents
/// of a language it is counted by its stem there; a stop word is taken to be in half of them.
class Rarity {
 public:
  /// `languages`: of the index, and the story's. Of those with few documents only the stop words are known, for their
  /// counts say little. `database` must outlive it.
  Rarity(const Xapian::Database& database, const std::vector<std::string>& languages,
         const ProtectedWords& protected_words);

  /// Fills `documents`, `rarity` and `weight` of the words of `story`, which was read from `text`. `own`: the article
  /// itself is in the database. Throws Xapian::Error.
  void judge(std::string_view text, bool own, Story& story);

  /// How rare a term is among the documents of one language, as far as the whole index tells. Throws Xapian::Error.
  double among(const std::string& language, const std::string& term);

 private:
  struct Language {
    std::string code;
    Xapian::doccount documents = 0;
    Analyzer analyzer;
  };
  using Index = std::unordered_map<std::string_view, std::size_t>;
  void raise_shares(Language& language, std::string_view text, const Index& index, const Story& story,
                    std::vector<double>& shares);

  const Xapian::Database& database_;
  double all_;
  std::vector<Language> languages_;
  std::unordered_map<std::string, Xapian::doccount> frequencies_;
};

/// Gives words their weight: the rarer the more, and more to names (less so where the language capitalises other words
/// too) and numbers.
void weigh_words(Story& story);

}  // namespace nsearch::searcher
