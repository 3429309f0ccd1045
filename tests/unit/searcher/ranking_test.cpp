// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "nsearch/searcher.h"
#include "searching.h"
#include "tiny_index.h"

using tiny::document;

namespace {

/// Two hundred Dutch texts, a tenth of them on what will be asked, and one text in English that is full of
/// Dutch function words.
std::vector<nsearch::StoredDocument> mostly_dutch() {
  std::vector<nsearch::StoredDocument> documents;
  for (int i = 0; i < 200; ++i) {
    const std::string body =
        i % 10 == 0 ? "Een factuur voor de klanten." : "Een bericht voor de lezers van de krant.";
    documents.push_back(document("nl-" + std::to_string(i), "nl", "", body));
  }
  documents.push_back(document("en-1", "en", "", "The words een, voor and van are short ones."));
  return documents;
}

}  // namespace

TEST_CASE("The one text in another language does not come first for another language's stop words") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, mostly_dutch());
  nsearch::Searcher searcher({index.path().string()});
  nsearch::SearchRequest request = asking("van een factuur voor de klanten");
  request.plain = true;
  request.limit = 20;
  for (const std::string& id : ids(searcher.search(request))) CHECK(id != "en-1");
}

TEST_CASE("A stop word of another language still finds the text in which it is a word") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, mostly_dutch());
  nsearch::Searcher searcher({index.path().string()});
  nsearch::SearchRequest request = asking("short voor");
  request.plain = true;
  const std::vector<std::string> found = ids(searcher.search(request));
  REQUIRE_FALSE(found.empty());
  CHECK(found.front() == "en-1");
}
