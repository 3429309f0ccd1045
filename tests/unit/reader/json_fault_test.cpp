// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/json_fault.h"

#include <simdjson.h>

#include <catch2/catch.hpp>
#include <random>
#include <string>

using namespace nsearch::indexer;
using namespace std::string_literals;

namespace {

struct Case {
  std::string text;
  std::size_t offset;
  std::string reason;
};

bool parses(const std::string& text) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  return parser.parse(text).get(root) == simdjson::SUCCESS;
}

}  // namespace

TEST_CASE("well-formed JSON has no fault") {
  for (const char* text : {"{}", "[]", "0", "-1.5e+10", "\"\"", "null", " [ 1 , 2 ] ",
                           R"({"a":{"b":[{},[],"\u00e9\n\/"]}})", R"([[[]],[{}],{"a":[]},true,false])"}) {
    CAPTURE(text);
    CHECK(parses(text));
    CHECK_FALSE(find_json_fault(text));
  }
}

TEST_CASE("a fault is named with its place") {
  const std::vector<Case> cases = {
      {"", 0, "truncated JSON: the text ends where a value is due"},
      {"Ceci", 0, "not JSON: expected a value, found 'C'"},
      {"{'a':1}", 1, "not JSON: expected a name in double quotes, found '''"},
      {"{\"a\" 1}", 5, "not JSON: expected ':', found '1'"},
      {"{\"a\":1,}", 7, "not JSON: expected a name in double quotes, found '}'"},
      {"{\"a\":1]", 6, "not JSON: expected ',' or '}', found ']'"},
      {"[1 2]", 3, "not JSON: expected ',' or ']', found '2'"},
      {"[1,]", 3, "not JSON: expected a value, found ']'"},
      {"{} {}", 3, "not JSON: expected the end of the line, found '{'"},
      {"{\"a\":\"b", 7, "truncated JSON: the text ends inside a string"},
      {"{\"a\":[1", 7, "truncated JSON: the text ends where ',' or ']' is due"},
      {"{\"a\":nul}", 5, "not JSON: expected a value, found 'n'"},
      {"[\"a\tb\"]", 3, "not JSON: a control character (0x09) in a string"},
      {"[\"\\x\"]", 3, "not JSON: expected an escape, found 'x'"},
      {"[\"\\u12g4\"]", 6, "not JSON: expected four hexadecimal digits, found 'g'"},
      {"[01]", 1, "not JSON: a number with a leading zero"},
      {"[1.]", 3, "not JSON: expected a digit, found ']'"},
      {"[\x01]", 1, "not JSON: expected a value, found 0x01"},
      {"[\u6EFF]", 1, "not JSON: expected a value, found 0xE6"},
      {std::string(1025, '['), 1024, "nested deeper than 1024 levels"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK_FALSE(parses(c.text));
    const auto fault = find_json_fault(c.text);
    REQUIRE(fault);
    CHECK(fault->offset == c.offset);
    CHECK(fault->reason == c.reason);
  }
}

TEST_CASE("the scanner and the parser agree on what is JSON") {
  std::mt19937 random(11);
  const std::string alphabet = "{}[]\",:\\u0019ae-.tfn \n";
  const std::string seed = R"({"a":[1,-2.5e3,"x\u00e9\"",true,null,{}],"b":{"c":[[]]}})";
  int agreed_good = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string text = seed;
    const auto changes = random() % 3;
    for (unsigned k = 0; k < changes; ++k) {
      const std::size_t at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text[at] = alphabet[random() % alphabet.size()];
          break;
        case 1:
          text.erase(at, 1 + random() % 3);
          break;
        default:
          text.insert(at, 1, alphabet[random() % alphabet.size()]);
      }
    }
    const bool good = parses(text);
    agreed_good += good ? 1 : 0;
    CAPTURE(text);
    REQUIRE(good == !find_json_fault(text));
  }
  CHECK(agreed_good > 20'000);
}

TEST_CASE("half surrogate pairs are replaced, whole ones kept") {
  const auto replaced = [](std::string text) {
    const std::size_t count = replace_lone_surrogates(text.data(), text.size());
    return std::to_string(count) + " " + text;
  };
  CHECK(replaced(R"("\ud83d\ude00")") == R"(0 "\ud83d\ude00")");
  CHECK(replaced(R"("\ud83d x")") == R"(1 "\ufffd x")");
  CHECK(replaced(R"("\uDE00\uD83D")") == R"(2 "\ufffd\ufffd")");
  CHECK(replaced(R"("\ud83d\ud83d\ude00")") == R"(1 "\ufffd\ud83d\ude00")");
  CHECK(replaced(R"("\\ud83d")") == R"(0 "\\ud83d")");
  CHECK(replaced(R"("\\\ud83d\u0041")") == R"(1 "\\\ufffd\u0041")");
  CHECK(replaced(R"(\)") == R"(0 \)");
  CHECK(replaced(R"(\u12)") == R"(0 \u12)");
}
