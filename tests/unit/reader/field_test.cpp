// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "nsearch/error.h"
#include "reader/field_map.h"
#include "reader/field_text.h"

using namespace nsearch;
using namespace nsearch::indexer;

TEST_CASE("a document field is bound to its own name unless it is mapped") {
  const FieldMap plain({});
  REQUIRE(plain.bindings().size() == 8);
  CHECK(plain.bindings().front().input == "id");
  CHECK(plain.bindings().front().path.empty());

  const FieldMap map({{"city", "place.city"}, {"body", "text"}, {"body", "content.text"}});
  std::vector<std::string> bodies;
  for (const FieldBinding& b : map.bindings()) {
    if (b.field == Field::body) bodies.push_back(b.input);
  }
  CHECK(bodies == std::vector<std::string>{"text", "content.text"});
  CHECK(map.bindings().back().facet == "city");
  CHECK(map.bindings().back().path == std::vector<std::string>{"place", "city"});
  using Given = std::vector<std::pair<std::string, std::string>>;
  CHECK_THROWS_AS(FieldMap(Given{{"body", ""}}), Error);
  CHECK_THROWS_AS(FieldMap(Given{{"", "text"}}), Error);
}

TEST_CASE("whole numbers as dates") {
  CHECK(date_from_number(2025) == "2025");
  CHECK(date_from_number(20250313) == "20250313");
  CHECK(date_from_number(1741858200) == "2025-03-13T09:30:00Z");
  CHECK(date_from_number(1741858200123) == "2025-03-13T09:30:00Z");
  CHECK(date_from_number(100000000) == "1973-03-03T09:46:40Z");
  for (const std::int64_t number : {0LL, -1LL, 12LL, 1599LL, 2200LL, 20250230LL, 99999999LL, 7258118400LL,
                                    99999999999LL, 9223372036854775807LL}) {
    CAPTURE(number);
    CHECK_FALSE(date_from_number(number));
  }
}

TEST_CASE("names and values of further fields") {
  CHECK(facet_name("catégorie") == "catégorie");
  CHECK(facet_name("dc:title of it") == "dc_title_of_it");
  CHECK(facet_name("").empty());
  CHECK(facet_name("a\nb").empty());
  CHECK(facet_name(std::string(64, 'x')).size() == 64);
  CHECK(facet_name(std::string(65, 'x')).empty());
  CHECK(number_text(1.5) == "1.5");
  CHECK(number_text(0.1) == "0.1");

  Document document;
  CHECK(add_facet(document, "a", " \t"));
  CHECK(document.facets.empty());
  for (std::size_t i = 0; i < max_facets; ++i) CHECK(add_facet(document, "a", std::to_string(i)));
  CHECK_FALSE(add_facet(document, "a", "one more"));
  CHECK(document.facets.size() == max_facets);
}
