// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "show.h"

namespace nsearch {
namespace {

using test::show_stems;

std::string stem(std::string_view word, std::string_view language) {
  return show_stems(word, language);
}

TEST_CASE("inflected forms share a stem") {
  CHECK(stem("dalingen", "nl") == stem("daling", "nl"));
  CHECK(stem("distillations", "fr") == stem("distillation", "fr"));
  CHECK(stem("Häuser", "de") == stem("Haus", "de"));
  CHECK(stem("models", "en") == stem("model", "en"));
}

TEST_CASE("irregular Dutch and French forms") {
  CHECK(stem("steden", "nl") == stem("stad", "nl"));
  CHECK(stem("kinderen", "nl") == stem("kind", "nl"));
  CHECK(stem("schepen", "nl") == stem("schip", "nl"));
  CHECK(stem("gingen", "nl") == stem("gaan", "nl"));
  CHECK(stem("yeux", "fr") == stem("œil", "fr"));
  CHECK(stem("travaux", "fr") == stem("travail", "fr"));
  CHECK(stem("STEDEN", "nl") == stem("stad", "nl"));
  // Only where they are irregular.
  CHECK(stem("steden", "de") != stem("stad", "de"));
}

TEST_CASE("stemmed with accents, then folded") {
  CHECK(stem("développées", "fr") == "developp");
  CHECK(stem("Größe", "de") == "gross");
  CHECK(stem("patiënten", "nl") == "patient");
}

TEST_CASE("Turkish dotless i") {
  CHECK(show_stems("IŞIĞI", "tr") == show_stems("ışığı", "tr"));
  CHECK(show_stems("İSTANBUL", "tr") == show_stems("istanbul", "tr"));
  // The surface form is the same as in every language.
  CHECK(test::show_words("IŞIĞI ışığı", "tr") == "isigi isigi");
}

TEST_CASE("a very long word is its own stem") {
  const std::string word(500, 'e');
  CHECK(stem(word + "ations", "fr") == word + "ations");
}

}  // namespace
}  // namespace nsearch
