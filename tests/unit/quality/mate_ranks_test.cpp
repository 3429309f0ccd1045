// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/mate_ranks.h"

#include <catch2/catch.hpp>

using nsearch::quality::mate_ranks;
using nsearch::quality::MateRanks;
using nsearch::quality::TranslatedArticle;

namespace {

const std::map<std::string, TranslatedArticle> all{
    {"fr-1", {"fr-1", "fr", "one"}}, {"frca-1", {"frca-1", "fr", "one"}}, {"nl-1", {"nl-1", "nl", "one"}},
    {"de-1", {"de-1", "de", "one"}}, {"fr-2", {"fr-2", "fr", "two"}},     {"nl-2", {"nl-2", "nl", "two"}},
};

MateRanks ranks(const std::vector<std::string>& ranking) {
  return mate_ranks(all.at("fr-1"), all, ranking);
}

}  // namespace

TEST_CASE("the first mate counts, in any other language") {
  CHECK(ranks({"de-1", "nl-2", "nl-1"}).among_others == 1);
  CHECK(ranks({"nl-2", "de-1", "nl-1"}).among_others == Approx(0.5));
}

TEST_CASE("articles in its own language count in one figure, its own variants in none") {
  const MateRanks found = ranks({"frca-1", "fr-2", "nl-2", "nl-1"});
  CHECK(found.among_others == Approx(0.5));
  CHECK(found.among_all == Approx(1.0 / 3));
}

TEST_CASE("documents that are no part of the collection count as others; without a mate the figure is 0") {
  CHECK(ranks({"elsewhere", "nl-1"}).among_others == Approx(0.5));
  CHECK(ranks({"elsewhere", "nl-2"}).among_all == 0);
  CHECK(ranks({}).among_others == 0);
}
