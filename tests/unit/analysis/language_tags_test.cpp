// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "nsearch/language.h"

namespace nsearch {
namespace {

TEST_CASE("a tag is reduced to its language") {
  CHECK(primary_language("nl-BE") == "nl");
  CHECK(primary_language("FR_be") == "fr");
  CHECK(primary_language("zh-Hant-TW") == "zh");
  CHECK(primary_language("de-DE-u-co-phonebk") == "de");
  CHECK(primary_language("fr_FR.UTF-8") == "fr");
  CHECK(primary_language("ca@valencia") == "ca");
}

TEST_CASE("three letters become two where there are two") {
  CHECK(primary_language("fra") == "fr");
  CHECK(primary_language("fre") == "fr");
  CHECK(primary_language("nld") == "nl");
  CHECK(primary_language("dut") == "nl");
  CHECK(primary_language("DEU") == "de");
  CHECK(primary_language("ger") == "de");
  CHECK(primary_language("cmn") == "zh");
  CHECK(primary_language("gsw") == "gsw");
  CHECK(primary_language("fil") == "fil");
}

TEST_CASE("deprecated codes and the two Norwegians") {
  CHECK(primary_language("iw") == "he");
  CHECK(primary_language("in") == "id");
  CHECK(primary_language("ji") == "yi");
  CHECK(primary_language("nb-NO") == "no");
  CHECK(primary_language("nn") == "no");
  CHECK(primary_language("nob") == "no");
  CHECK(primary_language("no") == "no");
}

TEST_CASE("languages without a profile are known all the same") {
  for (const char* code : {"zh", "ja", "ko", "lb", "pl", "af", "gl", "uk", "th", "he"}) {
    CHECK(primary_language(code) == code);
  }
}

TEST_CASE("every profile's code stands for itself") {
  for (const LanguageInfo& language : languages()) CHECK(primary_language(language.code) == language.code);
}

TEST_CASE("what is no language tag is undetermined") {
  for (const char* tag : {"", "und", "x", "english", "French", "n1", "-fr", "fr--be", "fr be", "xx", "mul",
                          "zxx", "i-klingon", "x-private", "f\u00E9", "123", "nl-toolongsubtag"}) {
    CHECK(primary_language(tag) == "und");
  }
}

}  // namespace
}  // namespace nsearch
