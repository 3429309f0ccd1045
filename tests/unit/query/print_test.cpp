// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "nsearch/query.h"
#include "shape.h"

using namespace nsearch;

namespace {

QueryNode leaf(QueryKind kind, std::string text, std::string field = {}) {
  QueryNode node;
  node.kind = kind;
  node.text = std::move(text);
  node.field = std::move(field);
  return node;
}

QueryNode over(QueryKind kind, std::vector<QueryNode> children) {
  QueryNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

QueryNode word(std::string text) {
  return leaf(QueryKind::word, std::move(text));
}

}  // namespace

TEST_CASE("a query is printed with the parentheses that it needs and no others") {
  const std::pair<const char*, const char*> cases[] = {
      {"((a))", "a"},
      {"(a AND b) OR ((c))", "a AND b OR c"},
      {"(a OR b) AND c", "(a OR b) AND c"},
      {"(a b) AND c", "a b AND c"},
      {"(a b) c", "(a b) c"},
      {"a NOT b", "a AND NOT b"},
      {"NOT (a b)", "NOT (a b)"},
      {"NOT (NOT a)", "NOT NOT a"},
      {"+(a) -(b OR c)", "+a -(b OR c)"},
      {"-(-a)", "-(-a)"},
      {"title:(a OR \"b c\")", "title:a OR title:\"b c\""},
      {"«a» && “b” || „c“", "\"a\" AND \"b\" OR \"c\""},
      {"a (NOT b)", "a (NOT b)"},
      {"lang:\"nl\" source:\"Le Monde\"", "lang:nl source:\"Le Monde\""},
      {"https://x.y \\AND", "https://x.y \\AND"},
      {"TITLE:=x", "title:=x"},
  };
  for (const auto& [query, printed] : cases) CHECK(to_query_text(parse_query(query).root) == printed);
  CHECK(to_query_text(QueryNode{}).empty());
}

TEST_CASE("trees made by hand print as queries too") {
  const QueryNode trees[] = {
      over(QueryKind::bag, {word("AND"), word("||"), word("a)b("), word("-"), word("=x"), word("lang:fr")}),
      over(QueryKind::all_of,
           {over(QueryKind::any_of, {word("a"), word("\"")}), over(QueryKind::negation, {word("NOT")})}),
      over(QueryKind::required,
           {over(QueryKind::any_of, {word("a"), leaf(QueryKind::phrase, "\\ \"x\" ”")})}),
      over(QueryKind::any_of,
           {leaf(QueryKind::field, "=x", "source"), leaf(QueryKind::field, "(a) \"b\\", "id"),
            leaf(QueryKind::field, "-5", "date"), leaf(QueryKind::field, "AND", "date")}),
      over(QueryKind::bag,
           {over(QueryKind::negation, {word("a")}), over(QueryKind::all_of, {word("b"), word("c")})}),
      over(QueryKind::negation, {over(QueryKind::excluded, {over(QueryKind::required, {word("C:\\")})})}),
  };
  for (const QueryNode& tree : trees) {
    const std::string printed = to_query_text(tree);
    INFO("printed: " << printed);
    const ParsedQuery parsed = parse_query(printed);
    if (parsed.diagnostic) FAIL(parsed.diagnostic->render(printed));
    CHECK(test::shape(parsed.root) == test::shape(tree));
  }
  CHECK(to_query_text(word("salaire minimum")) == "\"salaire minimum\"");
  CHECK(to_query_text(leaf(QueryKind::field, "", "lang")) == "lang:\"\"");
}

TEST_CASE("the outline shows a tree to people") {
  CHECK(to_outline(parse_query("").root) == "nothing\n");
  CHECK(to_outline(parse_query("(a OR title:=\"b c\") AND NOT lang:nl AND (+x -y)").root) ==
        "AND\n"
        "  OR\n"
        "    word a\n"
        "    phrase title: \"b c\" (exactly)\n"
        "  NOT\n"
        "    filter lang: nl\n"
        "  side by side\n"
        "    + required\n"
        "      word x\n"
        "    - excluded\n"
        "      word y\n");
}

TEST_CASE("a field named as the scheme of an address keeps its value apart from the address") {
  ParseOptions options;
  options.fields = {"body", "https"};
  options.filters = {"http"};
  const std::pair<const char*, const char*> cases[] = {
      {"http:\"//a b\"", "{http://a b}"},
      {"http:\"//a\"", "{http://a}"},
      {"http:(//a OR b)", "or({http://a}, {http:b})"},
      {"https:\\//a", "https://a"},
      {"https:(//a -b)", "bag(https://a, exc(https:b))"},
      {"HTTP://a hTTps://b", "bag(HTTP://a, hTTps://b)"},
  };
  for (const auto& [query, tree] : cases) {
    const ParsedQuery parsed = parse_query(query, options);
    if (parsed.diagnostic) FAIL(parsed.diagnostic->render(query));
    CHECK(test::shape(parsed.root) == tree);
    const std::string printed = to_query_text(parsed.root);
    INFO("printed: " << printed);
    CHECK(test::same_tree(parse_query(printed, options).root, parsed.root));
  }
}
