// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "checks.h"
#include "nsearch/query.h"
#include "shape.h"

using namespace nsearch;

namespace {

using Case = test::Reading;

void check(const Case& row) {
  test::check_reading(row);
}

}  // namespace

TEST_CASE("words, phrases and what is next to nothing") {
  const Case cases[] = {
      {"", "none"},
      {"   ", "none"},
      {"\t\r\n", "none"},
      {"\xC2\xA0\xE3\x80\x80", "none"},
      {"nvidia", "nvidia"},
      {"  nvidia  ", "nvidia"},
      {"distillation Nvidia", "bag(distillation, Nvidia)"},
      {"a\tb\nc\rd", "bag(a, b, c, d)"},
      {"a\x01"
       "b",
       "bag(a, b)"},
      {"a\x7F"
       "b",
       "bag(a, b)"},
      {"10\xC2\xA0%", "bag(10, %)"},
      {"\xEF\xBB\xBF"
       "nvidia",
       "nvidia"},
      {"été 日本語 עברית", "bag(été, 日本語, עברית)"},
      {"l'IA d’OpenAI", "bag(l'IA, d’OpenAI)"},
      {"Deepseek-V3 R&D C++ 16,86 a/b", "bag(Deepseek-V3, R&D, C++, 16,86, a/b)"},
      {"… – — : ; , !", "bag(…, –, —, :, ;, ,, !)"},
      {"🙂 👍🏽", "bag(🙂, 👍🏽)"},
      {"and or not And ANDROID ANDY NOTE", "bag(and, or, not, And, ANDROID, ANDY, NOTE)"},
      {"\"salaire minimum\"", "\"salaire minimum\""},
      {"“salaire minimum”", "\"salaire minimum\""},
      {"«salaire minimum»", "\"salaire minimum\""},
      {"»salaire minimum«", "\"salaire minimum\""},
      {"„salaire minimum“", "\"salaire minimum\""},
      {"„salaire minimum”", "\"salaire minimum\""},
      {"”salaire minimum”", "\"salaire minimum\""},
      {"« salaire minimum »", "\" salaire minimum \""},
      {"\"dit « oui » “hier”\"", "\"dit « oui » “hier”\""},
      {"«dit \"oui\"»", "\"dit \"oui\"\""},
      {"\"a\tb\nc\"", "\"a b c\""},
      {"\"a (b AND c\"", "\"a (b AND c\""},
      {"\"a\"\"b\"", "bag(\"a\", \"b\")"},
      {"l\"IA\"x", "bag(l, \"IA\", x)"},
      {"\"...\"", "\"...\""},
  };
  for (const Case& row : cases) check(row);
}

TEST_CASE("operators") {
  const Case cases[] = {
      {"distillation AND Nvidia", "and(distillation, Nvidia)"},
      {"a OR b", "or(a, b)"},
      {"NOT a", "not(a)"},
      {"NOT NOT a", "not(not(a))"},
      {"a AND b AND c", "and(a, b, c)"},
      {"a OR b OR c OR d", "or(a, b, c, d)"},
      {"a AND NOT b", "and(a, not(b))"},
      {"a OR NOT b", "or(a, not(b))"},
      {"a NOT b", "and(a, not(b))"},
      {"NOT a b", "and(b, not(a))"},
      {"NOT a NOT b", "and(not(a), not(b))"},
      {"a NOT b c", "and(bag(a, c), not(b))"},
      {"a b NOT c NOT d", "and(bag(a, b), not(c), not(d))"},
      {"a b AND c", "and(bag(a, b), c)"},
      {"a AND b c", "and(a, bag(b, c))"},
      {"a AND b NOT c", "and(a, b, not(c))"},
      {"a b OR c d", "or(bag(a, b), bag(c, d))"},
      {"a b NOT c OR d", "or(and(bag(a, b), not(c)), d)"},
      {"a OR b AND c", "or(a, and(b, c))"},
      {"a AND b OR c AND d", "or(and(a, b), and(c, d))"},
      {"NOT a AND b", "and(not(a), b)"},
      {"NOT a OR b", "or(not(a), b)"},
      {"a && b", "and(a, b)"},
      {"a & b", "and(a, b)"},
      {"a || b", "or(a, b)"},
      {"a | b", "or(a, b)"},
      {"a|b", "a|b"},
      {"a||b", "a||b"},
      {"\"a\"AND\"b\"", "and(\"a\", \"b\")"},
      {"(a)AND(b)", "and(a, b)"},
      {"(a)&&(b)", "and(a, b)"},
      {"NOT(a)", "not(a)"},
      {"\"AND\"", "\"AND\""},
      {"a And b", "bag(a, And, b)"},
      {"ET OU EN OF NIET SAUF", "bag(ET, OU, EN, OF, NIET, SAUF)"},
  };
  for (const Case& row : cases) check(row);
}

