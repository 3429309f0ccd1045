// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "translate/dictionaries.h"

namespace nsearch::searcher {

/// What a translation counts of the word's own weight.
inline constexpr double translated_weight = 0.8;

/// What words of one language are in others, as an index has it.
class TranslatedWords {
 public:
  /// `dictionaries` must outlive it.
  TranslatedWords(Dictionaries& dictionaries, std::string language)
      : dictionaries_(dictionaries), language_(std::move(language)) {}

  /// Whether there is no dictionary at all.
  bool empty() const { return dictionaries_.empty(); }

  /// Those that words can be translated into.
  std::vector<std::string> languages() const { return dictionaries_.sources(language_); }

  struct Translated {
    std::string text;  ///< as the dictionary has it
    std::string term;  ///< its stem, as a term
  };

  /// The likeliest first; translations of several words are left out.
  const std::vector<Translated>& of(const std::string& word, const std::string& into);

 private:
  Dictionaries& dictionaries_;
  std::string language_;
  std::map<std::string, std::unordered_map<std::string, std::vector<Translated>>> known_;  ///< by language
};

}  // namespace nsearch::searcher
