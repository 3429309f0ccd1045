// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "support.h"

using namespace reader_test;
using namespace std::string_literals;

namespace {

using Facets = std::vector<std::pair<std::string, std::string>>;

/// The one document that the line gives.
Document document_of(const std::string& line, const ReaderOptions& options = {}) {
  Collected read = read_bytes("jsonl", line, options);
  for (const Rejection& r : read.rejections) UNSCOPED_INFO(r.reason);
  REQUIRE(read.rejections.empty());
  REQUIRE(read.documents.size() == 1);
  return read.documents.front();
}

/// The one rejection that the line gives.
Rejection rejection_of(const std::string& line, const ReaderOptions& options = {}) {
  Collected read = read_bytes("jsonl", line, options);
  REQUIRE(read.documents.empty());
  REQUIRE(read.rejections.size() == 1);
  return read.rejections.front();
}

}  // namespace

TEST_CASE("jsonl: every field finds its place") {
  const Document d = document_of(
      R"({"id":"fr-1","url":"https://example.org/1","title":"Un\ntitre ","body":"Un texte.\n\nDeux.","lang":"fr-BE",)"
      R"("date":"2025-03-13","source":"Le Journal","author":"A. B","category":"tech","n":3,"x":1.5,"paid":false,"none":null})");
  CHECK(d.id == "fr-1");
  CHECK(d.url == "https://example.org/1");
  CHECK(d.title == "Un titre");
  CHECK(d.body == "Un texte.\n\nDeux.");
  CHECK(d.language == "fr-BE");
  CHECK(d.date == "2025-03-13");
  CHECK(d.source == "Le Journal");
  CHECK(d.author == "A. B");
  CHECK(d.facets == Facets{{"category", "tech"}, {"n", "3"}, {"x", "1.5"}, {"paid", "false"}});
  CHECK(d.origin.path == "in");
  CHECK(d.origin.record == 1);
}

TEST_CASE("jsonl: only the body is required, and null is absent") {
  const Document d =
      document_of(R"({"id":null,"title":null,"url":null,"date":null,"lang":null,"author":null,"body":"x"})");
  CHECK(d.id.empty());
  CHECK(d.title.empty());
  CHECK(d.body == "x");
  CHECK(d.facets.empty());
  CHECK(rejection_of("{}").reason == "body: missing");
  CHECK(rejection_of("{\"" + std::string(63, 'w') + "\u00e9\":1}").reason ==
        "body: missing among " + std::string(63, 'w') + "; map one to it: --field body=NAME");
  CHECK(rejection_of(R"({"id":"a","text":"b"})").reason ==
        "body: missing among id, text; map one to it: --field body=NAME");
  CHECK(rejection_of(R"({"id":"a","text":"b"})").id == "a");
  CHECK(rejection_of(R"({"body":" \u00a0\n"})").reason == "body: empty");
  CHECK(rejection_of(R"({"body":null})").reason.find("body: missing") == 0);
}

TEST_CASE("jsonl: ids, dates and authors in their other forms") {
  CHECK(document_of(R"({"id":17,"body":"x"})").id == "17");
  CHECK(document_of(R"({"id":18446744073709551615,"body":"x"})").id == "18446744073709551615");
  CHECK(rejection_of(R"({"id":1.5,"body":"x"})").reason ==
        "id: expected a string or an integer, found a number");
  CHECK(rejection_of(R"({"id":"a\nb","body":"x"})").reason == "id: a control character in it");
  CHECK(document_of(R"({"date":1741858200,"body":"x"})").date == "2025-03-13T09:30:00Z");
  CHECK(document_of(R"({"date":20250313,"body":"x"})").date == "20250313");
  CHECK(rejection_of(R"({"date":12,"body":"x"})").reason.find("date: 12 is neither") == 0);
  CHECK(document_of(R"({"author":["A. B","",null,"C"],"body":"x"})").author == "A. B, C");
  CHECK(rejection_of(R"({"author":["A",1],"body":"x"})").reason ==
        "author: expected an array of strings, found an integer in it");
}

