// SPDX-License-Identifier: GPL-2.0-or-later
#include "related/cognates.h"

#include <catch2/catch.hpp>
#include <string>

using nsearch::searcher::letter_classes;
using nsearch::searcher::WordShape;

namespace {

double likeness(const std::string& a, const std::string& b) {
  return WordShape(letter_classes(a)).likeness(letter_classes(b));
}

}  // namespace

TEST_CASE("letters that languages exchange for one another are one class") {
  CHECK(letter_classes("moskou") == letter_classes("moscou"));
  CHECK(letter_classes("alphabet") == letter_classes("alfabet"));
  CHECK(letter_classes("theologie") == letter_classes("teologie"));
  CHECK(letter_classes("quartz") == letter_classes("kuarts"));
  CHECK(letter_classes("tovar") != letter_classes("dovar"));
}

TEST_CASE("words of other scripts and numbers have no letter classes") {
  CHECK(letter_classes("москва").empty());
  CHECK(letter_classes("16.86").empty());
  CHECK(letter_classes("").empty());
}

TEST_CASE("likeness is the longest common subsequence by the longer word") {
  CHECK(likeness("distillation", "destillatie") == Approx(9.0 / 12));
  CHECK(likeness("moskau", "moscou") == Approx(5.0 / 6));
  CHECK(likeness("destillatie", "distillation") == Approx(9.0 / 12));
  CHECK(likeness("abcde", "abcde") == 1);
  CHECK(likeness("abcde", "fghlm") == 0);
  CHECK(likeness("abcdef", "fedcba") == Approx(1.0 / 6));
  CHECK(WordShape("").likeness("") == 0);
}

TEST_CASE("words of 64 letters and more are compared by their first 64") {
  const std::string a(64, 'a');
  CHECK(WordShape(a).likeness(a) == 1);
  CHECK(WordShape(std::string(100, 'a')).likeness(std::string(100, 'a')) == Approx(0.64));
  CHECK(WordShape(std::string(63, 'a') + "b").likeness("b") == Approx(1.0 / 64));
}
