// SPDX-License-Identifier: GPL-2.0-or-later
// The example of docs/adding-a-format.md is compiled, works, and is the one that the page shows.
#include <catch2/catch.hpp>
#include <iterator>

#include "paths.h"
#include "support.h"

namespace nsearch::indexer {
ReaderEntry bulletins_format();
}

using namespace reader_test;

TEST_CASE("the example reader reads its format") {
  const std::string bytes = "Eerste\n\nTekst.\nMeer.\n%%\nTweede\nTekst \xE9.\nGoed.\n%%\n%%\nLeeg\n";
  Collected read;
  const ReaderEntry entry = bulletins_format();
  entry.make({})->read(*memory_source(bytes), {"in", 0}, read);
  REQUIRE(read.documents.size() == 2);
  CHECK(read.documents[0].title == "Eerste");
  CHECK(read.documents[0].body == "\nTekst.\nMeer.\n");
  CHECK(read.documents[0].origin.record == 1);
  CHECK(read.documents[1].body == "Goed.\n");
  CHECK(read.documents[1].origin.record == 6);
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].line == 7);
  CHECK(read.rejections[0].byte == bytes.find('\xE9'));
  CHECK(entry.recognise("a.bulletins", "") > 0);
}

TEST_CASE("the page shows the example as it is") {
  const auto content = [](const std::string& path) {
    std::ifstream file(std::string(NSEARCH_SOURCE_DIR) + path);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  const std::string example = content("/tests/unit/reader/example_format.cpp");
  REQUIRE_FALSE(example.empty());
  CHECK(content("/docs/adding-a-format.md").find("```cpp\n" + example + "```\n") != std::string::npos);
}
