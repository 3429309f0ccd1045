// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "checks.h"
#include "shape.h"

using namespace nsearch;
using test::check_reading;
using test::check_refusal;
using test::hints;

TEST_CASE("proximity operators") {
  const test::Reading rows[] = {
      {"a NEAR/5 b", "near/5(a, b)"},
      {"a near/5 b", "near/5(a, b)"},
      {"a w/5 b", "near/5(a, b)"},
      {"a W/5 b", "near/5(a, b)"},
      {"a ADJ/3 b", "adj/3(a, b)"},
      {"a adj/3 b", "adj/3(a, b)"},
      {"a pre/3 b", "adj/3(a, b)"},
      {"a NOTNEAR/3 b", "notnear/3(a, b)"},
      {"a notnear/3 b", "notnear/3(a, b)"},
      {"a SENTENCE b", "sentence(a, b)"},
      {"a w/s b", "sentence(a, b)"},
      {"a PARAGRAPH b", "paragraph(a, b)"},
      {"a w/p b", "paragraph(a, b)"},
      {"a NEAR b", "near/10(a, b)"},
      {"a ADJ b", "adj/1(a, b)"},
      {"a NOTNEAR b", "notnear/10(a, b)"},
      {"a NEAR/1000 b", "near/1000(a, b)"},
      {"(daling OR koersval) NEAR/5 aandeel", "near/5(or(daling, koersval), aandeel)"},
      {"\"a b\" NEAR/5 (c OR \"d e\")", "near/5(\"a b\", or(c, \"d e\"))"},
      {"title:(a NEAR/5 b)", "near/5(title:a, title:b)"},
      {"(a)NEAR/5(b)", "near/5(a, b)"},
      {"econom* NEAR/5 nvidai~", "near/5(<econom*>, nvidai~1)"},
      {"a near b", "bag(a, near, b)"},
      {"w/o a w/ b near/far", "bag(w/o, a, w/, b, near/far)"},
      {"sentence a paragraph", "bag(sentence, a, paragraph)"},
      {"a \\NEAR/5 b", "bag(a, NEAR/5, b)"},
      {"a \"NEAR/5\" b", "bag(a, \"NEAR/5\", b)"},
  };
  for (const test::Reading& row : rows) check_reading(row);
}

TEST_CASE("proximity binds tighter than NOT and looser than signs and marks") {
  const test::Reading rows[] = {
      {"NOT a NEAR/5 b", "not(near/5(a, b))"},
      {"a b NEAR/5 c d", "bag(a, near/5(b, c), d)"},
      {"a NEAR/5 b AND c", "and(near/5(a, b), c)"},
      {"a NEAR/5 b OR c NEAR/5 d", "or(near/5(a, b), near/5(c, d))"},
      {"a NEAR/5 b NOT c ADJ d", "and(near/5(a, b), not(adj/1(c, d)))"},
      {"a^2 NEAR/5 =b", "near/5(a^2, =b)"},
      {"+(a NEAR/5 b)", "req(near/5(a, b))"},
      {"title:a NEAR/5 b", "near/5(title:a, b)"},
  };
  for (const test::Reading& row : rows) check_reading(row);
}

TEST_CASE("chains of proximity operators") {
  const test::Reading rows[] = {
      {"a NEAR/5 b NEAR/5 c w/5 d", "near/5(a, b, c, d)"},
      {"a NEAR/5 b NEAR/6 c", "near/6(near/5(a, b), c)"},
      {"a NEAR/5 b ADJ/5 c NEAR/5 d", "near/5(adj/5(near/5(a, b), c), d)"},
      {"(a NEAR/5 b) NEAR/5 c", "near/5(near/5(a, b), c)"},
      {"a NEAR/5 (b NEAR/5 c)", "near/5(a, near/5(b, c))"},
      {"a NOTNEAR/5 b NOTNEAR/5 c", "notnear/5(notnear/5(a, b), c)"},
      {"a SENTENCE b SENTENCE c", "sentence(a, b, c)"},
  };
  for (const test::Reading& row : rows) check_reading(row);
  CHECK(hints("a NEAR/5 b NEAR/5 c").empty());
  CHECK(hints("a NOTNEAR/5 b NOTNEAR/5 c").empty());
  CHECK(hints("(a NEAR/5 b) ADJ/3 c").empty());
  CHECK(hints("a NEAR/5 b ADJ/3 c") ==
        "1 NEAR/5 and ADJ/3 are chained without parentheses; it is read as (a NEAR/5 b) ADJ/3 ...\n");
  CHECK(hints("a NEAR/5 b NEAR/6 c").find("NEAR/5 and NEAR/6 are chained") != std::string::npos);
}

