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
#include "result/stem_counts.h"

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
  std::vector<TextWord> words;     ///< of the paragraphs that were asked for
  std::vector<TextMatch> matches;  ///< ordered by begin; may overlap
};

/// Finds the words of a query in a text, by the analysis that indexed it. Not thread-safe.
class Marker {
 public:
  /// `spans` must be ordered; without any the whole text is in `language`. Of a text longer than `most_bytes`
  /// only its beginning is looked at. `out` is overwritten, its memory reused.
  ///
  /// `counts`, where given, are the stems that there are to be found, and are counted down. Stemming and
  /// splitting cost far more than segmentation, and few words have a stem of the query: those that look
  /// like it are stemmed first, and the others only while some are still missing. Paragraphs in which nothing is
  /// to be found are not even segmented, but for those within `room` characters of a match (or, without any, of the
  /// beginning). The matches are the same.
  void mark(std::string_view text, const std::vector<LanguageSpan>& spans, const std::string& language,
            const MatchSet& query, std::vector<StemCount>* counts, std::size_t room, MatchedText& out);

  static constexpr std::size_t most_bytes = 200 * 1024;

 private:
  using Forms = MatchSet::Forms;

  /// A part of a compound that matches.
  struct PartMatch {
    std::size_t token = 0;
    const MatchSet::Form* form = nullptr;
  };

  /// A paragraph, or a part of one in one language.
  struct Stretch {
    std::size_t begin = 0;
    std::string_view text;
    const std::string* language = nullptr;
    const Forms* stems = nullptr;
    enum { unread, neutral, stemmed } analysis = unread;  // neutral: `forms` and `parts` have what was found
    AnalyzedText analyzed;
    std::vector<const MatchSet::Form*> forms;  // by token
    std::vector<bool> looked_at;               // by token
    std::vector<PartMatch> parts;
  };

  Analyzer& analyzer(const std::string& language);
  void divide(std::string_view text, const std::vector<LanguageSpan>& spans, const std::string& language,
              const MatchSet& query);
  void add_stretches(std::string_view text, std::size_t begin, std::size_t end, const std::string& language,
                     const MatchSet& query);
  bool match_by_counts(const MatchSet& query, std::vector<StemCount>& counts);
  bool read(Stretch& stretch, const MatchSet& query, std::vector<StemCount>& counts);
  void read_neutral(Stretch& stretch);
  static bool is_match(const Stretch& stretch, std::size_t number);
  void read_around_matches(const MatchSet& query, std::size_t room);
  bool look_at(Stretch& stretch, std::size_t number, const MatchSet& query, std::vector<StemCount>& counts);
  void emit(const Stretch& stretch, const MatchSet& query, MatchedText& out);
  void emit_phrases(const MatchSet& query, std::size_t first, MatchedText& out) const;

  ProtectedWords protected_words_;  ///< of analyzers_
  std::map<std::string, Analyzer> analyzers_;
  std::vector<Stretch> stretches_;  ///< the first `used_` of them; their memory is reused
  std::size_t used_ = 0;
  AnalyzedText word_;
  std::vector<const Token*> tokens_;  ///< the words among the tokens of a stretch
};

}  // namespace nsearch::searcher
