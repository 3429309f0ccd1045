// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/kept_unions.h"

#include <catch2/catch.hpp>

#include "match/nodes.h"
#include "random_database.h"

using nsearch::glass::KeptUnions;
using nsearch::searcher::RandomDatabase;
using nsearch::searcher::match::Gathered;
using nsearch::searcher::match::Node;

namespace {

using Documents = std::vector<std::uint32_t>;

Documents documents_of(Node& node) {
  Documents all;
  for (std::uint32_t document = node.seek(1); document != Node::none; document = node.seek(document + 1))
    all.push_back(document);
  return all;
}

}  // namespace

TEST_CASE("What many terms find is kept when they are asked for a second time, and is the same") {
  RandomDatabase files(33, 2000);
  const auto local = files.open_local();
  REQUIRE(local);
  const std::vector<std::string> terms = {"t7", "t20", "t33", "t39"}, others = {"t7", "t20", "t33"};
  KeptUnions& unions = local->kept_unions();
  Gathered first(*local, terms, false);
  CHECK(unions.find(KeptUnions::digest(terms)) == nullptr);
  Gathered second(*local, terms, false);
  const KeptUnions::Union* kept = unions.find(KeptUnions::digest(terms));
  REQUIRE(kept != nullptr);
  Gathered third(*local, terms, false);
  const Documents found = documents_of(first);
  CHECK(found.size() > 100);
  CHECK(kept->documents == found.size());
  CHECK(documents_of(second) == found);
  CHECK(documents_of(third) == found);
  CHECK(third.counts.least == found.size());
  CHECK(third.counts.most == found.size());

  Gathered of_others(*local, others, false);
  CHECK(unions.find(KeptUnions::digest(others)) == nullptr);
  CHECK(documents_of(of_others) != found);
}

TEST_CASE("The digest of terms tells them apart where their bytes run on alike") {
  CHECK(KeptUnions::digest({"ab", "c"}) != KeptUnions::digest({"a", "bc"}));
  CHECK(KeptUnions::digest({"ab", "c"}) != KeptUnions::digest({"c", "ab"}));
  CHECK(KeptUnions::digest({"ab", "c"}) == KeptUnions::digest({"ab", "c"}));
}

TEST_CASE("Unions are kept as long as there is room") {
  KeptUnions unions;
  constexpr std::uint32_t documents = 40u << 20;  // 5 MB a union
  unsigned kept = 0;
  for (unsigned i = 0; i < 10; ++i) {
    const std::string digest = KeptUnions::digest({"t" + std::to_string(i)});
    CHECK_FALSE(unions.worth_keeping(digest, documents));
    if (!unions.worth_keeping(digest, documents)) continue;
    unions.keep(digest, {nsearch::glass::KeptList::Set(documents / 64 + 1), 0});
    ++kept;
  }
  CHECK(kept == 3);
  CHECK(unions.find(KeptUnions::digest({"t0"})) != nullptr);
}
