// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/copies.h"

#include <catch2/catch.hpp>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "nsearch/analyzer.h"
#include "resemblance/fold_signature.h"

using namespace nsearch;
using namespace nsearch::resemblance;

namespace {

std::string signature_of(const std::string& body) {
  Analyzer analyzer("und");
  AnalyzedText text;
  analyzer.analyze(body, text);
  FoldSigner signer;
  signer.clear();
  for (const Token& token : text.tokens())
    if (token.kind == TokenKind::word) signer.add_body(token, body);
  std::string signature;
  signer.write(signature);
  return signature;
}

/// A text of its family, with so many of a hundred words another's.
std::string variant(unsigned family, unsigned percent, std::mt19937& random) {
  std::string text;
  for (unsigned i = 0; i < 150; ++i) {
    const bool other = random() % 100 < percent;
    text +=
        (other ? "x" + std::to_string(random() % 100'000) : "f" + std::to_string(family * 1000 + i)) + ' ';
  }
  return text;
}

bool share_a_band(const std::string& a, const std::string& b) {
  for (std::size_t band = 0; band < signature_bands; ++band)
    if (band_key(a, band) == band_key(b, band)) return true;
  return false;
}

}  // namespace

TEST_CASE("a text joins the earliest leader that it is a copy of, however many share their bands with it") {
  std::mt19937 random(7);
  std::vector<std::string> leaders;
  searcher::CopyGroups groups;
  std::size_t joined = 0;
  for (int i = 0; i < 900; ++i) {
    const std::string signature = signature_of(variant(random() % 3, random() % 40, random));
    std::size_t expected = 0;
    while (expected < leaders.size() &&
           !(share_a_band(leaders[expected], signature) && are_copies(leaders[expected], signature)))
      ++expected;
    if (expected == leaders.size()) {
      leaders.push_back(signature);
    } else {
      ++joined;
    }
    REQUIRE(groups.add(signature) == expected);
  }
  CHECK(groups.size() == leaders.size());
  CHECK(leaders.size() > 100);
  CHECK(joined > 100);
}

TEST_CASE("texts without words are copies of none") {
  searcher::CopyGroups groups;
  const std::string empty = signature_of("");
  CHECK(groups.add(empty) == 0);
  CHECK(groups.add(empty) == 1);
  CHECK(groups.add(signature_of("Een woord")) == 2);
  CHECK(groups.add(empty) == 3);
  CHECK(groups.add(signature_of("Een woord")) == 2);
}
