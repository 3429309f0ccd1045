// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/export.h"

/// Analysis: from a text to its tokens
/// ===================================
///
/// Indexing, querying and highlighting all use this one analysis.
///
///     nsearch::Analyzer french("fr");
///     nsearch::AnalyzedText text;
///     french.analyze("L’IA d’Openai, construite sur Deepseek-V3 : 16,86%", text);
///     for (const nsearch::Token& t : text.tokens()) ...
///
///     position  surface     stem       kind
///     1         ia          ia         word     the elided article is no token; its offsets are those of "IA"
///     2         openai      openai     word
///     3         construite  construir  word
///     4         sur                    word     stop_word
///     5         deepseek    deepseek   word
///     5..6      deepseekv3             joined   a run of connected words is also one word
///     6         v3          v3         word
///     7         16.86                  number
///
/// Segmentation, normalisation and elision are the same in every language, so positions, surface forms and exact
/// forms don't depend on the language; stems, stop words and compound parts do.
namespace nsearch {

enum class TokenKind : std::uint8_t {
  word,
  number,        ///< its surface is the value, decimal point and no thousands separators; never stemmed
  joined,        ///< words connected in the text by a hyphen, dot and the like, written as one; never stemmed
  compound_part  ///< a part of the word before it, with that word's position and offsets
};

/// What ends after a token.
enum class Boundary : std::uint8_t { none, sentence, paragraph };

/// One token. The views live as long as the AnalyzedText that holds the token is neither changed nor destroyed.
struct Token {
  std::string_view surface;    ///< case- and accent-folded, never empty (a compound part: the part's surface)
  std::string_view exact;      ///< case-folded, accents and a final 's kept
  std::string_view stem;       ///< stemmed with accents, then folded; empty for numbers, joined words
  std::uint32_t begin = 0;     ///< byte offset of the first byte in the text
  std::uint32_t end = 0;       ///< byte offset after the last byte
  std::uint32_t position = 0;  ///< of the (first) word, counted from 1 without gaps
  std::uint16_t span = 1;      ///< how many positions it covers; more than 1 only for joined
  TokenKind kind = TokenKind::word;
  Boundary boundary = Boundary::none;
  bool stop_word = false;  ///< a stop word of the analyzer's language
  bool capitals = false;   ///< two or more letters, all of them capital, in the text
};

/// Words that are never stemmed and never split, in any language: names that a stemmer takes for inflected words. An index
/// keeps those that it was made with, and everything that reads it analyses by them (`nsearch index --protect FILE`).
/// Copies share their content. Immutable, so thread-safe.
class NSEARCH_EXPORT ProtectedWords {
 public:
  ProtectedWords() = default;  ///< none

  /// `list`: UTF-8, a word a line; # begins a comment. A word is known by its surface form: case, accents and a final 's
  /// don't matter. Throws Error(usage) on a line that doesn't hold exactly one word, naming it by `name` and its number.
  static ProtectedWords parse(std::string_view list, std::string_view name = "protected words");

  bool contains(std::string_view surface) const;
  bool empty() const noexcept { return words_ == nullptr; }
  std::size_t size() const noexcept;

  /// Their surface forms, ordered, each with a line feed. Of equal words equal, and parse() reads it back.
  const std::string& text() const noexcept;

  friend bool operator==(const ProtectedWords& a, const ProtectedWords& b) noexcept {
    return a.text() == b.text();
  }
  friend bool operator!=(const ProtectedWords& a, const ProtectedWords& b) noexcept { return !(a == b); }

 private:
  struct Words;
  std::shared_ptr<const Words> words_;
};

/// The result of an analysis; owns the memory of its tokens. Reuse one to save allocations. Not thread-safe.
class NSEARCH_EXPORT AnalyzedText {
 public:
  AnalyzedText();
  AnalyzedText(AnalyzedText&&) noexcept;
  AnalyzedText& operator=(AnalyzedText&&) noexcept;
  ~AnalyzedText();

  /// Ordered by position, then: the word, its compound parts, the joined word that begins there.
  const std::vector<Token>& tokens() const noexcept { return tokens_; }
  /// The number of positions: the position of the last word, 0 in an empty text.
  std::uint32_t positions() const noexcept { return positions_; }

 private:
  friend class Analyzer;
  struct Arena;
  std::vector<Token> tokens_;
  std::uint32_t positions_ = 0;
  std::unique_ptr<Arena> arena_;
};

/// What one step of the chain made of a word: {"override", "stad"} for steden.
struct AnalysisStep {
  std::string step;
  std::string result;
};

/// A word of a text and what became of it, step by step.
struct WordSteps {
  std::uint32_t begin = 0;  ///< as of its token
  std::uint32_t end = 0;
  std::vector<AnalysisStep> steps;
};

/// Analyses texts of one language. Cheap to make (no file is read). Not thread-safe: one for each thread.
class NSEARCH_EXPORT Analyzer {
 public:
  /// `language`: a code as in languages(), or "und" (stems are then the surface forms). A language without a
  /// profile is analysed as "und". Never throws on an unknown code.
  explicit Analyzer(std::string_view language, const ProtectedWords& protected_words = {});
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

  const std::string& language() const noexcept;

  /// Replaces the content of `out` by the tokens of `utf8`, of which at most 4 GiB - 1 bytes are looked at. Bytes that
  /// are no UTF-8 separate words. Offsets refer to `utf8` as given. Linear in its length. Throws std::bad_alloc only.
  void analyze(std::string_view utf8, AnalyzedText& out);

  /// For people: which steps each word goes through, in order, those without effect left out. Slower than analyze(), without its cache.
  std::vector<WordSteps> explain(std::string_view utf8);

 private:
  class Chain;
  std::unique_ptr<Chain> chain_;
};

/// A digest (16 hexadecimal digits) of what the chain of `language` does to a built-in probe text. Two builds with the
/// same fingerprint make the same terms for all practical purposes. Thread-safe; computed once per language.
NSEARCH_EXPORT const std::string& analysis_fingerprint(std::string_view language);

/// The same with protected words: differs for each list of them; where there are none, it is the one above.
NSEARCH_EXPORT std::string analysis_fingerprint(std::string_view language,
                                                const ProtectedWords& protected_words);

}  // namespace nsearch
