// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever tree a parser could give prints as a query that gives it again.
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "nsearch/query.h"
#include "shape.h"

using namespace nsearch;

namespace {

class TreeMaker {
 public:
  QueryNode tree(int depth) {
    if (depth == 0) return boosted(leaf());
    switch (pick(12)) {
      case 0:
        return boosted(chain(QueryKind::all_of, depth));
      case 1:
        return boosted(chain(QueryKind::any_of, depth));
      case 2:
        return boosted(chain(QueryKind::bag, depth));
      case 3:
        return boosted(over(QueryKind::negation, {tree(depth - 1)}));
      case 4:
        return boosted(over(QueryKind::required, {tree(depth - 1)}));
      case 5:
        return boosted(over(QueryKind::excluded, {tree(depth - 1)}));
      case 6:
      case 7:
      case 8:
        return boosted(positional(depth));
      case 9: {
        QueryNode node = over(QueryKind::at_least, {positional(depth - 1)});
        node.number = 1 + pick(20);
        return boosted(std::move(node));
      }
      default:
        return boosted(leaf());
    }
  }

 private:
  unsigned pick(unsigned choices) { return static_cast<unsigned>(random_() % choices); }

  static QueryNode over(QueryKind kind, std::vector<QueryNode> children) {
    QueryNode node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
  }

  QueryNode boosted(QueryNode node) {
    constexpr double boosts[] = {2, 0.5, 0, 1.0 / 3, 1000, 1e-9};
    if (pick(4) == 0) node.boost = boosts[pick(6)];
    return node;
  }

  /// No AND in an AND and no OR in an OR, unless it has a boost; a NOT among words side by side stands in parentheses.
  QueryNode chain(QueryKind kind, int depth) {
    QueryNode node = over(kind, {});
    for (unsigned parts = 2 + pick(3); parts > 0; --parts) {
      node.children.push_back(tree(depth - 1));
      QueryNode& child = node.children.back();
      if (kind != QueryKind::bag && child.kind == kind && child.boost == 1) child.boost = 3;
    }
    return node;
  }

  QueryNode positional(int depth) {
    constexpr QueryKind kinds[] = {QueryKind::near, QueryKind::adjacent, QueryKind::not_near,
                                   QueryKind::sentence, QueryKind::paragraph};
    if (depth <= 0 || pick(3) == 0) return boosted(word_or_phrase());
    const bool either = pick(3) == 0;
    QueryNode node = over(either ? QueryKind::any_of : kinds[pick(5)], {});
    const bool numbered =
        node.kind == QueryKind::near || node.kind == QueryKind::adjacent || node.kind == QueryKind::not_near;
    if (numbered) node.number = 1 + pick(1000);
    for (unsigned parts = node.kind == QueryKind::not_near ? 2 : 2 + pick(2); parts > 0; --parts) {
      node.children.push_back(positional(depth - 1));
      if (either && node.children.back().kind == QueryKind::any_of) node.children.back().boost = 7;
    }
    return node;
  }

  /// A backslash or quotes can make a word or a value of anything without spaces.
  std::string odd_text() {
    constexpr const char* pieces[] = {"a",   "été",        "٣",    "$",  "#", "~", "^",    "2",
                                      ".5",  ":",          "/",    "//", "=", "-", "+",    "(",
                                      ")",   "\"",         "\\",   "*",  "?", "«", "http", "lang",
                                      "AND", "atleast/3:", "ADJ/", "||", "&", "'", ","};
    std::string text;
    for (unsigned count = 1 + pick(5); count > 0; --count) text += pieces[pick(std::size(pieces))];
    return text;
  }

  QueryNode leaf() {
    if (pick(5) > 0) return word_or_phrase();
    constexpr const char* values[] = {"fr", "Le Monde", "=x", "~x", "a^2",  "^",  "(b)", "https://x.y/?a=b*",
                                      "\\", "2025..",   "$x", "#",  "$été", "$5", "//a"};
    constexpr const char* fields[] = {"lang", "source", "date", "http"};
    QueryNode node = over(QueryKind::field, {});
    node.field = fields[pick(4)];
    node.text = pick(2) == 0 ? values[pick(15)] : odd_text();
    return node;
  }

  QueryNode word_or_phrase() {
    constexpr const char* texts[] = {
        "a",        "été",  "AND",  "ET",  "NIET", "NEAR/5", "w/s", "atleast/2:x", "x^2", "x~",
        "~",        "*",    "?",    "^",   "a*b",  "(a)",    "\"",  "-a",          "=a",  "lang:fr",
        "http://x", "\\",   "a\\b", "$ia", "#",    "##",     "C#",  "日本",        "R&D", "&&",
        "27\"",     "l'IA", "x\\~", "«a»", "$été", "$5",     "//a", "$٣"};
    constexpr const char* patterns[] = {"econom*", "mod?le",  "*jes",   "a\\*b*", "*\\\\x", "?-AND",
                                        "-x*",     "lang:x*", "été*^~", "$a*",    "(*a)"};
    constexpr const char* phrases[] = {"a b", "salaire minimum", "AND", "a \"b\" \\", "~", "a* ^2"};
    QueryNode node = over(QueryKind::word, {});
    constexpr const char* fields[] = {"title", "https"};
    if (pick(3) == 0) node.field = fields[pick(2)];
    const unsigned sort = pick(4);
    if (sort == 0) {
      node.kind = QueryKind::phrase;
      node.text = pick(2) == 0 ? phrases[pick(6)] : odd_text();
      node.exact = pick(3) == 0;
      node.inflected = !node.exact && pick(2) == 0;
    } else if (sort == 1) {
      node.text = patterns[pick(11)];
      node.pattern = true;
      node.exact = pick(3) == 0;
    } else {
      node.text = pick(2) == 0 ? texts[pick(38)] : odd_text();
      node.exact = pick(4) == 0;
      if (!node.exact && pick(4) == 0) node.edits = 1 + pick(2);
    }
    return node;
  }

  std::mt19937 random_{20250313};
};

}  // namespace

TEST_CASE("a random tree prints as a query that parses to the same tree") {
  TreeMaker maker;
  ParseOptions options;
  options.fields = {"title", "https"};
  options.filters = {"lang", "source", "date", "http"};
  for (int round = 0; round < 20000; ++round) {
    const QueryNode tree = maker.tree(round % 5);
    const std::string printed = to_query_text(tree);
    INFO("printed: " << printed);
    INFO("tree: " << test::shape(tree));
    options.operators = round % 2 == 0 ? std::vector<std::string>{} : std::vector<std::string>{"fr", "nl"};
    options.script = round % 3 == 0;
    const ParsedQuery parsed = parse_query(printed, options);
    if (parsed.diagnostic) FAIL(parsed.diagnostic->render(printed));
    INFO("parsed: " << test::shape(parsed.root));
    REQUIRE(test::same_tree(parsed.root, tree));
  }
}