TEST_CASE("jsonl: a wrong type is named with its field") {
  CHECK(rejection_of(R"({"title":["a"],"body":"x"})").reason == "title: expected a string, found an array");
  CHECK(rejection_of(R"({"body":42})").reason == "body: expected a string, found an integer");
  CHECK(rejection_of(R"({"body":{"text":"x"}})").reason == "body: expected a string, found an object");
  CHECK(rejection_of(R"({"lang":true,"body":"x"})").reason == "lang: expected a string, found a boolean");
  CHECK(rejection_of("[1]").reason == "expected an object, found an array");
  CHECK(rejection_of("\"x\"").reason == "expected an object, found a string");
  CHECK(rejection_of("1789").reason == "expected an object, found a number");
  CHECK(rejection_of("null").reason == "expected an object, found null");
  CHECK(rejection_of("true").reason == "expected an object, found a boolean");
}

TEST_CASE("jsonl: fields are mapped, by path too; alternatives stand in for one another") {
  const std::string line =
      R"({"text":"plat","content":{"text":"creux","title":"T"},"a.b":"literal","a":{"b":"nested"},"title":"not this one"})";
  CHECK(document_of(line, {{{"body", "text"}}}).body == "plat");
  const Document d =
      document_of(line, {{{"body", "content.text"}, {"title", "content.title"}, {"kind", "a.b"}}});
  CHECK(d.body == "creux");
  CHECK(d.title == "T");
  CHECK(d.facets == Facets{{"kind", "literal"}, {"text", "plat"}});

  const ReaderOptions alternatives{
      {{"body", "absent"}, {"body", "content.absent"}, {"body", "text"}, {"body", "content.text"}}};
  CHECK(document_of(line, alternatives).body == "plat");
  CHECK(rejection_of(R"({"text":{"body":"x"}})", {{{"body", "text.body.deeper"}}})
            .reason.find("body: missing") == 0);
}

TEST_CASE("jsonl: arrays of scalars are repeated, objects left alone, the first of equal names wins") {
  const Document d = document_of(
      R"({"body":"x","body":"y","tag":["a",2,null,["no"],{"no":1},"b"],"tag":"c","place":{"city":"Gent"},"dc:type":"news"})");
  CHECK(d.body == "x");
  CHECK(d.facets == Facets{{"tag", "a"}, {"tag", "2"}, {"tag", "b"}, {"dc_type", "news"}});
}

TEST_CASE("jsonl: what is left out is noted, and the document comes") {
  std::string line = R"({"body":"x")";
  for (int i = 0; i < 105; ++i) line += ",\"f" + std::to_string(i) + "\":1";
  Collected read = read_bytes("jsonl", line + "}");
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].facets.size() == 100);
  CHECK(read.notes == std::vector<std::string>{"1: more than 100 further values; the rest is left out"});

  read = read_bytes("jsonl", R"({"body":"x","a\u0001b":1})");
  CHECK(read.documents.size() == 1);
  CHECK(read.notes.size() == 1);
}

TEST_CASE("jsonl: escaped control characters become spaces, half pairs U+FFFD") {
  const Document d = document_of(R"({"title":"a\u0000b\tc","body":"d\u0000e\u001bf\r\ng","k":"h\u0000i"})");
  CHECK(d.title == "a b c");
  CHECK(d.body == "d e f\ng");
  CHECK(d.facets == Facets{{"k", "h i"}});

  const Collected read = read_bytes("jsonl", R"({"body":"cut \ud83d here, whole \ud83d\ude00"})");
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].body == "cut \uFFFD here, whole 😀");
  CHECK(read.notes.size() == 1);
}

