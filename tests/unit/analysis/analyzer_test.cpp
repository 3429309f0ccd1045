// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/analyzer.h"

#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "show.h"

namespace nsearch {
namespace {

struct Row {
  std::uint32_t position;
  unsigned span;
  std::string stretch;
  std::string surface;
  std::string exact;
  std::string stem;
  TokenKind kind;
  bool stop_word;
  bool capitals;

  friend bool operator==(const Row&, const Row&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.position << '+' << row.span << ' ' << row.stretch << ' ' << row.surface << ' '
               << row.exact << ' ' << row.stem << " kind " << static_cast<int>(row.kind)
               << (row.stop_word ? " stop" : "") << (row.capitals ? " capitals" : "");
  }
};

std::vector<Row> rows(Analyzer& analyzer, std::string_view utf8) {
  AnalyzedText text;
  analyzer.analyze(utf8, text);
  std::vector<Row> found;
  for (const Token& t : text.tokens()) {
    found.push_back({t.position, t.span, std::string(utf8.substr(t.begin, t.end - t.begin)),
                     std::string(t.surface), std::string(t.exact), std::string(t.stem), t.kind, t.stop_word,
                     t.capitals});
  }
  return found;
}

TEST_CASE("the example of the public header") {
  Analyzer french("fr");
  using K = TokenKind;
  const std::vector<Row> expected = {
      {1, 1, "IA", "ia", "ia", "ia", K::word, false, true},
      {2, 1, "Openai", "openai", "openai", "openai", K::word, false, false},
      {3, 1, "construite", "construite", "construite", "construir", K::word, false, false},
      {4, 1, "sur", "sur", "sur", "sur", K::word, true, false},
      {5, 1, "Deepseek", "deepseek", "deepseek", "deepseek", K::word, false, false},
      {5, 2, "Deepseek-V3", "deepseekv3", "deepseekv3", "", K::joined, false, false},
      {6, 1, "V3", "v3", "v3", "v3", K::word, false, false},
      {7, 1, "16,86", "16.86", "16.86", "", K::number, false, false},
  };
  CHECK(rows(french, "L’IA d’Openai, construite sur Deepseek-V3 : 16,86%") == expected);
}

TEST_CASE("accents: kept in the exact form and for the stemmer, gone from surface form and stem") {
  Analyzer french("fr");
  const auto found = rows(french, "Élèves DÉVELOPPÉES");
  REQUIRE(found.size() == 2);
  CHECK(found[0].exact == "élèves");
  CHECK(found[0].surface == "eleves");
  CHECK(found[0].stem == "elev");
  CHECK(found[1].exact == "développées");
  CHECK(found[1].stem == "developp");
  CHECK(found[1].capitals);
}

TEST_CASE("a stop word is compared with its accents") {
  Analyzer french("fr");
  const auto stop = [&](std::string_view word) { return rows(french, word).at(0).stop_word; };
  CHECK(stop("ou"));
  CHECK(stop("OÙ"));
  CHECK(stop("sur"));
  CHECK_FALSE(stop("sûr"));
  CHECK(stop("du"));
  CHECK_FALSE(stop("dû"));
  CHECK_FALSE(stop("maïs"));
}

TEST_CASE("stop words belong to a language, positions don't") {
  Analyzer french("fr");
  Analyzer dutch("nl");
  const auto in_french = rows(french, "ai de het");
  const auto in_dutch = rows(dutch, "ai de het");
  CHECK(in_french[0].stop_word);
  CHECK_FALSE(in_dutch[0].stop_word);
  CHECK(in_dutch[2].stop_word);
  CHECK_FALSE(in_french[2].stop_word);
  CHECK(in_french[2].position == in_dutch[2].position);
}

TEST_CASE("capitals: two letters or more, all of them capital") {
  Analyzer und("und");
  const auto capitals = [&](std::string_view word) { return rows(und, word).at(0).capitals; };
  CHECK(capitals("NATO"));
  CHECK(capitals("NATO's"));
  CHECK(capitals("ÉTÉ"));
  CHECK(capitals("E\u0301TE\u0301"));
  CHECK(capitals("COVID19"));
  CHECK(capitals("U.S."));
  CHECK_FALSE(capitals("V3"));
  CHECK_FALSE(capitals("Nato"));
  CHECK_FALSE(capitals("A"));
  CHECK_FALSE(capitals("2025"));
  CHECK_FALSE(capitals("中国"));
}

TEST_CASE("an unknown language is analysed as undetermined") {
  CHECK(Analyzer("und").language() == "und");
  CHECK(Analyzer("xx").language() == "und");
  CHECK(Analyzer("zh").language() == "und");
  CHECK(Analyzer("fr").language() == "fr");
  CHECK(test::show_stems("daling dalingen", "xx") == "daling dalingen");
}

TEST_CASE("a text without words has no tokens") {
  Analyzer french("fr");
  AnalyzedText text;
  french.analyze("un texte", text);
  CHECK(text.positions() == 2);
  for (const std::string_view nothing : {"", " \n", "— « » …", "\u200B\u00AD", "'", "\xff\xfe"}) {
    french.analyze(nothing, text);
    CHECK(text.tokens().empty());
    CHECK(text.positions() == 0);
  }
}

TEST_CASE("malformed bytes separate words, and offsets stay those of the text") {
  CHECK(test::show_words("ab\xff"
                         "cd\xc3 ef\xe2\x82gh \xf5 \xed\xa0\x80ij") == "ab cd ef gh ij");
  CHECK(test::show_stretches("ab\xff"
                             "cd\xc3 été\xe2\x82gh") == "ab|cd|été|gh");
}

TEST_CASE("invisible characters vanish, offsets cover them only inside") {
  CHECK(test::show_words("soft\u00ADhyphen zero\u200Bwidth zero\u200Djoiner \uFEFFbom") ==
        "softhyphen zerowidth zerojoiner bom");
  CHECK(test::show_stretches("soft\u00ADhyphen\u00AD end\u200B") == "soft\u00ADhyphen|end");
}

TEST_CASE("an analysed text is used again, moved and moved from") {
  Analyzer french("fr");
  AnalyzedText text;
  french.analyze("Premier texte", text);
  french.analyze("Second", text);
  REQUIRE(text.tokens().size() == 1);
  AnalyzedText moved = std::move(text);
  CHECK(moved.tokens()[0].surface == "second");
  french.analyze("encore", text);  // a moved-from text is an empty one
  CHECK(text.tokens()[0].surface == "encore");
  CHECK(moved.tokens()[0].surface == "second");
  AnalyzedText other;
  other = std::move(moved);
  CHECK(other.tokens()[0].surface == "second");
}

TEST_CASE("views stay valid while a long text is analysed") {
  std::string long_text;
  for (int i = 0; i < 20000; ++i) long_text += "Mot" + std::to_string(i) + "-été ";
  Analyzer french("fr");
  AnalyzedText text;
  french.analyze(long_text, text);
  REQUIRE(text.positions() == 40000);
  CHECK(text.tokens()[0].surface == "mot0");
  CHECK(text.tokens()[1].surface == "mot0ete");
  CHECK(text.tokens()[1].exact == "mot0été");
  CHECK(text.tokens().back().surface == "ete");
}

TEST_CASE("analyzers of one language work side by side in threads") {
  std::vector<std::thread> threads;
  std::vector<std::string> stems(4);
  for (std::string& stem : stems)
    threads.emplace_back([&stem] { stem = test::show_stems("développées dalingen", "fr"); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& stem : stems) CHECK(stem == stems[0]);
}

}  // namespace
}  // namespace nsearch
