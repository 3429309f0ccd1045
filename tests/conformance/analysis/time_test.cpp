// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts made to cost time: each takes about as long a byte as an ordinary text. Measured in processor time,
// with a limit that quadratic behaviour passes a hundredfold.
#include <catch2/catch.hpp>
#include <ctime>
#include <string>

#include "nsearch/analyzer.h"
#include "nsearch/language.h"

namespace nsearch {
namespace {

constexpr std::size_t bytes = 1 << 20;
#ifdef __SANITIZE_ADDRESS__
constexpr double limit_seconds = 40;
#else
constexpr double limit_seconds = 10;
#endif

std::string repeated(std::string_view piece) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

TEST_CASE("a megabyte of trouble takes seconds at most") {
  const std::pair<const char*, std::string> texts[] = {
      {"one word", repeated("abcdefghij")},
      {"one accented word", repeated("éèà")},
      {"decomposed", repeated("e\u0301")},
      {"marks", "a" + repeated("\u0301")},
      {"invisible", "a" + repeated("\u200B")},
      {"digits", repeated("1234567890")},
      {"decimal points", repeated("1.")},
      {"thousands", repeated("000,")},
      {"spaced groups", repeated("100 ")},
      {"hyphens", repeated("a-")},
      {"only hyphens", repeated("-")},
      {"full stops", repeated("a.")},
      {"apostrophes", repeated("d'")},
      {"possessives", repeated("a's")},
      {"contractions", repeated("i'll")},
      {"Cyrillic apostrophes", repeated("об'")},
      {"long l", repeated("l·")},
      {"Chinese", repeated("人工智能公司")},
      {"Thai", repeated("ภาษาไทย")},
      {"Hebrew quotation marks", repeated("ה\"")},
      {"line breaks", repeated("a\n")},
      {"terminators", "a" + repeated(".")},
      {"malformed", repeated("\xe2\x82")},
  };
  for (const char* code : {"fr", "tr"}) {
    Analyzer analyzer(code);
    AnalyzedText text;
    for (const auto& [name, source] : texts) {
      const std::clock_t start = std::clock();
      analyzer.analyze(source, text);
      const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
      INFO(code << ": " << name << ", " << seconds << " s");
      CHECK(seconds < limit_seconds);
    }
  }
}

TEST_CASE("a very long word is linear in every language's stemmer") {
  const std::string word = repeated("ation");
  for (const LanguageInfo& language : languages()) {
    Analyzer analyzer(language.code);
    AnalyzedText text;
    const std::clock_t start = std::clock();
    analyzer.analyze(word, text);
    INFO(language.code);
    CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < limit_seconds);
    CHECK(text.positions() == 1);
  }
}

}  // namespace
}  // namespace nsearch
