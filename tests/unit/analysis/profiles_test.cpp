// SPDX-License-Identifier: GPL-2.0-or-later
#include <libstemmer.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "analysis/language_profiles.h"
#include "analysis/normalizer.h"
#include "analysis/word_list.h"
#include "nsearch/analyzer.h"
#include "nsearch/error.h"
#include "nsearch/language.h"

namespace nsearch {
namespace {

TEST_CASE("every algorithm of the stemmer library has its language, and the reverse") {
  std::set<std::string> algorithms;
  for (const char** name = sb_stemmer_list(); *name != nullptr; ++name) algorithms.insert(*name);
  algorithms.erase("porter");  // English, before its successor
  for (const LanguageInfo& language : languages()) {
    INFO(language.code);
    CHECK(algorithms.erase(language.stemmer) == 1);
  }
  CHECK(algorithms.empty());
}

TEST_CASE("languages are ordered by code and complete") {
  const auto& all = languages();
  CHECK(all.size() == 28);
  CHECK(std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.code < b.code; }));
  for (const LanguageInfo& language : all) {
    INFO(language.code);
    CHECK_FALSE(language.name.empty());
    CHECK_FALSE(language.native.empty());
    CHECK(language.stop_words > 30);
    CHECK_FALSE(analysis::word_list("probe/" + language.code).empty());
  }
}

TEST_CASE("every stop word is a word that the chain marks as one") {
  for (const LanguageInfo& language : languages()) {
    Analyzer analyzer(language.code);
    AnalyzedText text;
    analysis::for_each_line(analysis::word_list("stop_words/" + language.code), [&](std::string_view line) {
      analysis::for_each_word(line, [&](std::string_view word) {
        analyzer.analyze(word, text);
        INFO(language.code << ": " << word);
        REQUIRE(text.tokens().size() == 1);
        CHECK(text.tokens()[0].stop_word);
      });
    });
  }
}

TEST_CASE("words of the news are no stop words") {
  const std::pair<const char*, const char*> words[] = {
      {"fr", "président distillation gouvernement ville été guerre"},
      {"nl", "minister daling gegevens stad oorlog zon"},
      {"en", "president data models war city shell"},
      {"de", "Regierung Krieg Stadt Aktien"},
      {"es", "gobierno guerra ciudad estado"},
      {"it", "governo guerra città stato"},
      {"pt", "governo guerra cidade estado"},
  };
  for (const auto& [language, list] : words) {
    Analyzer analyzer(language);
    AnalyzedText text;
    analyzer.analyze(list, text);
    for (const Token& token : text.tokens()) {
      INFO(language << ": " << token.surface);
      CHECK((!token.stop_word || token.exact == "été"));
    }
  }
}

TEST_CASE("overrides are written as the chain sees words, each form once") {
  for (const LanguageInfo& language : languages()) {
    const auto& entries = analysis::language_rules(language.code).overrides.entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
      INFO(language.code << ": " << entries[i].first);
      std::string folded;
      analysis::nfkc_casefold(entries[i].first, folded);
      CHECK(folded == entries[i].first);
      analysis::nfkc_casefold(entries[i].second, folded);
      CHECK(folded == entries[i].second);
      if (i > 0) CHECK(entries[i].first != entries[i - 1].first);
    }
  }
}

TEST_CASE("a list of overrides that can't be read is refused") {
  CHECK_THROWS_AS(analysis::WordOverrides("stad steden\n"), Error);
  CHECK_THROWS_AS(analysis::WordOverrides(": steden\n"), Error);
  const analysis::WordOverrides overrides("# comment\n\nstad: steden\nopenai: openai\n");
  CHECK(overrides.base_of("steden") == "stad");
  CHECK(overrides.base_of("stad") == "stad");
  CHECK(overrides.is_protected("openai"));
  CHECK_FALSE(overrides.is_protected("steden"));
}

}  // namespace
}  // namespace nsearch
