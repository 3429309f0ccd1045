// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <deque>
#include <filesystem>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "nsearch/analyzer.h"
#include "translate/dictionary.h"

namespace nsearch::searcher {

/// Where a folder of state keeps its dictionaries, and their files by name.
std::filesystem::path dictionaries_folder(const std::string& state);
std::vector<std::filesystem::path> dictionary_files(const std::string& state);

/// The dictionaries of one or several folders of state, as one. Not thread-safe.
class Dictionaries {
 public:
  /// Throws as Dictionary.
  explicit Dictionaries(const std::vector<std::string>& states);

  bool empty() const { return dictionaries_.empty(); }

  /// Languages with words that have translations into `to`, straight or through a third language; without `to`.
  std::vector<std::string> sources(const std::string& to) const;

  /// All languages that any dictionary has.
  const std::vector<std::string>& languages() const { return languages_; }

  /// The translations of a word of `from` into `to`, the likeliest first, shares adding up to 1; none where no dictionary
  /// has it. Both directions of a pair count alike: what both have comes first. A word that no dictionary of the pair has
  /// is looked up through each third language. The key is as key_of() makes it.
  const std::vector<Translation>& translations(const WordKey& key, const std::string& from,
                                               const std::string& to);

  /// The key of a text in that language; and those of the parts of a compound, if it is one word and one.
  WordKey key(std::string_view text, const std::string& language);
  std::vector<WordKey> parts(std::string_view text, const std::string& language);

  /// Whether any dictionary has this word of `from`.
  bool knows(const WordKey& key, const std::string& from);

 private:
  using Question = std::tuple<std::string, std::string, WordKey>;

  std::vector<Translation> direct(const WordKey& key, const std::string& from, const std::string& to);
  std::vector<Translation> through(const WordKey& key, const std::string& from, const std::string& to);
  bool has_pair(const std::string& from, const std::string& to) const;
  Analyzer& analyzer(const std::string& language);

  std::deque<Dictionary> dictionaries_;
  std::vector<std::string> languages_;
  std::map<std::string, Analyzer> analyzers_;
  std::map<Question, std::vector<Translation>> known_;
  AnalyzedText buffer_;
};

}  // namespace nsearch::searcher