TEST_CASE("jsonl: a rejection says line, byte and reason, and the next line is read") {
  const std::string input =
      "\xEF\xBB\xBF{\"body\":\"one\"}\r\n\n{\"body\":\"caf\xE9\"}\n{\"body\":\"cut\n{\"body\":\"two\"}\n  \n{\"body\":\"a\0b\"}\n"s;
  const Collected read = read_bytes("jsonl", input);
  REQUIRE(read.documents.size() == 2);
  CHECK(read.documents[1].body == "two");
  CHECK(read.documents[1].origin.record == 5);
  REQUIRE(read.rejections.size() == 3);
  CHECK(read.rejections[0].line == 3);
  CHECK(read.rejections[0].byte == input.find('\xE9'));
  CHECK(read.rejections[0].reason.find("invalid UTF-8: 0xE9") == 0);
  CHECK(read.rejections[1].line == 4);
  CHECK(read.rejections[1].byte == input.find("cut") + 3);
  CHECK(read.rejections[1].reason == "truncated JSON: the text ends inside a string");
  CHECK(read.rejections[2].line == 7);
  CHECK(read.rejections[2].byte == input.find('\0'));
}

TEST_CASE("jsonl: input of another shape is rejected once, with the way out") {
  const Rejection pretty = rejection_of("{\n  \"body\": \"x\"\n}\n");
  CHECK(pretty.line == 0);
  CHECK(pretty.reason.find("--input-format json") != std::string::npos);
  CHECK(rejection_of("[\n{\"body\": \"x\"},\n{\"body\": \"y\"}\n]").reason.find("--input-format json") !=
        std::string::npos);
  CHECK(rejection_of("\xFF\xFE{\0}\0\n\0"s).reason.find("UTF-16LE") != std::string::npos);
  CHECK(rejection_of(std::string(70, '\0')).reason == "NUL bytes (0x00) only");
  CHECK(rejection_of(R"({"body":"x","n":123456789012345678901234567890})").reason ==
        "a number that is too large");
}

TEST_CASE("jsonl: bytes of another encoding's mark within a line are named as bytes") {
  const Rejection r = rejection_of("{\"body\":\"\xFF\xFEx\"}");
  CHECK(r.byte == 9);
  CHECK(r.reason.find("invalid UTF-8: 0xFF") == 0);
}

TEST_CASE("jsonl: depth is bounded") {
  const auto nested = [](std::size_t depth) {
    return R"({"body":"x","deep":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  CHECK(document_of(nested(1000)).body == "x");
  CHECK(rejection_of(nested(100'000)).reason == "nested deeper than 1024 levels");
  CHECK(rejection_of(R"({"body":"x","deep":)" + std::string(1'000'000, '[')).reason ==
        "nested deeper than 1024 levels");
}

TEST_CASE("jsonl: a line of 50 MB is read, one beyond the bound rejected with its size") {
  const std::string big = R"({"id":"big","body":")" + std::string(50'000'000, 'x') + "\"}\n";
  const std::string huge = R"({"id":"huge","body":")" + std::string(70'000'000, 'x') + "\"}\n";
  const Collected read = read_bytes("jsonl", big + huge + R"({"body":"after"})");
  REQUIRE(read.documents.size() == 2);
  CHECK(read.documents[0].body.size() == 50'000'000);
  CHECK(read.documents[1].body == "after");
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].line == 2);
  CHECK(read.rejections[0].byte == big.size());
  CHECK(read.rejections[0].reason ==
        "the line is too long: " + std::to_string(huge.size() - 1) + " bytes, at most 67108864 are taken");
}

TEST_CASE("jsonl: the sink may stop the reader") {
  const std::string input = "{\"body\":\"a\"}\nbad\n{\"body\":\"c\"}\n";
  for (const std::size_t count : {1, 2}) {
    Collected collected;
    collected.stop_after = count;
    choose_reader("jsonl", "", "")->make({})->read(*memory_source(input), {"in", 0}, collected);
    CHECK(collected.documents.size() + collected.rejections.size() == count);
  }
}
