// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "analysis/fold.h"
#include "nsearch/analyzer.h"
#include "paths.h"
#include "show.h"

namespace nsearch {
namespace {

/// A line of compounds/de.txt: "Regierung(s)|partei".
struct Judged {
  struct Part {
    std::string bare;
    std::string with_linker;
  };
  std::string word;
  std::vector<Part> parts{{}};

  explicit Judged(const std::string& marked) {
    bool linker = false;
    for (const char c : marked) {
      if (c == '|') {
        parts.emplace_back();
      } else if (c == '(' || c == ')') {
        linker = c == '(';
      } else {
        word += c;
        if (!linker) parts.back().bare += c;
        parts.back().with_linker += c;
      }
    }
  }
};

std::vector<Judged> judged_words() {
  std::ifstream file(NSEARCH_SOURCE_DIR "/tests/unit/analysis/compounds/de.txt");
  REQUIRE(file);
  std::vector<Judged> words;
  for (std::string word; file >> word;) {
    if (word.front() == '#')
      std::getline(file, word);
    else
      words.emplace_back(word);
  }
  return words;
}

std::vector<std::string> parts_of(Analyzer& analyzer, const std::string& word) {
  AnalyzedText text;
  analyzer.analyze(word, text);
  std::vector<std::string> parts;
  for (const Token& token : text.tokens())
    if (token.kind == TokenKind::compound_part) parts.emplace_back(token.surface);
  return parts;
}

/// Whether every cut is right, on either side of linking letters, none missing and none too many.
bool all_right(const Judged& judged, const std::vector<std::string>& parts) {
  if (parts.size() != judged.parts.size()) return false;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i] != fold(judged.parts[i].bare) && parts[i] != fold(judged.parts[i].with_linker)) return false;
  return true;
}

TEST_CASE("German compounds are split at every cut, other words stay whole, but for a small share") {
  Analyzer german("de");
  std::size_t compounds = 0, right = 0, others = 0, split = 0;
  std::string wrong;
  for (const Judged& judged : judged_words()) {
    const std::vector<std::string> parts = parts_of(german, judged.word);
    const bool compound = judged.parts.size() > 1;
    const bool good = compound ? all_right(judged, parts) : parts.empty();
    (compound ? compounds : others) += 1;
    if (compound)
      right += good;
    else
      split += !good;
    if (good) continue;
    wrong += judged.word + ":";
    for (const std::string& part : parts) wrong += ' ' + part;
    wrong += '\n';
  }
  INFO(right << " of " << compounds << " right, " << split << " of " << others << " split:\n" << wrong);
  CHECK(compounds >= 140);
  CHECK(others >= 120);
  CHECK(100 * right >= 92 * compounds);
  CHECK(100 * split <= 2 * others);
}

TEST_CASE("German compounds typed in capitals, with ß or ss, accents composed or not, have the same parts") {
  CHECK(test::show_words("Großstadtkinder", "de") == "grossstadtkinder {grossstadt} {kinder}");
  CHECK(test::show_words("GROSSSTADTKINDER", "de") == "grossstadtkinder {grossstadt} {kinder}");
  CHECK(test::show_words("Büchermarkt", "de") == "buchermarkt {bucher} {markt}");
  CHECK(test::show_words("Bu\u0308chermarkt", "de") == "buchermarkt {bucher} {markt}");
}

TEST_CASE("a German part has the stem that it has as a word") {
  Analyzer german("de");
  AnalyzedText text;
  german.analyze("Aktienkurse Kurse Aktien", text);
  REQUIRE(text.tokens().size() == 5);
  CHECK(text.tokens()[1].stem == text.tokens()[4].stem);
  CHECK(text.tokens()[2].stem == text.tokens()[3].stem);
  CHECK(text.tokens()[1].position == 1);
  CHECK(text.tokens()[2].position == 1);
  CHECK(text.positions() == 3);
}

}  // namespace
}  // namespace nsearch