TEST_CASE("words beside a proximity operator are not in it") {
  CHECK(
      hints("salaire minimum NEAR/5 France") ==
      "9 NEAR and its like take only the word beside them; it is read as salaire (minimum NEAR/5 France)\n");
  CHECK(hints("salaire (minimum NEAR/5 France)").empty());
  CHECK(hints("salaire \"minimum France\"~5").empty());
  CHECK(hints("NOT a NEAR/5 b").empty());
}

TEST_CASE("at least so many times") {
  const test::Reading rows[] = {
      {"atleast/3:nvidia", "atleast/3(nvidia)"},
      {"ATLEAST/3:nvidia", "atleast/3(nvidia)"},
      {"atleast/3:(a OR b) c", "bag(atleast/3(or(a, b)), c)"},
      {"atleast/3:\"a b\"", "atleast/3(\"a b\")"},
      {"atleast/3:title:nvidia", "atleast/3(title:nvidia)"},
      {"title:(atleast/3:nvidia)", "atleast/3(title:nvidia)"},
      {"atleast/3:=IA", "atleast/3(=IA)"},
      {"atleast/3:econom*", "atleast/3(<econom*>)"},
      {"-atleast/3:a +atleast/2:b", "bag(exc(atleast/3(a)), req(atleast/2(b)))"},
      {"atleast/3:(a NEAR/5 b)", "atleast/3(near/5(a, b))"},
      {"\\atleast/3:a", "atleast/3:a"},
      {"atleast 3", "bag(atleast, 3)"},
  };
  for (const test::Reading& row : rows) check_reading(row);
  CHECK(parse_query("\\atleast/3:a").root.kind == QueryKind::word);
  constexpr const char* incomplete = "atleast/ is not complete";
  const test::Refusal refusals[] = {
      {"atleast/:a", 1, "atleast/:", incomplete},
      {"atleast/0:a", 1, "atleast/0:", incomplete},
      {"atleast/1001:a", 1, "atleast/1001:", incomplete},
      {"x atleast/3: a", 3, "atleast/3:", incomplete},
      {"atleast/3(a)", 1, "atleast/3", incomplete},
      {"atleast/x:a", 1, "atleast/", incomplete},
      {"title:atleast/3:a", 7, "atleast/3:", "atleast/ stands behind a field or another atleast/"},
      {"atleast/3:atleast/2:a", 11, "atleast/2:", "atleast/ stands behind a field or another atleast/"},
      {"atleast/3:-a", 11, "-", "- stands behind atleast/"},
      {"atleast/3:(a b)", 12, "a b", "a group of words side by side has no place in atleast/3"},
      {"atleast/3:lang:fr", 11, "lang:fr", "a filter has no place in atleast/3"},
  };
  for (const test::Refusal& row : refusals) check_refusal(row);
  CHECK(parse_query("atleast3:a").diagnostic.value().suggestion.find("atleast/3:word") != std::string::npos);
}

TEST_CASE("proximity operators without their operands") {
  const test::Refusal rows[] = {
      {"NEAR/5 b", 1, "NEAR/5", "nothing stands before NEAR/5"},
      {"a NEAR/5", 3, "NEAR/5", "nothing follows NEAR/5"},
      {"a (b w/5) c", 6, "w/5", "nothing follows w/5"},
      {"a NEAR/5 ADJ b", 10, "ADJ", "two operators side by side: NEAR/5 ADJ"},
      {"a AND NEAR b", 7, "NEAR", "two operators side by side: AND NEAR"},
      {"a NEAR/5 NOT b", 10, "NOT", "NOT stands behind NEAR/5"},
      {"a NOT NEAR/5 b", 7, "NEAR/5", "NEAR/5 stands behind NOT"},
      {"a NEAR/0 b", 3, "NEAR/0", "there is no number from 1 to 1000 behind the slash of NEAR/0"},
      {"a NEAR/x b", 3, "NEAR/x", "there is no number from 1 to 1000 behind the slash of NEAR/x"},
      {"a w/1001 b", 3, "w/1001", "there is no number from 1 to 1000 behind the slash of w/1001"},
      {"a ADJ/ b", 3, "ADJ/", "there is no number from 1 to 1000 behind the slash of ADJ/"},
  };
  for (const test::Refusal& row : rows) check_refusal(row);
}

