// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/compound_cuts.h"

#include <catch2/catch.hpp>

using namespace nsearch::quality;

namespace {

using Parts = std::vector<std::string>;

bool right(const std::string& word, const Parts& lemmas, const Parts& parts) {
  const auto truth = true_cuts(word, lemmas);
  REQUIRE(truth);
  const auto made = made_cuts(word, parts);
  return made && all_right(*truth, *made);
}

}  // namespace

TEST_CASE("linking letters may go to either side, or be dropped, but not be torn") {
  const Parts lemmas = {"ploeg", "tijdrit"};
  CHECK(right("ploegentijdrit", lemmas, {"ploegen", "tijdrit"}));
  CHECK(right("ploegentijdrit", lemmas, {"ploeg", "entijdrit"}));
  CHECK(right("ploegentijdrit", lemmas, {"ploeg", "tijdrit"}));
  CHECK_FALSE(right("ploegentijdrit", lemmas, {"ploege", "ntijdrit"}));
  CHECK_FALSE(right("ploegentijdrit", lemmas, {"ploegentijdrit"}));
  CHECK_FALSE(right("ploegentijdrit", lemmas, {"ploegen", "tijd", "rit"}));
}

TEST_CASE("without linking letters there is one place") {
  CHECK(right("troonopvolger", {"troon", "opvolger"}, {"troon", "opvolger"}));
  CHECK_FALSE(right("troonopvolger", {"troon", "opvolger"}, {"troonop", "volger"}));
}

TEST_CASE("parts that are inflected in the word are still found") {
  CHECK(right("jaarbeursstedentoernooi", {"jaarbeurs", "stad", "toernooi"},
              {"jaarbeurs", "steden", "toernooi"}));
  CHECK(right("flessenhals", {"fles", "hals"}, {"flessen", "hals"}));
  CHECK_FALSE(right("flessenhals", {"fles", "hals"}, {"fles", "senhals"}));
  CHECK(right("regeringsleden", {"regering", "lid"}, {"regerings", "leden"}));
  CHECK(right("aandelenmarkt", {"aandeel", "markt"}, {"aandelen", "markt"}));
}

TEST_CASE("every cut counts") {
  const Parts lemmas = {"arbeid", "tijd", "verkorting"};
  CHECK(right("arbeidstijdverkorting", lemmas, {"arbeids", "tijd", "verkorting"}));
  CHECK_FALSE(right("arbeidstijdverkorting", lemmas, {"arbeids", "tijdverkorting"}));
  const auto truth = true_cuts("arbeidstijdverkorting", lemmas);
  CHECK_FALSE(none_missing(*truth, *made_cuts("arbeidstijdverkorting", {"arbeids", "tijdverkorting"})));
  CHECK(none_missing(*truth, *made_cuts("arbeidstijdverkorting", {"arbeids", "tijd", "ver", "korting"})));
}

TEST_CASE("lemmas that the word does not show give no judgment") {
  CHECK_FALSE(true_cuts("gb", {"giga", "byte"}));
  CHECK_FALSE(true_cuts("vragen", {"op", "zaak"}));
}

TEST_CASE("parts must cover the word") {
  CHECK_FALSE(made_cuts("staatsbezoek", {"staats"}));
  CHECK_FALSE(made_cuts("staatsbezoek", {"taats", "bezoek"}));
  CHECK_FALSE(made_cuts("staatsbezoek", {"st", "bezoek"}));
  REQUIRE(made_cuts("staatsbezoek", {"staat", "bezoek"}));
  CHECK(made_cuts("staatsbezoek", {"staat", "bezoek"})->front().end == 5);
  CHECK(made_cuts("staatsbezoek", {"staat", "bezoek"})->front().begin == 6);
}
