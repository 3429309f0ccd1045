// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/wildcard_memory.h"

#include <catch2/catch.hpp>

using nsearch::searcher::WildcardMemory;

TEST_CASE("Wildcards are known until they are forgotten or too many") {
  WildcardMemory memory;
  CHECK(memory.find("*econ*") == nullptr);
  memory.add("*econ*", {Xapian::Query("economie"), {"economie", "econoom"}, 3, 2, 0});
  REQUIRE(memory.find("*econ*") != nullptr);
  CHECK(memory.find("*econ*")->forms.size() == 2);
  CHECK(memory.find("S*econ*") == nullptr);
  const std::vector<std::string> many(WildcardMemory::most_forms - 10, "form");
  memory.add("*a*", {Xapian::Query("a"), many, 3, many.size(), 0});
  CHECK(memory.find("*econ*") != nullptr);
  memory.add("*b*", {Xapian::Query("b"), many, 3, many.size(), 0});
  CHECK(memory.find("*econ*") == nullptr);
  CHECK(memory.find("*a*") == nullptr);
  CHECK(memory.find("*b*") != nullptr);
  memory.forget();
  CHECK(memory.find("*b*") == nullptr);
}
