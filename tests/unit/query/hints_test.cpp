// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "checks.h"
#include "nsearch/query.h"

using namespace nsearch;

namespace {

std::string hints(const std::string& query, ImplicitOperator implicit = ImplicitOperator::and_) {
  ParseOptions options;
  options.implicit = implicit;
  return test::hints(query, options);
}

std::string mixed(const std::string& reading) {
  return "1 AND and OR are mixed without parentheses; it is read as " + reading + '\n';
}

}  // namespace

TEST_CASE("AND and OR mixed without parentheses") {
  CHECK(hints("a OR b AND c") == mixed("a OR (b AND c)"));
  CHECK(hints("a AND b OR c") == mixed("(a AND b) OR c"));
  CHECK(hints("a NOT b OR c") == mixed("(a AND NOT b) OR c"));
  CHECK(hints("salaire minimum OR smic") == mixed("(salaire minimum) OR smic"));
  CHECK(hints("a OR b AND (c AND d)") == mixed("a OR (b AND c AND d)"));
  CHECK(hints("a OR (b AND c)").empty());
  CHECK(hints("(salaire minimum) OR smic").empty());
  CHECK(hints("a OR NOT b").empty());
  CHECK(hints("a b AND c").empty());
  CHECK(hints("a b AND c", ImplicitOperator::or_) == mixed("(a b) AND c"));
  CHECK(hints("a b OR c", ImplicitOperator::or_).empty());
  const std::string words(200, 'x');
  CHECK(hints(words + " OR b AND c").find("put parentheses round what belongs together") !=
        std::string::npos);
}

TEST_CASE("words that look like operators") {
  CHECK(hints("koers and beurs") == "7 and is a word here; write AND for the operator\n");
  CHECK(hints("koers Or beurs") == "7 Or is a word here; write OR for the operator\n");
  CHECK(hints("not koers") == "1 not is a word here; write NOT for the operator\n");
  CHECK(hints("a ET b") == "3 ET is a word here; write AND for the operator\n");
  CHECK(hints("a OU b") == "3 OU is a word here; write OR for the operator\n");
  CHECK(hints("a EN b") == "3 EN is a word here; write AND for the operator\n");
  CHECK(hints("a OF b") == "3 OF is a word here; write OR for the operator\n");
  CHECK(hints("a SAUF b") == "3 SAUF is a word here; write NOT for the operator\n");
  CHECK(hints("NIET (b)") == "1 NIET is a word here; write NOT for the operator\n");
  CHECK(hints("a and NOT b") == "3 and is a word here; write AND for the operator\n");
  for (const char* query : {"and", "and a", "a and", "a \\and b", "a AND or", "a \"and\" b", "a et b",
                            "a en b", "not", "a title:and b", "title:(a and b)", "a =and b"})
    CHECK(hints(query).empty());
}

TEST_CASE("other things that may not mean what they seem to") {
  CHECK(hints("Nvidia - bourse") ==
        "8 - with a space behind it is no operator; write it directly before a word: -word\n");
  CHECK(hints("Nvidia + bourse") ==
        "8 + with a space behind it is no operator; write it directly before a word: +word\n");
  CHECK(hints("Nvidia -").empty());
  CHECK(hints("(Nvidia - ) ").empty());
  CHECK(hints("a -- b").empty());
  CHECK(hints("a title: b") ==
        "3 title: with a space behind it is a word; write title:word, without the space, to search the "
        "field\n");
  CHECK(hints("Chine: b").empty());
  CHECK(hints("x a&&b") == "3 && inside a word is no operator; put spaces round it\n");
  CHECK(hints("a||b") == "1 || inside a word is no operator; put spaces round it\n");
  CHECK(hints("R&D a|b && c").empty());
  CHECK(hints("a OR +b") == "6 + does nothing in an OR; with AND, or among words side by side, it does\n");
  CHECK(hints("a -b +c").empty());
}

TEST_CASE("a hint is given once") {
  CHECK(hints("a and b and c") == "3 and is a word here; write AND for the operator\n");
  CHECK(hints("(a OR b AND c) AND (d OR e AND f)").find("mixed") != std::string::npos);
  const std::string twice = hints("(a OR b AND c) AND (d OR e AND f)");
  CHECK(twice.find("mixed") == twice.rfind("mixed"));
}
