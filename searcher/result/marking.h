// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/document.h"
#include "query/planner.h"

namespace nsearch::searcher {

/// A word of a text. Offsets in bytes and in characters.
struct TextWord {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t first_character = 0, last_character = 0;
  Boundary boundary = Boundary::none;
};

/// A stretch that matches the query.
struct TextMatch {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t first = 0, last = 0;  ///< its words in MatchedText::words
  std::uint32_t word = 0;             ///< of the query
};

struct MatchedText {
  std::vector<TextWord> words;
  std::vector<TextMatch> matches;  ///< ordered by begin; may overlap
};

/// Finds the words of a query in a text, by the analysis that indexed it. Not thread-safe.
class Marker {
 public:
  /// `spans` must be ordered; without any the whole text is in `language`. Of a text longer than `most_bytes`
  /// only its beginning is looked at. `out` is overwritten, its memory reused.
  void mark(std::string_view text, const std::vector<LanguageSpan>& spans, const std::string& language,
            const MatchSet& query, MatchedText& out);

  static constexpr std::size_t most_bytes = 200 * 1024;

 private:
  void mark_span(std::string_view text, std::size_t begin, std::size_t end, const std::string& language,
                 const MatchSet& query, MatchedText& out);

  ProtectedWords protected_words_;  ///< of analyzers_
  std::map<std::string, Analyzer> analyzers_;
  AnalyzedText analyzed_;
  std::vector<const Token*> tokens_;  ///< the words among the tokens
};

}  // namespace nsearch::searcher
