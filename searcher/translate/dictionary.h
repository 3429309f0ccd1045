// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/dictionaries.h"
#include "translate/entry.h"
#include "translate/table.h"

namespace nsearch::searcher {

/// What a dictionary has of a word, by one of its headwords.
using Translation = DictionaryEntry::Translation;

/// A word, or a few side by side, as a key of dictionaries.
struct WordKey {
  std::string surface;      ///< folded forms, single spaces
  std::string exact;        ///< likewise, accents kept; empty: unknown
  std::string stem;         ///< stems (a stop word's form); empty: looked up as it stands only
  bool stop_words = false;  ///< it holds nothing else
  bool name = false;        ///< only headwords with a capital are meant

  friend bool operator<(const WordKey& a, const WordKey& b) {
    return std::tie(a.surface, a.exact, a.stem, a.name) < std::tie(b.surface, b.exact, b.stem, b.name);
  }
};

inline constexpr std::size_t most_key_words = 5;

/// The key of a text in a dictionary, in the analyzer's language: without the stop words that it begins with, unless it is
/// nothing else (to release, se trouver). Empty where it holds no word, or too many.
WordKey key_of(std::string_view text, Analyzer& analyzer, AnalyzedText& buffer);

bool begins_with_capital(std::string_view text);

/// One imported dictionary. Not thread-safe.
class Dictionary {
 public:
  enum class Direction { forward, backward };

  /// Throws Error: io, corrupt, format_version; analysis_changed where it was made by another analysis.
  explicit Dictionary(const std::filesystem::path& file);

  const DictionaryInfo& info() const { return info_; }

  /// The entries with this key: by their very form, those with its accents before others; else by the stem. `backward`: from
  /// the translations to the headwords.
  std::vector<DictionaryEntry> find(const WordKey& key, Direction direction);

 private:
  void entries_of(std::string_view surface, Direction direction, std::vector<DictionaryEntry>& out);

  Table table_;
  DictionaryInfo info_;
};

/// Makes the file of a dictionary. `info` names it and its languages; its numbers are filled in.
class DictionaryBuilder {
 public:
  explicit DictionaryBuilder(DictionaryInfo& info);

  /// False where there is nothing in it to look up.
  bool add(const DictionaryEntry& entry);

  std::string finish();

 private:
  struct Line {
    std::string key;
    std::string value;
    bool operator<(const Line& other) const {
      return std::tie(key, value) < std::tie(other.key, other.value);
    }
  };

  DictionaryInfo& info_;
  Analyzer from_, to_;
  AnalyzedText buffer_;
  std::vector<Line> lines_;
};

}  // namespace nsearch::searcher
