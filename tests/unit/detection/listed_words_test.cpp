// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/listed_words.h"

#include <unicode/utf8.h>

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "detection/evidence_tables.h"
#include "detection/letters.h"

using namespace nsearch::detection;

namespace {

/// The same counts a character at a time, from the evidence's own table.
class SlowCount {
 public:
  explicit SlowCount(std::string_view text) {
    for (std::int64_t at = 0, size = static_cast<std::int64_t>(text.size()); at < size;) {
      UChar32 c = 0;
      U8_NEXT(text.data(), at, size, c);
      add(classify(c < 0 ? U'\uFFFD' : static_cast<char32_t>(c)));
    }
    end();
  }
  ListedWords counts;

 private:
  void add(CharInfo info) {
    if (info.kind == CharClass::mark) return;
    const bool letter = info.kind == CharClass::small || info.kind == CharClass::capital;
    if (letter || (info.kind == CharClass::apostrophe && !word_.empty())) word_.push_back(info.letter);
    name_ |= info.kind == CharClass::capital;
    if (info.kind == CharClass::other_script) ++counts.other_script_letters;
    if (!letter) end();
  }
  void end() {
    if (!word_.empty() && !name_) {
      ++counts.words;
      const std::uint32_t hash = hash_of(word_);
      for (std::size_t at = hash % kWordSlots; kWordTable[at].hash != 0; at = (at + 1) % kWordSlots)
        if (kWordTable[at].hash == hash) ++counts.listed[kWordTable[at].language];
    }
    word_.clear();
    name_ = false;
  }

  std::vector<Letter> word_;
  bool name_ = false;
};

void check(const std::string& text) {
  const ListedWords fast = count_listed_words(text), slow = SlowCount(text).counts;
  INFO(text);
  CHECK(fast.words == slow.words);
  CHECK(fast.other_script_letters == slow.other_script_letters);
  CHECK((fast.listed == slow.listed));
}

}  // namespace

TEST_CASE("listed words: counted as a character at a time would count them", "[detection]") {
  const std::vector<std::string> pieces = {"de",
                                           "het",
                                           "été",
                                           "e\xCC\x81t\xC3\xA9",
                                           "l'",
                                           "l`",
                                           "d\xE2\x80\x99",
                                           "aujourd'hui",
                                           "'s",
                                           "'",
                                           "Le",
                                           "IA",
                                           "être",
                                           "gouvernement",
                                           "onafhankelijkheidsverklaringen",
                                           "wissenschaftler",
                                           "abcdefghijklmnop",
                                           "abcdefghijklmnopq",
                                           "2025",
                                           "16,86",
                                           "м",
                                           "мир",
                                           "\xFF",
                                           "\xC3",
                                           "für",
                                           "niño",
                                           "ß",
                                           "œuvre",
                                           "\xC2\xAD",
                                           "the",
                                           "of"};
  const std::vector<std::string> between = {" ",  " ", " ", " ",        ", ", ".",
                                            "\n", "-", "",  "\xC2\xA0", "(",  "\0"};
  std::mt19937 random(7);
  const auto any = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
  for (unsigned round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t words = random() % 40; words > 0; --words) text += any(pieces) + any(between);
    check(text);
    check(text.substr(0, random() % (text.size() + 1)));
  }
}

TEST_CASE("listed words: more than a byte counts", "[detection]") {
  std::string text;
  for (unsigned i = 0; i < 1000; ++i) text += "de ";
  check(text);
  CHECK(count_listed_words(text).words == 1000);
  CHECK(count_listed_words(text).listed[evidence_index("nl")] == 1000);
}

TEST_CASE("listed words: names and other scripts", "[detection]") {
  check("");
  const ListedWords counts = count_listed_words("Le ministre De Croo, дума, l'an 2025");
  CHECK(counts.words == 3);  // ministre, l', an
  CHECK(counts.other_script_letters == 4);
}

TEST_CASE("listed words: a last word of any length, with nothing behind it", "[detection]") {
  const std::string long_text = "le gouvernement a dit ";
  for (const std::string letter : {"a", "é", "'", "м", "A", "\xE2\x80\x99"}) {
    std::string last;
    for (unsigned size = 0; size < 150; ++size, last += letter) {
      for (const std::string& text : {last, long_text + last, last + " de", long_text + last + "."}) {
        // Memory that ends with the text: the address sanitizer sees a look behind it.
        const std::vector<char> exact(text.begin(), text.end());
        const ListedWords fast = count_listed_words({exact.data(), exact.size()});
        const ListedWords slow = SlowCount(text).counts;
        INFO(text);
        REQUIRE(fast.words == slow.words);
        REQUIRE(fast.other_script_letters == slow.other_script_letters);
        REQUIRE((fast.listed == slow.listed));
      }
    }
  }
}
