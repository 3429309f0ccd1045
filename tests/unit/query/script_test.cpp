// SPDX-License-Identifier: GPL-2.0-or-later
// Queries as they stand in a file: comments and names.
#include <catch2/catch.hpp>
#include <string>

#include "checks.h"
#include "shape.h"

using namespace nsearch;

namespace {

ParseOptions script() {
  ParseOptions options;
  options.script = true;
  return options;
}

void reads(const char* query, const char* tree) {
  test::check_reading({query, tree}, script());
}

QueryDiagnostic refused(const std::string& query) {
  const ParsedQuery parsed = parse_query(query, script());
  INFO("query: " << query);
  REQUIRE(parsed.diagnostic);
  CHECK_FALSE((parsed.diagnostic->suggestion.empty() && parsed.diagnostic->expected.empty()));
  return *parsed.diagnostic;
}

void refuses(const char* query, std::size_t line, std::size_t column, const char* message) {
  const QueryDiagnostic found = refused(query);
  INFO("query: " << query);
  CHECK(found.line == line);
  CHECK(found.column == column);
  CHECK(found.message == message);
}

}  // namespace

TEST_CASE("comments go from a # that stands by itself to the end of the line") {
  reads("# the watch on chips\na AND # both\n b", "and(a, b)");
  reads("a\n## ---\n#\n#\tx\nb", "bag(a, b)");
  reads("a # (\"", "a");
  reads("# nothing", "none");
  reads("C# F# #MeToo a#b", "bag(C#, F#, #MeToo, a#b)");
  reads("\"a # b\"", "\"a # b\"");
  reads("a \\# b", "bag(a, #, b)");
  reads("(a # x)\n)", "a");
  CHECK(test::shape(parse_query("a # b").root) == "bag(a, #, b)");
}

TEST_CASE("a name stands for what was defined") {
  reads("$ia = (IA OR \"intelligence artificielle\")\n$ia AND Nvidia",
        "and(or(IA, \"intelligence artificielle\"), Nvidia)");
  reads("$a = x\n$b = (y $a)\n\n$b OR $a", "or(bag(y, x), x)");
  reads("$a=(x)\n$b =\"y z\"\n$a $b", "bag(x, \"y z\")");
  reads("$a = # why\n (x\n OR y)  # so\n NOT $a", "not(or(x, y))");
  reads("$a = (x OR y)\n$a OR z", "or(x, y, z)");
  reads("$été = (x OR y)\n$été z", "bag(or(x, y), z)");
  reads("$5 $-x", "bag($5, $-x)");
  reads("$a = (x OR y)\n$a^2 OR z", "or(or(x, y)^2, z)");
  reads("$a = (x OR y)\n$a NEAR/5 z", "near/5(or(x, y), z)");
  reads("$a = (x OR y)\natleast/3:$a -$a +($a)", "bag(atleast/3(or(x, y)), exc(or(x, y)), req(or(x, y)))");
  reads("$a = (x OR body:y OR lang:fr)\ntitle:$a", "or(title:x, body:y, {lang:fr})");
  reads("$a = x\ntitle:($a b)", "bag(title:x, title:b)");
  reads("$a = lang:fr\n$a", "{lang:fr}");
  reads("$société2 = x\n$société2", "x");
  reads("$100 \\$a \"$a\" a$b", "bag($100, $a, \"$a\", a$b)");
  CHECK(test::shape(parse_query("$a b").root) == "bag($a, b)");
}

TEST_CASE("names that can't be followed") {
  refuses("$ia AND x", 1, 1, "there is no name $ia");
  refuses("$a = (x\n OR $b)\n$a", 2, 5, "there is no name $b");
  refuses("$a = (x $a)\n$a", 1, 9, "$a is used in its own definition");
  refuses("$a = ($b)\n$b = (x $a)\n$a", 1, 7, "the definitions of $a and $b use each other");
  refuses("$a = ($b)\n  $b = x\n$a", 1, 7, "$b is used above its definition");
  refuses("$a = x\n$a = y\n$a", 2, 1, "$a is defined twice");
  refuses("$a = x", 1, 6, "the query is missing: there are only names");
  refuses("$a =\n", 1, 1, "the value of $a is missing");
  refuses("$a = NOT x\n$a", 1, 6, "this is no part of the definition of $a");
  refuses("$a = x OR y\n$a", 1, 8, "this is no part of the definition of $a");
  refuses("$a = x y\n$a", 1, 8, "this is no part of the definition of $a");
  refuses("$a = x\n=$a", 2, 2, "a name stands behind = or ~");
  refuses("$a = x\nlang:$a", 2, 6, "a name stands behind a filter");
  refuses("$a = x\nlang:(fr OR $a)", 2, 13, "a name stands behind a filter");
  refuses("$a = x\n$a~2", 2, 3, "~ stands behind a group");
  refuses("$a = (x y)\n$a NEAR/5 z", 1, 7, "a group of words side by side has no place in NEAR/5");
  CHECK(refused("$chip = x\n$chips").suggestion ==
        "did you mean $chip? (the word itself is written \\$chips)");
}

TEST_CASE("a name that is not used is hinted at") {
  CHECK(test::hints("$a = x\n$b = y\n$a", script()) ==
        "1 $b is defined and not used; use it or leave it out\n");
}

TEST_CASE("names can't make a query explode") {
  std::string query = "$a0 = (x OR y)\n";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "$a" + std::to_string(i - 1);
    query += "$a" + std::to_string(i) + " = (" + before + " AND " + before + ")\n";
  }
  CHECK(refused(query + "$a39").message == "the names stand for more than 100000 words, phrases and groups");
  std::string wide = "$a = (x OR y)\n";
  for (int i = 0; i < 20000; ++i) wide += "$a ";
  CHECK(parse_query(wide, script()).ok());
}

TEST_CASE("names can't nest a query deeper than parentheses can") {
  const std::string open(50, '('), close(50, ')');
  std::string nested = "$a0 = x\n", chained = nested;
  for (int i = 1; i <= 11; ++i) {
    const std::string name = "$a" + std::to_string(i), before = "$a" + std::to_string(i - 1);
    nested += name + " = " + open + "y AND NOT " + before + close + '\n';
    chained += name + " = (" + before;
    for (int j = 0; j < 50; ++j) chained += j % 2 == 0 ? " NEAR/5 y" : " ADJ/3 z";
    chained += ")\n";
  }
  CHECK(refused(nested + "$a11").message == "the query nests too deep");
  CHECK(refused(chained + "$a11").message == "the query nests too deep");
}

TEST_CASE("what is said of a name's use spans both places") {
  const std::string query = "$a = (x OR y)\nNOT $a";
  const ParsedQuery parsed = parse_query(query, script());
  REQUIRE(parsed.ok());
  CHECK(parsed.root.begin == 6);
  CHECK(parsed.root.end >= 14);
  CHECK(parsed.root.children.at(0).begin == 6);
}
