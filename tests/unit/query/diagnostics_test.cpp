// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "nsearch/query.h"

using namespace nsearch;

namespace {

struct Case {
  const char* query;
  std::size_t column;
  const char* piece;  ///< of the query, that the diagnostic is about
  const char* message;
  const char* expected;
};

QueryDiagnostic diagnostic(const std::string& query) {
  const ParsedQuery parsed = parse_query(query);
  INFO("query: " << query);
  REQUIRE(parsed.diagnostic);
  CHECK(parsed.root.kind == QueryKind::none);
  CHECK(parsed.hints.empty());
  return *parsed.diagnostic;
}

void check(const Case& row) {
  const std::string query = row.query;
  const QueryDiagnostic found = diagnostic(query);
  INFO("query: " << query);
  CHECK(found.column == row.column);
  CHECK(query.substr(found.begin, found.end - found.begin) == row.piece);
  CHECK(found.message == row.message);
  CHECK(found.expected == row.expected);
  CHECK_FALSE((found.suggestion.empty() && found.expected.empty()));
}

constexpr const char* operand_behind = "a word, a phrase or (...) behind it";
constexpr const char* operand_before = "a word, a phrase or (...) before it";
constexpr const char* operand_between = "a word, a phrase or (...) between them";
constexpr const char* closes_nothing = "this parenthesis closes nothing";
constexpr const char* not_closed = "this parenthesis is not closed";
constexpr const char* an_opening = "an opening ( before it";
constexpr const char* two_signs = "two signs before one word";
constexpr const char* one_sign = "one of + - =, or + or - before =";
constexpr const char* a_value = "a word, a phrase or (...) directly behind it";
constexpr const char* default_fields =
    "one of title:, body:, lang:, source:, author:, url:, id:, date:, after:, before:, host:";

}  // namespace

TEST_CASE("quotes and parentheses that don't match") {
  const Case cases[] = {
      {"\"salaire", 1, "\"", "the quote is not closed", "a closing \""},
      {"a b \"", 5, "\"", "the quote is not closed", "a closing \""},
      {"été “salaire", 5, "“", "the quote is not closed", "a closing ”"},
      {"\"a” b", 1, "\"", "the quote is not closed", "a closing \""},
      {"«a b", 1, "«", "the quote is not closed", "a closing »"},
      {"„a b", 1, "„", "the quote is not closed", "a closing “"},
      {"27\" monitor", 3, "\"", "the quote is not closed", "a closing \""},
      {"(a \"b)", 4, "\"", "the quote is not closed", "a closing \""},
      {"title:\"a", 7, "\"", "the quote is not closed", "a closing \""},
      {"\"\"", 1, "\"\"", "there is nothing between the quotes", "one or more words"},
      {"a «  »", 3, "«  »", "there is nothing between the quotes", "one or more words"},
      {"(a OR b AND c", 1, "(", not_closed, "a closing )"},
      {"x (a AND (b OR c)", 3, "(", not_closed, "a closing )"},
      {"x (a AND (b OR c", 10, "(", not_closed, "a closing )"},
      {"x (", 3, "(", not_closed, "a closing )"},
      {"日本 (", 4, "(", not_closed, "a closing )"},
      {"a)", 2, ")", closes_nothing, an_opening},
      {")", 1, ")", closes_nothing, an_opening},
      {"(a) OR b)", 9, ")", closes_nothing, an_opening},
      {"()", 1, "()", "there is nothing between the parentheses", "a word, a phrase or (...)"},
      {"a AND (  )", 7, "(  )", "there is nothing between the parentheses", "a word, a phrase or (...)"},
      {"title:()", 7, "()", "there is nothing between the parentheses", "a word, a phrase or (...)"},
  };
  for (const Case& row : cases) check(row);
}

TEST_CASE("operators without their operands") {
  const Case cases[] = {
      {"AND b", 1, "AND", "nothing stands before AND", operand_before},
      {"| b", 1, "|", "nothing stands before |", operand_before},
      {"a (OR b)", 4, "OR", "nothing stands before OR", operand_before},
      {"AND", 1, "AND", "nothing stands before AND", operand_before},
      {"a AND", 3, "AND", "nothing follows AND", operand_behind},
      {"été OR ", 5, "OR", "nothing follows OR", operand_behind},
      {"a NOT", 3, "NOT", "nothing follows NOT", operand_behind},
      {"NOT", 1, "NOT", "nothing follows NOT", operand_behind},
      {"a &&", 3, "&&", "nothing follows &&", operand_behind},
      {"(a AND) b", 4, "AND", "nothing follows AND", operand_behind},
      {"a OR OR b", 6, "OR", "two operators side by side: OR OR", operand_between},
      {"a AND OR b", 7, "OR", "two operators side by side: AND OR", operand_between},
      {"a && || b", 6, "||", "two operators side by side: && ||", operand_between},
      {"a NOT AND b", 7, "AND", "AND stands behind NOT", "a word, a phrase or (...) behind NOT"},
  };
  for (const Case& row : cases) check(row);
}