TEST_CASE("what has no place in a text can't stand near something") {
  const test::Refusal rows[] = {
      {"a NEAR/5 lang:fr", 10, "lang:fr", "a filter has no place in NEAR/5"},
      {"(a AND b) NEAR/5 c", 2, "a AND b", "AND has no place in NEAR/5"},
      {"(a b) w/5 c", 2, "a b", "a group of words side by side has no place in w/5"},
      {"a SENTENCE (NOT b)", 13, "NOT b", "NOT has no place in SENTENCE"},
      {"+a NEAR/5 b", 1, "+a", "+ has no place in NEAR/5"},
      {"a NEAR/5 -b", 10, "-b", "- has no place in NEAR/5"},
      {"a ADJ (b OR (c AND d))", 14, "c AND d", "AND has no place in ADJ"},
      {"a ADJ (b OR -c)", 13, "-c", "- has no place in ADJ"},
      {"(atleast/3:a) NEAR/5 b", 2, "atleast/3:a", "atleast/ has no place in NEAR/5"},
  };
  for (const test::Refusal& row : rows) check_refusal(row);
}

TEST_CASE("numbers without a slash are hinted at") {
  CHECK(hints("a NEAR5 b") == "3 NEAR5 is a word here; write NEAR/5 for the operator\n");
  CHECK(hints("a adj3 b") == "3 adj3 is a word here; write adj/3 for the operator\n");
  CHECK(hints("a SAME b") == "3 SAME is a word here; write PARAGRAPH for the operator\n");
  CHECK(hints("a W5 b").empty());
}

TEST_CASE("operators in further languages") {
  ParseOptions french, dutch, both;
  french.operators = {"fr"};
  dutch.operators = {"nl"};
  both.operators = {"en", "fr", "nl"};
  check_reading({"a ET b OU c SAUF d", "or(and(a, b), and(c, not(d)))"}, french);
  check_reading({"a EN b OF c NIET d", "or(and(a, b), and(c, not(d)))"}, dutch);
  check_reading({"a EN b OF c NIET d", "bag(a, EN, b, OF, c, NIET, d)"}, french);
  check_reading({"a ET b OU c", "bag(a, ET, b, OU, c)"}, dutch);
  check_reading({"a ET b EN c AND d", "and(a, b, c, d)"}, both);
  check_reading({"a et b ou c", "bag(a, et, b, ou, c)"}, french);
  check_reading({"\\ET \"OU\"", "bag(ET, \"OU\")"}, french);
  check_refusal({"a ET", 3, "ET", "nothing follows ET"}, french);
  CHECK(hints("a ET b", french).empty());
  CHECK(hints("a EN b", french) == "3 EN is a word here; write AND for the operator\n");
}

TEST_CASE("chains of differing proximity operators are bounded like parentheses") {
  std::string query = "a";
  for (int i = 0; i < 500; ++i) query += i % 2 == 0 ? " NEAR/5 b" : " ADJ/5 b";
  REQUIRE(parse_query(query).ok());
  query += " NEAR/5 b NEAR/6 b";
  REQUIRE_FALSE(parse_query(query).ok());
  CHECK(parse_query(query).diagnostic->message == "the query nests too deep");
  std::string nested = "a";
  for (int level = 0; level < 10; ++level) {
    for (int i = 0; i < 60; ++i) nested += i % 2 == 0 ? " NEAR/5 b" : " ADJ/5 b";
    nested = '(' + nested + ')';
  }
  REQUIRE_FALSE(parse_query(nested).ok());
  CHECK(parse_query(nested).diagnostic->message == "the query nests too deep");
}

TEST_CASE("10,000 operands of one proximity operator make one node") {
  std::string query = "a";
  for (int i = 1; i < 10000; ++i) query += " NEAR/5 a";
  const ParsedQuery parsed = parse_query(query);
  REQUIRE(parsed.ok());
  CHECK(parsed.root.children.size() == 10000);
}
