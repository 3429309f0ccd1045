// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "query/planner_analysis.h"

namespace nsearch::searcher {

/// What the words of queries became by analysis, for whoever plans thousands of queries again and again: a word typed without
/// accents is stemmed in dozens of spellings in each language. Not thread-safe.
class AnalysisMemo {
 public:
  /// As the free function of that name; looked up where it is known. Lives as long as this object.
  const AnalysedWords& analyse_words(std::string_view text, const std::vector<Analyzer*>& analyzers,
                                     Analyzer& neutral);

  /// What is known, as bytes; `only_asked_for`: since read().
  std::string write(bool only_asked_for) const;
  /// Takes what write() gave; anything else is taken for nothing known.
  void read(std::string_view bytes);
  /// Whether write() would give something else than was read.
  bool changed(bool only_asked_for) const {
    return added_ || (only_asked_for && asked_for_ != known_.size());
  }

 private:
  struct Entry {
    AnalysedWords words;
    bool asked_for = false;
  };
  std::unordered_map<std::string, Entry> known_;  ///< by languages and text
  std::string key_;
  std::size_t asked_for_ = 0;
  bool added_ = false;
};

/// By the memo where there is one.
AnalysedWords analysed_by(AnalysisMemo* memo, std::string_view text, const std::vector<Analyzer*>& analyzers,
                          Analyzer& neutral);

}  // namespace nsearch::searcher
