// SPDX-License-Identifier: GPL-2.0-or-later
// ^2, word~, "..."~5, ~"...", wildcards.
#include <catch2/catch.hpp>
#include <string>

#include "checks.h"

using namespace nsearch;
using test::check_reading;
using test::check_refusal;
using test::hints;

TEST_CASE("a space that doesn't break belongs to a number between quotes, and is a space elsewhere") {
  const test::Reading rows[] = {
      {"\"290\u00A0000 euros\"", "\"290\u00A0000 euros\""},
      {"\"290\u202F000\"", "\"290\u202F000\""},
      {"\"13\u00A0mars\u00A02025\"", "\"13 mars 2025\""},
      {"\"\u00A0000\"", "\" 000\""},
  };
  for (const test::Reading& row : rows) check_reading(row);
}

TEST_CASE("a boost stands behind any operand") {
  const test::Reading rows[] = {
      {"a^2", "a^2"},
      {"a^2.5 b", "bag(a^2.5, b)"},
      {"a^0", "a^0"},
      {"a^1", "a"},
      {"\"a b\"^2", "\"a b\"^2"},
      {"title:a^3", "title:a^3"},
      {"title:(a b)^3", "bag(title:a, title:b)^3"},
      {"+a^2 -b^3", "bag(req(a^2), exc(b^3))"},
      {"NOT a^2", "not(a^2)"},
      {"(NOT a)^2", "not(a)^2"},
      {"(a OR b)^2 OR c", "or(or(a, b)^2, c)"},
      {"(a OR (b OR c)^2)", "or(a, or(b, c)^2)"},
      {"((a OR b) OR c)^2", "or(a, b, c)^2"},
      {"a AND (b AND c)^2", "and(a, and(b, c)^2)"},
      {"((a^2)^3)", "a^6"},
      {"(a^1000)^1000", "a^1000"},
      {"(a^2)b", "bag(a^2, b)"},
      {"a^2(b)", "bag(a^2, b)"},
      {"a^2\"b\"", "bag(a^2, \"b\")"},
      {"AND^2", "AND^2"},
      {"=a^2", "=a^2"},
      {"a~2^3", "a~2^3"},
      {"(a NEAR/5 b)^2", "near/5(a, b)^2"},
      {"\"a b\"~5^2", "near/5(a, b)^2"},
      {"atleast/3:a^2", "atleast/3(a^2)"},
      {"(atleast/3:a)^2", "atleast/3(a)^2"},
      {"a\\^2", "a^2"},
      {"^2", "^2"},
      {"a^b", "a^b"},
      {"lang:fr^2", "{lang:fr}^2"},
      {"lang:(fr OR nl)^2", "or({lang:fr}, {lang:nl})^2"},
      {"url:x^y", "{url:x^y}"},
      {"lang:\"fr^2\"", "{lang:fr^2}"},
  };
  for (const test::Reading& row : rows) {
    if (std::string(row.query) == "a\\^2" || std::string(row.query) == "lang:\"fr^2\"") {
      const ParsedQuery parsed = parse_query(row.query);  // a sign in the text, no mark
      CHECK(parsed.root.boost == 1);
      CHECK(parsed.root.text.find("^2") != std::string::npos);
    }
    check_reading(row);
  }
}

TEST_CASE("a boost that is none") {
  constexpr const char* message = "the number behind ^ is missing or none";
  const test::Refusal rows[] = {
      {"a^", 2, "^", message},           {"(a b)^", 6, "^", message},   {"\"a\"^ b", 4, "^", message},
      {"a^2x", 2, "^2x", message},       {"a^-1", 2, "^-1", message},   {"a^2,5", 2, "^2,5", message},
      {"été^1001", 4, "^1001", message}, {"a^2~", 2, "^2~", message},   {"a^2^3", 2, "^2^3", message},
      {"a^.5", 2, "^.5", message},       {"a^2. b", 2, "^2.", message},
  };
  for (const test::Refusal& row : rows) check_refusal(row);
  check_refusal(
      {("a^1" + std::string(400, '0')).c_str(), 2, ("^1" + std::string(400, '0')).c_str(), message});
}

TEST_CASE("a tilde behind a word lets letters differ") {
  const test::Reading rows[] = {
      {"nvidai~", "nvidai~1"},
      {"nvidai~1", "nvidai~1"},
      {"nvidai~2 x", "bag(nvidai~2, x)"},
      {"title:nvidai~", "title:nvidai~1"},
      {"-nvidai~", "exc(nvidai~1)"},
      {"(nvidai~)", "nvidai~1"},
      {"nvidai~\"x\"", "bag(nvidai~1, \"x\")"},
      {"~", "~"},
      {"~5", "~5"},
      {"a~b", "a~b"},
      {"a~2b", "a~2b"},
      {"a\\~", "a~"},
      {"source:Mond~", "{source:Mond~}"},
  };
  for (const test::Reading& row : rows) check_reading(row);
  CHECK(parse_query("a\\~").root.edits == 0);
  constexpr const char* too_many = "a word may differ in one letter or two";
  const test::Refusal refusals[] = {
      {"nvidai~3", 7, "~3", too_many},
      {"nvidai~0", 7, "~0", too_many},
      {"nvidai~99999999999", 7, "~99999999999", too_many},
      {"=nvidai~", 2, "nvidai~", "= and ~ in one word"},
      {"econom*~", 1, "econom*~", "wildcards and ~ in one word"},
      {"(a b)~", 6, "~", "~ stands behind a group"},
      {"(a b)~5", 6, "~5", "~ stands behind a group"},
  };
  for (const test::Refusal& row : refusals) check_refusal(row);
}