TEST_CASE("parentheses") {
  const Case cases[] = {
      {"(a)", "a"},
      {"((((a))))", "a"},
      {"(a OR b) AND c", "and(or(a, b), c)"},
      {"a AND (b OR c)", "and(a, or(b, c))"},
      {"(a AND b) AND c", "and(a, b, c)"},
      {"a AND (b AND (c AND d)) AND e", "and(a, b, c, d, e)"},
      {"(a OR b) OR (c OR d)", "or(a, b, c, d)"},
      {"a AND (b NOT c)", "and(a, b, not(c))"},
      {"(a b) c", "bag(bag(a, b), c)"},
      {"(a b)(c)", "bag(bag(a, b), c)"},
      {"a(b OR c)d", "bag(a, or(b, c), d)"},
      {"a (NOT b)", "bag(a, not(b))"},
      {"NOT (a OR b)", "not(or(a, b))"},
      {"(OpenAI OR Deepseek) AND NOT (koers OR beurs)", "and(or(OpenAI, Deepseek), not(or(koers, beurs)))"},
      {"( a OR\tb )", "or(a, b)"},
      {"(a AND b) OR (c AND (d OR e))", "or(and(a, b), and(c, or(d, e)))"},
      {"NOT (NOT (a))", "not(not(a))"},
  };
  for (const Case& row : cases) check(row);
}

TEST_CASE("signs") {
  const Case cases[] = {
      {"+a -b", "bag(req(a), exc(b))"},
      {"+Nvidia -bourse prix", "bag(req(Nvidia), exc(bourse), prix)"},
      {"-a", "exc(a)"},
      {"-a -b", "bag(exc(a), exc(b))"},
      {"+\"a b\" -\"c d\"", "bag(req(\"a b\"), exc(\"c d\"))"},
      {"+(a OR b) -(c d)", "bag(req(or(a, b)), exc(bag(c, d)))"},
      {"-«a b»", "exc(\"a b\")"},
      {"OpenAI -gegevens", "bag(OpenAI, exc(gegevens))"},
      {"a - b", "bag(a, -, b)"},
      {"a -", "bag(a, -)"},
      {"+", "+"},
      {"(a -)", "bag(a, -)"},
      {"a -- b", "bag(a, --, b)"},
      {"+- =", "bag(+-, =)"},
      {"a-b a+b a=b", "bag(a-b, a+b, a=b)"},
      {"-5", "exc(5)"},
      {"NOT -a", "not(exc(a))"},
      {"NOT +a", "not(req(a))"},
      {"+a AND -b", "and(req(a), exc(b))"},
      {"-a OR b", "or(exc(a), b)"},
      {"(a)-b", "bag(a, exc(b))"},
      {"-(-a)", "exc(exc(a))"},
      {"-AND", "exc(AND)"},
      {"=IA", "=IA"},
      {"=\"Le Monde\"", "=\"Le Monde\""},
      {"+=IA -=ai", "bag(req(=IA), exc(=ai))"},
      {"=OR", "=OR"},
      {"(=a OR =b)", "or(=a, =b)"},
  };
  for (const Case& row : cases) check(row);
}

TEST_CASE("fields") {
  const Case cases[] = {
      {"title:nvidia", "title:nvidia"},
      {"TITLE:nvidia Lang:NL", "bag(title:nvidia, {lang:NL})"},
      {"title:\"koers daalt\"", "title:\"koers daalt\""},
      {"title:«koers daalt»", "title:\"koers daalt\""},
      {"title:(a OR b)", "or(title:a, title:b)"},
      {"title:(a \"b c\" -d)", "bag(title:a, title:\"b c\", exc(title:d))"},
      {"title:(a AND body:b AND lang:fr) d", "bag(and(title:a, body:b, {lang:fr}), d)"},
      {"title:(a AND (b OR c)) d", "bag(and(title:a, or(title:b, title:c)), d)"},
      {"title:=IA", "title:=IA"},
      {"title:=\"L'IA\"", "title:=\"L'IA\""},
      {"title:AND", "title:AND"},
      {"title:a:b", "title:a:b"},
      {"title:https://x.y", "title:https://x.y"},
      {"+title:a -lang:fr", "bag(req(title:a), exc({lang:fr}))"},
      {"NOT lang:nl", "not({lang:nl})"},
      {"lang:(fr OR nl)", "or({lang:fr}, {lang:nl})"},
      {"lang:(fr nl) a", "bag(bag({lang:fr}, {lang:nl}), a)"},
      {"source:\"Le Monde\"", "{source:Le Monde}"},
      {"source:=\"Le Monde\"", "{source:Le Monde}"},
      {"lang:=fr", "{lang:fr}"},
      {"date:2025-01..2025-03", "{date:2025-01..2025-03}"},
      {"date:>=2025-03-13 AND date:<2026", "and({date:>=2025-03-13}, {date:<2026})"},
      {"date:-3d", "{date:-3d}"},
      {"id:urn:x:1", "{id:urn:x:1}"},
      {"id:(urn:x:1 OR urn:x:2) lang:fr", "bag(or({id:urn:x:1}, {id:urn:x:2}), {lang:fr})"},
      {"id:((urn:x:1) OR urn:x:2)", "or({id:urn:x:1}, {id:urn:x:2})"},
      {"url:https://x.y/a?b=c&d", "{url:https://x.y/a?b=c&d}"},
      {"url:http://x/a_(b)_c d", "bag({url:http://x/a_(b)_c}, d)"},
      {"(url:http://x/a) d", "bag({url:http://x/a}, d)"},
      {"(lang:fr)", "{lang:fr}"},
      {"source:\"a \\\"b\\\" \\\\ c\"", "{source:a \"b\" \\ c}"},
      {"lang:AND", "{lang:AND}"},
  };
  for (const Case& row : cases) check(row);
}

