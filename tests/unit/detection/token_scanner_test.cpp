// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/token_scanner.h"

#include <string>
#include <vector>

#include "detection/letters.h"

using namespace nsearch::detection;

namespace {

// ASCII letters as they are, the apostrophe, and * for the others.
std::string spell(const Token& token) {
  std::string out;
  for (const Letter letter : token.view())
    out += letter <= 26 ? static_cast<char>('a' + letter - 1) : letter == kApostrophe ? '\'' : '*';
  return out;
}

std::vector<std::string> scan(const std::string& text) {
  TokenScanner scanner(text);
  std::vector<std::string> words;
  for (Token token; scanner.next(token);) words.push_back(spell(token));
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("words end at spaces, punctuation and hyphens", "[detection]") {
  CHECK(scan("De koers, gisteren-avond (laat).") == Words{"de", "koers", "gisteren", "avond", "laat"});
  CHECK(scan("") == Words{});
}

TEST_CASE("apostrophes", "[detection]") {
  CHECK(scan("l'effet d’Openai qu´il don't") ==
        Words{"l'", "effet", "d'", "openai", "qu'", "il", "don'", "t"});
  CHECK(scan("die klok van 'n kerk, 's avonds") == Words{"die", "klok", "van", "'n", "kerk", "'s", "avonds"});
  CHECK(scan("hij zei: ‘zullen worden’ of zo") == Words{"hij", "zei", "zullen", "worden", "of", "zo"});
}

TEST_CASE("words that touch a digit are left out", "[detection]") {
  CHECK(scan("de 32-jarige G20 van R1 en 4de") == Words{"de", "jarige", "van", "en"});
}

TEST_CASE("capitals and the beginnings of sentences are told", "[detection]") {
  TokenScanner scanner("Vandaag komt Macron. Morgen: Ébène");
  std::vector<Token> tokens(1);
  while (scanner.next(tokens.back())) tokens.emplace_back();
  REQUIRE(tokens.size() == 6);
  CHECK((tokens[0].capitalised && tokens[0].sentence_start));
  CHECK_FALSE(tokens[1].capitalised);
  CHECK((tokens[2].capitalised && !tokens[2].sentence_start));
  CHECK((tokens[3].capitalised && tokens[3].sentence_start));
  CHECK((tokens[4].capitalised && tokens[4].sentence_start));
}

TEST_CASE("composed and decomposed letters are one", "[detection]") {
  TokenScanner composed("été");
  TokenScanner decomposed("e\xCC\x81te\xCC\x81");
  Token a;
  Token b;
  REQUIRE(composed.next(a));
  REQUIRE(decomposed.next(b));
  CHECK(std::vector<Letter>(a.view().begin(), a.view().end()) ==
        std::vector<Letter>(b.view().begin(), b.view().end()));
  CHECK(a.size == 3);
}

TEST_CASE("letters are counted by script", "[detection]") {
  TokenScanner scanner("abc мир 日本");
  for (Token token; scanner.next(token);) {
  }
  CHECK(scanner.latin_letters() == 3);
  CHECK(scanner.other_script_letters() == 5);
}

TEST_CASE("long words are cut, not overrun", "[detection]") {
  std::string text(1000, 'x');
  text.append(" y");
  TokenScanner scanner(text);
  Token token;
  REQUIRE(scanner.next(token));
  CHECK(token.size == Token::kMaxLetters);
  REQUIRE(scanner.next(token));
  CHECK(spell(token) == "y");
}

TEST_CASE("small and capital letters have one number", "[detection]") {
  for (const auto& [small, capital] :
       {std::pair{U'é', U'É'}, {U'ø', U'Ø'}, {U'œ', U'Œ'}, {U'ÿ', U'Ÿ'}, {U'ž', U'Ž'}}) {
    CHECK(classify(small).kind == CharClass::small);
    CHECK(classify(capital).kind == CharClass::capital);
    CHECK(classify(small).letter == classify(capital).letter);
  }
  CHECK(classify(U'×').kind == CharClass::other);
  CHECK(classify(U'ß').kind == CharClass::small);
  CHECK(classify(U'é').letter != classify(U'è').letter);
}
