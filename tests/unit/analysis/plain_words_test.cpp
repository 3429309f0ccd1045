// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words of Latin letters between spaces take a fast way where enough text follows; a word that ends a text takes
// the general one. Both must see the same.
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "analysis/arena.h"
#include "analysis/word_reader.h"
#include "byte_scan.h"

namespace nsearch::analysis {
namespace {

struct Words {
  Arena arena;
  std::vector<TextWord> words;

  explicit Words(const std::string& text) {
    WordReader reader;
    reader.set_text(text, arena);
    for (TextWord word; reader.next(word);) words.push_back(word);
  }

  friend bool operator==(const Words& a, const Words& b) {
    const auto same = [](const TextWord& x, const TextWord& y) {
      return x.lead == y.lead && x.begin == y.begin && x.end == y.end && x.link == y.link &&
             x.value == y.value;
    };
    return std::equal(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(), same);
  }
};

/// Short enough for the general way alone, and with room for the fast one.
bool reads_alike(const std::string& text) {
  return Words(text) == Words(text + std::string(32, ' '));
}

const std::vector<std::string> befores = {"l", "L", "d",  "c", "C",  "n",  "m", "s", "t",  "j",
                                          "z", "o", "qu", "Q", "Qu", "un", "y", "é", "zo", "5"};
const std::vector<std::string> marks = {"'",  "’", "`", "-",      ".",      ",", ", ",
                                        ". ", "&", "·", "\u00A0", "\u00AD", "×"};

TEST_CASE("what follows an apostrophe or connector is judged alike by both ways") {
  const std::vector<std::string> afters = {"ami", "été", "Île", "œuf", "hier", "Viv", "çà", "n",  "s", "un",
                                           "ø",   "ß",   "ñu",  "y",   "5",    "er",  "ë",  "×a", "÷", "À"};
  for (const std::string& before : befores)
    for (const std::string& mark : marks)
      for (const std::string& after : afters)
        for (const char* end : {"", ".", "'", "’a", "-b", "́"}) {
          const std::string text = before + mark + after + end;
          CAPTURE(text);
          REQUIRE(text.size() < block_bytes);
          CHECK(reads_alike(text));
        }
}

TEST_CASE("pieces of every kind are read alike by both ways") {
  std::vector<std::string> pieces = befores;
  pieces.insert(pieces.end(), marks.begin(), marks.end());
  for (const char* piece :
       {" ", "ŉ", "ķ", "÷", "\xC3", "\xA9", "ƀ", "ж", "日", "カ", "ไ", "́", "3", "\n", "א", "\"", "ſ"})
    pieces.emplace_back(piece);
  std::mt19937 random(1);
  for (int i = 0; i < 200000; ++i) {
    std::string text;
    for (unsigned left = 1 + random() % 6; left > 0; --left) text += pieces[random() % pieces.size()];
    if (text.size() >= block_bytes) continue;
    if (!reads_alike(text)) FAIL("read in two ways: " << text);
  }
  SUCCEED();
}

TEST_CASE("sixteen bytes at once are read as one after the other") {
  const std::vector<std::string> pieces = {"a", "Z",    "z",    "é", "À", "ÿ", "ſ", "ŷ", "×", "ƀ",
                                           "ɐ", "\xC3", "\xA9", "9", "@", "[", "`", "{", "/", ":"};
  std::mt19937 random(2);
  for (int i = 0; i < 100000; ++i) {
    std::string text;
    while (text.size() < block_bytes) text += pieces[random() % (random() % 4 == 0 ? pieces.size() : 8)];
    REQUIRE(latin_length(text.data()) == latin_length_by_bytes(text.data()));
  }
}

}  // namespace
}  // namespace nsearch::analysis
