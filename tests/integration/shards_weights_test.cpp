// SPDX-License-Identifier: GPL-2.0-or-later
// Documents weigh the same whether they lie in one shard or in several.
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "nsearch/index_writer.h"
#include "search_fixture.h"

namespace {

constexpr std::size_t documents = 300;

/// Of a few words each, so that every combination of them comes.
nsearch::Document document(std::size_t number, std::mt19937& random) {
  static const std::vector<std::string> words = {"koers", "kurs", "beurs",   "minister", "regering",
                                                 "markt", "bank", "aandeel", "verlies",  "winst"};
  nsearch::Document made;
  made.id = "d" + std::to_string(number);
  made.language = "nl";
  for (int i = 0; i < 8; ++i) made.body += words[random() % words.size()] + " ";
  made.body += ".";
  return made;
}

void index(const std::string& folder, unsigned shards) {
  nsearch::WriterOptions options;
  options.threads = 1;
  options.shards = shards;
  nsearch::IndexWriter writer(folder, options);
  std::mt19937 random(1);
  for (std::size_t i = 0; i < documents; ++i) writer.add(document(i, random));
  writer.commit();
}

}  // namespace

TEST_CASE("documents weigh the same in one shard and in several", "[shards]") {
  const LiveIndex folder;
  const std::string one = folder.path() + ".one", several = folder.path() + ".several";
  index(one, 1);
  index(several, 3);
  nsearch::Searcher single({one}), sharded({several});
  for (
      const std::string query : {
          // What is excluded from an alternative does not weigh there.
          "koers AND NOT (regering AND minister) OR beurs",
          "(NOT minist~2) koers OR markt",
          "markt OR koers AND NOT (bank NEAR/3 (winst OR verlies))",
          // Alternatives that libxapian would lose, in one shard or in later ones, where only the best are wanted.
          "\"verlies\" koers~2 \"markt\" (winst NEAR/3 markt)",
          "+(NOT \"regering markt\") regering beurs (bank NEAR/2 bank)",
          "+(NOT \"kurs koers\") bank (verlies NEAR/2 minister) (regering AND kurs~2)",
      }) {
    nsearch::SearchRequest request = asking(query);
    request.implicit = nsearch::ImplicitOperator::or_;
    request.snippets = false;
    for (const std::size_t limit : {std::size_t{2}, std::size_t{10}, documents}) {
      request.limit = limit;
      const nsearch::SearchResults here = single.search(request), there = sharded.search(request);
      INFO(query << ", the best " << limit);
      REQUIRE_FALSE(here.hits.empty());
      REQUIRE(here.hits.size() == there.hits.size());
      for (std::size_t i = 0; i < here.hits.size(); ++i) {
        INFO(here.hits[i].id);
        CHECK(here.hits[i].score == Approx(there.hits[i].score).epsilon(1e-9).margin(1e-9));
      }
    }
  }
}