TEST_CASE("signs that don't stand before a word") {
  const Case cases[] = {
      {"+-a", 1, "+-", two_signs, one_sign},
      {"x --a", 3, "--", two_signs, one_sign},
      {"==a", 1, "==", two_signs, one_sign},
      {"=-a", 1, "=-", two_signs, one_sign},
      {"=(a b)", 1, "=", "= stands before a group", "a word or a quoted phrase directly behind it"},
      {"=title:a", 1, "=", "= stands before a field", "a word or a quoted phrase directly behind it"},
      {"lang:==a", 6, "=", "= is not followed by a word", "a word or a quoted phrase directly behind it"},
      {"title:=", 7, "=", "nothing follows =", "a word or a quoted phrase directly behind it"},
      {"title:-a", 7, "-", "- stands behind the field", "the value of the field"},
      {"title:+a", 7, "+", "+ stands behind the field", "the value of the field"},
  };
  for (const Case& row : cases) check(row);
}

TEST_CASE("fields that are not there") {
  const Case cases[] = {
      {"title:", 1, "title:", "the value of title: is missing", a_value},
      {"a Lang:  ", 3, "Lang:", "the value of lang: is missing", a_value},
      {"(a title:) b", 4, "title:", "the value of title: is missing", a_value},
      {"-date:", 2, "date:", "the value of date: is missing", a_value},
      {"titel:x", 1, "titel:", "there is no field titel:", default_fields},
      {"a AND naam:x", 7, "naam:", "there is no field naam:", default_fields},
      {"title:(a b:c)", 10, "b:", "there is no field b:", default_fields},
      {"Nvidia:\"a b\"", 1, "Nvidia:", "there is no field Nvidia:", default_fields},
  };
  for (const Case& row : cases) check(row);
}

TEST_CASE("an unknown field comes with the name that was probably meant") {
  const auto suggestion = [](const char* query) { return diagnostic(query).suggestion; };
  CHECK(suggestion("titel:x") == "did you mean title:? (in quotes it is text: \"titel:x\")");
  CHECK(suggestion("Sorce:x") == "did you mean source:? (in quotes it is text: \"Sorce:x\")");
  CHECK(suggestion("language:x") == "did you mean lang:? (in quotes it is text: \"language:x\")");
  CHECK(suggestion("di:x") == "did you mean id:? (in quotes it is text: \"di:x\")");
  CHECK(suggestion("datum:(x)") == "did you mean date:? (with a space behind the colon it is a word)");
  CHECK(suggestion("Nvidia:été") == "in quotes it is text: \"Nvidia:été\"");
  ParseOptions options;
  for (int i = 0; i < 30; ++i) options.filters.push_back("facet" + std::to_string(i));
  const ParsedQuery parsed = parse_query("x:y", options);
  REQUIRE(parsed.diagnostic);
  CHECK(parsed.diagnostic->expected.find("facet19: and 10 more") != std::string::npos);
}

TEST_CASE("malformed UTF-8 is named by its byte") {
  const QueryDiagnostic found = diagnostic("d\xC3\xA9j\xC3\xA0 \xE9t\xE9");
  CHECK(found.begin == 7);
  CHECK(found.end == 8);
  CHECK(found.column == 6);
  CHECK(found.message == "malformed UTF-8: byte 0xE9 at offset 7");
  CHECK(diagnostic("a \xED\xA0\x80").begin == 2);  // a surrogate
  CHECK(diagnostic("\xC0\xAF").begin == 0);        // an overlong form
  CHECK(diagnostic("ab\xE2\x82").begin == 2);      // cut off
  CHECK(diagnostic("\"a\xFF\"").begin == 2);       // between quotes too
}

TEST_CASE("columns count characters, a mark with its letter, from the beginning of the line") {
  CHECK(diagnostic("e\xCC\x81t\xE9\x80\x80 AND").column == 5);
  CHECK(diagnostic("日本語 AND").column == 5);
  CHECK(diagnostic("🙂 AND").column == 3);
  CHECK(diagnostic("a\tb AND").column == 5);
  const QueryDiagnostic second = diagnostic("a AND\nb OR\n");
  CHECK(second.line == 2);
  CHECK(second.column == 3);
}

TEST_CASE("nesting is bounded") {
  std::string deepest(500, '(');
  deepest.append("a").append(500, ')');
  CHECK(parse_query(deepest).ok());
  const QueryDiagnostic found = diagnostic('(' + deepest + ')');
  CHECK(found.column == 501);
  CHECK(found.message == "the query nests too deep");
  std::string nots;
  for (int i = 0; i < 250; ++i) nots += "NOT (";
  CHECK(parse_query(nots + "a" + std::string(250, ')')).ok());
  CHECK(diagnostic(nots + "NOT a" + std::string(250, ')')).message == "the query nests too deep");
}
