// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "nsearch/query.h"
#include "shape.h"

using namespace nsearch;

namespace {

ParsedQuery plain(const std::string& text) {
  ParseOptions options;
  options.plain = true;
  return parse_query(text, options);
}

}  // namespace

TEST_CASE("plain text is a bag of its words, whatever they look like") {
  const std::pair<const char*, const char*> cases[] = {
      {"", "none"},
      {" \t\n", "none"},
      {"nvidia", "bag(nvidia)"},
      {"Chine: R&D, OpenAI -gegevens", "bag(Chine:, R&D,, OpenAI, -gegevens)"},
      {"a AND (b OR \"c) NOT", "bag(a, AND, (b, OR, \"c), NOT)"},
      {"titel:x +y =z \\w", "bag(titel:x, +y, =z, \\w)"},
      {"a\xC2\xA0"
       "b\x01"
       "c",
       "bag(a, b, c)"},
      {"\xE9"
       "t\xE9 ok\xFF",
       "bag(t, ok)"},
      {"\xFF\xFE", "none"},
      {"« l’IA »", "bag(«, l’IA, »)"},
  };
  for (const auto& [text, tree] : cases) {
    INFO("text: " << text);
    const ParsedQuery parsed = plain(text);
    CHECK(parsed.ok());
    CHECK(parsed.hints.empty());
    CHECK(test::shape(parsed.root) == tree);
    if (parsed.root.children.size() < 2) continue;  // one word comes back as that word
    const ParsedQuery again = parse_query(to_query_text(parsed.root));
    REQUIRE(again.ok());
    CHECK(test::same_tree(again.root, parsed.root));
  }
}

TEST_CASE("plain words know their place") {
  const std::string text = " é  (b ";
  const ParsedQuery parsed = plain(text);
  REQUIRE(parsed.root.children.size() == 2);
  CHECK(parsed.root.children[0].begin == 1);
  CHECK(parsed.root.children[0].end == 3);
  CHECK(parsed.root.children[1].begin == 5);
  CHECK(parsed.root.children[1].end == 7);
  CHECK(parsed.root.begin == 1);
  CHECK(parsed.root.end == 7);
}
