// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "nsearch/analyzer.h"

namespace nsearch::searcher {

/// One word of a query, as every language sees it.
struct WordForms {
  std::string typed;  ///< as it stands in the text
  std::string surface;
  std::string exact;
  bool number = false;
  bool capitals = false;
  std::vector<std::pair<std::string, std::string>> stems;  ///< language and stem, where it is no stop word
  /// The stems of a compound's parts, by language.
  std::vector<std::pair<std::string, std::vector<std::string>>> parts;
  std::vector<std::string> stop_in;  ///< languages in which it is a stop word
  /// Further stems that it has with other accents than were typed, by language: see accented_stems().
  std::vector<std::pair<std::string, std::string>> accented;
};

/// The words in a stretch of query text.
struct AnalysedWords {
  std::vector<WordForms> words;
  std::string joined;  ///< all of them as one, where the text connects them ("deepseekv3"); else empty
};

/// Analyses `text` in each language of `analyzers` (not null). `neutral` finds the words themselves, which
/// are the same in every language.
AnalysedWords analyse_words(std::string_view text, const std::vector<Analyzer*>& analyzers,
                            Analyzer& neutral);

/// Their languages, for what is kept by them: each with a space behind it.
std::string joined_languages(const std::vector<Analyzer*>& analyzers);

/// What words of queries became, as long as analyzers and protected words stay: finding the stems that a word has with other
/// accents is dear, and words come again. Not thread-safe.
class AnalysisMemory {
 public:
  /// As analyse_words(). Valid until the next call.
  const AnalysedWords& analyse(std::string_view text, const std::vector<Analyzer*>& analyzers,
                               Analyzer& neutral);

 private:
  static constexpr std::size_t most_known = 4096, longest = 100;

  std::unordered_map<std::string, AnalysedWords> known_;
  AnalysedWords last_;
};

}  // namespace nsearch::searcher