TEST_CASE("a tilde and a number behind a phrase is a distance") {
  const test::Reading rows[] = {
      {"\"a b\"~5", "near/5(a, b)"},
      {"\"a b  c\"~12", "near/12(a, b, c)"},
      {"=\"a b\"~5", "near/5(=a, =b)"},
      {"~\"a b\"~5", "near/5(a, b)"},
      {"title:\"a b\"~5", "near/5(title:a, title:b)"},
      {"title:(\"a b\"~5)", "near/5(title:a, title:b)"},
      {"\"econom* x\"~2", "near/2(econom*, x)"},
      {"«a b»~5 c", "bag(near/5(a, b), c)"},
      {"\"a b\"~5 NEAR/5 c", "near/5(near/5(a, b), c)"},
      {"\"AND b^2\"~5", "near/5(AND, b^2)"},
      {"\"a\"~\"b c\"", "bag(\"a\", ~\"b c\")"},
  };
  for (const test::Reading& row : rows) check_reading(row);
  constexpr const char* missing = "the number of words behind ~ is missing";
  const test::Refusal refusals[] = {
      {"\"a b\"~", 6, "~", missing},
      {"\"a b\"~0", 6, "~0", missing},
      {"\"a b\"~1001", 6, "~1001", missing},
      {"\"a\"~5", 1, "\"a\"~5", "a distance behind one word"},
      {"source:\"a b\"~5", 8, "\"a b\"~5", "~ stands behind the value of a filter"},
  };
  for (const test::Refusal& row : refusals) check_refusal(row);
}

TEST_CASE("a tilde before a phrase takes its words in any form") {
  const test::Reading rows[] = {
      {"~\"koers daalt\"", "~\"koers daalt\""},
      {"~«koers daalt»^2", "~\"koers daalt\"^2"},
      {"title:~\"koers daalt\"", "title:~\"koers daalt\""},
      {"-~\"a b\"", "exc(~\"a b\")"},
      {"NOT ~\"a b\"", "not(~\"a b\")"},
  };
  for (const test::Reading& row : rows) check_reading(row);
  check_refusal({"=~\"a b\"", 1, "=~", "= and ~ before one phrase"});
  check_refusal({"source:~\"a b\"", 8, "~", "~ stands before the value of a filter"});
  check_refusal({"source:(~\"a b\")", 9, "~", "~ stands before the value of a filter"});
}

TEST_CASE("wildcards") {
  const test::Reading rows[] = {
      {"econom*", "<econom*>"},
      {"mod?le", "<mod?le>"},
      {"*jes", "<*jes>"},
      {"=côt?", "=<côt?>"},
      {"title:econom* body:(mod?le)", "bag(title:<econom*>, body:<mod?le>)"},
      {"a*\\*b\\\\", "<a*\\*b\\\\>"},
      {"a*\\b", "<a*\\\\b>"},
      {"a*\\(", "<a*(>"},
      {"econom\\*", "econom*"},
      {"*", "*"},
      {"?", "?"},
      {"?!", "?!"},
      {"... ?", "bag(..., ?)"},
      {"\"econom* x\"", "\"econom* x\""},
      {"source:Le*", "{source:Le*}"},
      {"url:https://x.y/?a=b", "{url:https://x.y/?a=b}"},
      {"lang:(f? OR n*)", "or({lang:f?}, {lang:n*})"},
      {"日?", "<日?>"},
  };
  for (const test::Reading& row : rows) check_reading(row);
  CHECK_FALSE(parse_query("econom\\*").root.pattern);
  CHECK_FALSE(parse_query("*").root.pattern);
  CHECK(parse_query("econom*").root.pattern);
}

TEST_CASE("marks that do nothing are hinted at") {
  CHECK(hints("lang:fr^2") == "6 ^ does nothing behind a filter; a filter counts nothing in the ranking\n");
  CHECK(hints("source:Le*") == "8 * is no wildcard in a filter; source: compares whole values\n");
  CHECK(hints("\"econom* x\"") ==
        "1 * is no wildcard between quotes; write econom* NEAR/5 x, or \\* for the sign itself\n");
  CHECK(hints("econom! AND a") == "1 ! is no wildcard; write * for any ending\n");
  CHECK(hints("(a OR econom!)") == "7 ! is no wildcard; write * for any ending\n");
  CHECK(hints("non! dit le ministre").empty());
  CHECK(hints("econom\\! AND a").empty());
  CHECK(hints("le prix des 12 modèles?") ==
        "16 ? stands for one letter; write \\? for the sign itself, or a space before it\n");
  CHECK(hints("mod?le chat? AND x").empty());
}