TEST_CASE("colons that make no field") {
  const Case cases[] = {
      {"http://x.y https://z/a?b=c", "bag(http://x.y, https://z/a?b=c)"},
      {"ftp://x", "ftp://x"},
      {"12:30", "12:30"},
      {"C:\\", "C:\\"},
      {"C:\\Temp\\x", "C:\\Temp\\x"},
      {"C:\\ NOT x", "and(C:\\, not(x))"},
      {"Chine: R&D", "bag(Chine:, R&D)"},
      {"Chine:", "Chine:"},
      {"(Chine:)", "Chine:"},
      {"Chine:\xC2\xA0"
       "R&D",
       "bag(Chine:, R&D)"},
      {"title: nvidia", "bag(title:, nvidia)"},
      {"std::vector", "std::vector"},
      {"R&D:x", "R&D:x"},
      {"catégorie:x", "catégorie:x"},
      {":x", ":x"},
      {"_a:x", "_a:x"},
      {"- :", "bag(-, :)"},
  };
  for (const Case& row : cases) check(row);
}

TEST_CASE("the backslash") {
  const Case cases[] = {
      {"\\AND", "AND"},
      {"a \\OR b", "bag(a, OR, b)"},
      {"\\-a", "-a"},
      {"\\+a \\=b", "bag(+a, =b)"},
      {"a\\(b\\)", "a(b)"},
      {"27\\\" x", "bag(27\", x)"},
      {"\\“a\\”", "“a”"},
      {"titel\\:x", "titel:x"},
      {"lang\\:fr", "lang:fr"},
      {"\\&", "&"},
      {"\\", "\\"},
      {"\\\\x", "\\x"},
      {"\\ x", "bag(\\, x)"},
      {"a\\bc", "a\\bc"},
      {"\"a \\\"b\\\"\"", "\"a \"b\"\""},
      {"\"a\\b\"", "\"a\\b\""},
      {"title:\\-x", "title:-x"},
  };
  for (const Case& row : cases) check(row);
}

TEST_CASE("nodes know their place in the query") {
  const std::string query = "été AND (title:\"b c\" OR -d)";
  const ParsedQuery parsed = parse_query(query);
  REQUIRE(parsed.ok());
  const auto written = [&](const QueryNode& node) { return query.substr(node.begin, node.end - node.begin); };
  CHECK(written(parsed.root) == "été AND (title:\"b c\" OR -d");
  CHECK(written(parsed.root.children.at(0)) == "été");
  const QueryNode& either = parsed.root.children.at(1);
  CHECK(written(either) == "title:\"b c\" OR -d");
  CHECK(written(either.children.at(0)) == "title:\"b c\"");
  CHECK(written(either.children.at(1)) == "-d");
  CHECK(written(either.children.at(1).children.at(0)) == "d");
}

TEST_CASE("the options say which fields there are, and how they are spelt") {
  ParseOptions options;
  options.fields = {"Kop"};
  options.filters = {"rubriek", "bron.naam", "http", "ftp"};
  CHECK(test::shape(parse_query("kop:a RUBRIEK:b bron.naam:c", options).root) ==
        "bag(Kop:a, {rubriek:b}, {bron.naam:c})");
  CHECK(test::shape(parse_query("http://x ftp://x http:x", options).root) ==
        "bag(http://x, {ftp://x}, {http:x})");
  CHECK_FALSE(parse_query("title:a", options).ok());
  CHECK_FALSE(parse_query("lang:fr", options).ok());
}

TEST_CASE("the implicit operator does not change the tree") {
  ParseOptions either;
  either.implicit = ImplicitOperator::or_;
  for (const char* query : {"a b NOT c AND d e", "a -b OR +c d", "NOT a b"})
    CHECK(test::shape(parse_query(query).root) == test::shape(parse_query(query, either).root));
}
