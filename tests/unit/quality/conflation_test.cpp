// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/conflation.h"

#include <catch2/catch.hpp>

using namespace nsearch::quality;

namespace {

const std::vector<LemmaForm> words = {{"loop", "lopen"},  {"loopt", "lopen"}, {"liep", "lopen"},
                                      {"loops", "loops"}, {"loop", "loop"},   {"lopen", "loop"},
                                      {"lopen", "lopen"}};

std::string first_two(const std::string& form) {
  return form.substr(0, 2);
}

}  // namespace

TEST_CASE("pairs of one lemma and pairs of one stem") {
  // Forms: liep, loop (lopen, loop), loops (loops), loopt (lopen), lopen (lopen, loop).
  const Conflation c = count_conflation(words, first_two);
  CHECK(c.forms == 5);
  // Six pairs of {liep, loop, loopt, lopen} share lopen; loop-lopen shares loop as well and counts once.
  CHECK(c.lemma_pairs == 6);
  CHECK(c.together == 3);    // loop-loopt, loop-lopen, loopt-lopen
  CHECK(c.stem_pairs == 6);  // of the four that begin with "lo"
  CHECK(c.wrong == 3);       // loops with each of the others
  CHECK(c.together_share() == 0.5);
  CHECK(c.wrong_share() == 0.5);
}

TEST_CASE("no stemming brings nothing together and errs nowhere") {
  const Conflation c = count_conflation(words, [](const std::string& form) { return form; });
  CHECK(c.together == 0);
  CHECK(c.stem_pairs == 0);
  CHECK(c.wrong_share() == 0);
}

TEST_CASE("one stem for all brings everything together, wrongly") {
  const Conflation c = count_conflation(words, [](const std::string&) { return std::string(); });
  CHECK(c.together_share() == 1);
  CHECK(c.stem_pairs == 10);
  CHECK(c.wrong == 4);  // loops with the other four
}
