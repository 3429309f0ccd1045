// SPDX-License-Identifier: GPL-2.0-or-later
//
// Real vocabularies (Debian package snowball-data): our stem of a word is libstemmer's, folded.
#include <libstemmer.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "analysis/fold.h"
#include "analysis/language_profiles.h"
#include "analysis/normalizer.h"
#include "analysis/stemmer.h"
#include "nsearch/analyzer.h"
#include "nsearch/language.h"

namespace nsearch {
namespace {

using analysis::Reduced;

const std::filesystem::path vocabularies = "/usr/share/snowball/data";

// Of a vocabulary larger than this only every second, third ... word is taken.
constexpr std::size_t sample_bytes = 400000;

struct Close {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

/// libstemmer's own stem, folded; without the middle dot that Catalan stems replace by a full stop, and
/// Hebrew punctuation.
std::string stem_of(sb_stemmer* stemmer, const std::string& word) {
  const auto* stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                                     static_cast<int>(word.size()));
  std::string folded =
      fold({reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))});
  std::erase(folded, '.');
  for (const std::string_view dropped : {"·", "״", "׳"})
    for (std::size_t at; (at = folded.find(dropped)) != folded.npos;) folded.erase(at, dropped.size());
  return folded;
}

TEST_CASE("stems are those of the stemmer library") {
  if (!std::filesystem::exists(vocabularies)) {
    WARN("no " << vocabularies << " (package snowball-data): skipped");
    return;
  }
  std::size_t vocabularies_read = 0;
  for (const LanguageInfo& language : languages()) {
    std::ifstream file(vocabularies / language.stemmer / "voc.txt");
    if (!file) continue;
    ++vocabularies_read;
    const std::unique_ptr<sb_stemmer, Close> stemmer(sb_stemmer_new(language.stemmer.c_str(), "UTF_8"));
    const analysis::LanguageRules& rules = analysis::language_rules(language.code);
    Analyzer analyzer(language.code);
    AnalyzedText text;
    std::size_t compared = 0;
    std::size_t wrong = 0;
    std::size_t announced = 0;
    std::size_t stemmed_by_rules = 0;
    std::string example;
    std::string folded;
    const auto size = std::filesystem::file_size(vocabularies / language.stemmer / "voc.txt");
    const std::size_t stride = 1 + size / sample_bytes;
    std::size_t line = 0;
    for (std::string word; std::getline(file, word);) {
      if (line++ % stride != 0) continue;
      analysis::nfkc_casefold(word, folded);
      if (folded != word || word.size() > analysis::Stemmer::max_word ||
          rules.overrides.base_of(word) != word || rules.overrides.is_protected(word))
        continue;
      // Its own rules say which words they stem, or have stemmed in another form.
      const Reduced reduced = rules.stems == nullptr ? Reduced::unchanged : rules.stems->reduce(word, folded);
      announced += reduced != Reduced::unchanged;
      stemmed_by_rules += reduced == Reduced::stem;
      if (reduced != Reduced::unchanged) continue;
      analyzer.analyze(word, text);
      // A word with an apostrophe or a hyphen is another word to us.
      if (text.tokens().size() != 1 || text.tokens()[0].exact != word || word.find('\'') != word.npos)
        continue;
      if (text.tokens()[0].kind != TokenKind::word) continue;
      ++compared;
      std::string expected = stem_of(stemmer.get(), word);
      if (expected.empty()) expected = text.tokens()[0].surface;
      if (text.tokens()[0].stem == expected) continue;
      if (wrong++ == 0) example = word + " -> " + std::string(text.tokens()[0].stem) + ", not " + expected;
    }
    INFO(language.code << ": " << wrong << " of " << compared << " differ, the first: " << example);
    CHECK(wrong == 0);
    // Rules that make the stems themselves, as those of Dutch do, leave Snowball hardly a word; those of French make few.
    const bool own_stemmer = stemmed_by_rules > compared;
    CHECK(own_stemmer == (language.code == "nl"));
    if (!own_stemmer) CHECK(compared > 1000);
    if (!own_stemmer) CHECK(announced * 4 < compared);
  }
  CHECK(vocabularies_read > 15);
}

}  // namespace
}  // namespace nsearch
