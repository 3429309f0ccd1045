// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "show.h"

namespace nsearch {
namespace {

using test::show_stretches;
using test::show_words;

TEST_CASE("a decimal part after a point or a comma") {
  CHECK(show_words("16,86% 16.86 0,500 0.125 $3.5") == "[16.86] [16.86] [0.500] [0.125] [3.5]");
  CHECK(show_words("600, 007, 000") == "[600] [007] [000]");
  CHECK(show_stretches("16,86%") == "16,86");
}

TEST_CASE("thousands separators go") {
  CHECK(show_words("1.000 1,000 1'000 1’000") == "[1000] [1000] [1000] [1000]");
  CHECK(show_words("1\u00A0000 1\u202F000 1\u2009000 1\u00A0234\u00A0567") ==
        "[1000] [1000] [1000] [1234567]");
  CHECK(show_words("600.000.000 1.234.567,89 1,234,567.89 12\u00A0345,6") ==
        "[600000000] [1234567.89] [1234567.89] [12345.6]");
}

TEST_CASE("what is not grouped in thousands is no thousand") {
  CHECK(show_words("1234.567 0.123.456 1,23,456 2024\u00A0300") ==
        "[1234.567] [0] (0123456:3) [123] [456] [1] [23] [456] [2024] [300]");
  CHECK(show_words("10,11,12") == "[10] [11] [12]");
  CHECK(show_words("2024\u00A016,5") == "[2024] [16.5]");
}

TEST_CASE("ordinary spaces: found as groups and as one") {
  CHECK(show_words("10 000") == "[10] (10000:2) [000]");
  CHECK(show_words("10 000 000 euro") == "[10] (10000000:3) [000] [000] euro");
  CHECK(show_words("10 000,5") == "[10] (10000.5:2) [000.5]");
  CHECK(show_words("in 2024 300 000") == "in [2024] [300] (300000:2) [000]");
  CHECK(show_words("0 000 10  000 10 00 10 000x") == "[0] [000] [10] [000] [10] [00] [10] 000x");
}

TEST_CASE("dates, versions and addresses are as many numbers as they have parts") {
  CHECK(show_words("Mar 13,2025") == "mar [13] [2025]");
  CHECK(show_words("32,2025 13,1499") == "[32.2025] [13.1499]");
  CHECK(show_words("2025-03-13") == "[2025] (20250313:3) [03] [13]");
  CHECK(show_words("13.03.2025") == "[13] (13032025:3) [03] [2025]");
  CHECK(show_words("192.168.1.1") == "[192] (19216811:4) [168] [1] [1]");
  CHECK(show_words("v3.5 GPT-3.5") == "v3 (v35:2) [5] gpt (gpt35:2) [3.5]");
  CHECK(show_words("10:30 2-1 24/7") == "[10] [30] [2] [1] [24] [7]");
}

TEST_CASE("digits of every script are ASCII digits") {
  CHECK(show_words("١٢٣ १२३ １２３ ١٢٣٫٥") == "[123] [123] [123] [123.5]");
}

TEST_CASE("numbers are never stemmed, nor stop words") {
  Analyzer french("fr");
  AnalyzedText text;
  french.analyze("600 16,86", text);
  for (const Token& token : text.tokens()) {
    CHECK(token.kind == TokenKind::number);
    CHECK(token.stem.empty());
    CHECK_FALSE(token.stop_word);
    CHECK(token.exact == token.surface);
  }
}

TEST_CASE("a long chain of numbers is read in linear time") {
  std::string chain = "1";
  for (int i = 0; i < 200000; ++i) chain += ",1";
  Analyzer und("und");
  AnalyzedText text;
  und.analyze(chain, text);
  CHECK(text.positions() == 200001);
}

}  // namespace
}  // namespace nsearch
