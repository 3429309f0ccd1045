// SPDX-License-Identifier: GPL-2.0-or-later
// What hostile XML may not do: make much of little, nest without end, have files or addresses opened.
#include <catch2/catch.hpp>

#include "reader/xml/xml_stream.h"
#include "support.h"

using namespace reader_test;

namespace {

std::size_t text_bytes(const Collected& read) {
  std::size_t bytes = 0;
  for (const Document& d : read.documents) bytes += d.title.size() + d.body.size();
  return bytes;
}

const char* const formats[] = {"feed", "newsml-g2", "newsml", "nitf"};

}  // namespace

TEST_CASE("entities that a document declares are not expanded") {
  const std::string bomb =
      "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c "
      "'&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d "
      "'&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]><rss><item><title>x&d;&d;&d;</title></item></rss>";
  const Collected read = read_bytes("feed", bomb);
  CHECK(text_bytes(read) < 100);
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].title == "x&d;&d;&d;");
  CHECK(read.notes.size() == 1);
}

TEST_CASE("external entities and document types are not opened") {
  const TemporaryFolder folder;
  const std::string secret = folder.file("secret", "geheim");
  const Collected read = read_bytes(
      "feed",
      "<!DOCTYPE rss SYSTEM 'file://" + secret + "' [<!ENTITY x SYSTEM 'file://" + secret +
          "'><!ENTITY % p SYSTEM 'http://127.0.0.1:9/'> %p;]><rss><item><title>t &x;</title></item></rss>");
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].title == "t &x;");
}

TEST_CASE("attributes that a document type adds are left out") {
  const Collected read = read_bytes(
      "newsml-g2",
      "<!DOCTYPE newsItem [<!ATTLIST newsItem guid CDATA 'declared'>]><newsItem><contentMeta><headline>h"
      "</headline></contentMeta></newsItem>");
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].id.empty());
}

TEST_CASE("attributes that a document type adds cost nothing") {
  std::string declared;
  for (int i = 0; i < 40'000; ++i) declared += " a" + std::to_string(i) + " CDATA 'v'";
  std::string items;
  for (int i = 0; i < 3'000; ++i) items += "<item><title>t</title></item>";
  const Collected read =
      read_bytes("feed", "<!DOCTYPE rss [<!ATTLIST item" + declared + ">]><rss>" + items + "</rss>");
  CHECK(read.documents.size() == 3'000);
}

TEST_CASE("more attributes than an element may have end the reading, with a reason") {
  for (const std::string attribute : {"a#=\">b\"", "xmlns:a#='u'", "a# = \"1\"\n"}) {
    std::string attributes;
    for (int i = 0; i < 200'000; ++i) {
      attributes += ' ' + attribute;
      attributes.replace(attributes.rfind('#'), 1, std::to_string(i));
    }
    CAPTURE(attribute);
    const Collected read = read_bytes(
        "feed", "<rss><item><title>A</title></item>\n<item" + attributes + "><title>B</title></item></rss>");
    CHECK(read.documents.size() == 1);
    REQUIRE(read.rejections.size() == 1);
    CHECK(read.rejections[0].reason == "an element of more than 1000 attributes");
    CHECK(read.rejections[0].line >= 2);
  }
}

TEST_CASE("so many attributes as an element may have are read, and what only looks like a tag is text") {
  std::string attributes;
  for (std::size_t i = 0; i < max_xml_attributes; ++i) attributes += " a" + std::to_string(i) + "='v'";
  const std::string again = "<b" + attributes + "/>";
  const Collected read = read_bytes(
      "feed", "<rss><item" + attributes + "><title>A</title><description><![CDATA[<p a" + attributes +
                  ">B]]></description></item><!-- <a b c d -->" + again + again + "</rss>");
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].title == "A");
  CHECK(read.rejections.empty());
}

TEST_CASE("however many names a document has, it is read to its end or to a reason") {
  for (const std::string piece : {"<x#/>", "<a x#='y'/>", "&x#;"}) {
    std::string names;
    for (int i = 0; i < 600'000; ++i) {
      names += piece;
      names.replace(names.rfind('#'), 1, std::to_string(i));
    }
    const Collected read = read_bytes(
        "feed", "<rss><item><title>A</title></item><item><title>B</title>" + names + "</item></rss>");
    CAPTURE(piece);
    CHECK(read.documents.size() + read.rejections.size() == 2);
  }
}

TEST_CASE("namespaces that are declared are bounded, over all elements around") {
  std::string deep = "<rss>";
  for (int i = 0; i < 100; ++i) {
    deep += "<channel";
    for (int j = 0; j < 100; ++j) deep += " xmlns:n" + std::to_string(i * 100 + j) + "='u'";
    deep += '>';
  }
  for (int i = 0; i < 300'000; ++i) deep += "<x:a/>";
  const Collected read = read_bytes("feed", deep);
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].reason == "more than 1000 namespaces are declared");
}

TEST_CASE("deep nesting ends with a reason, whatever the format") {
  for (const std::string format : formats) {
    for (const std::string open : {"<a>", "<item>", "<newsItem>", "<NewsComponent>", "<nitf>"}) {
      std::string deep = "<rss>";
      for (int i = 0; i < 100'000; ++i) deep += open;
      const Collected read = read_bytes(format, deep);
      CHECK(read.documents.empty());
      CHECK_FALSE(read.rejections.empty());
    }
  }
  std::string deep = "<rss><item><description>";
  for (int i = 0; i < 100'000; ++i) deep += "<b>";
  CHECK(read_bytes("feed", deep).rejections.at(0).reason.find("nested deeper than 200") != std::string::npos);
}

TEST_CASE("a record beyond the bound costs that record only") {
  const std::string before = " <rss><item a='b'><title>Été</title></item>";
  LongSource source(before + "<item a='b'><description>", "veel tekst ", max_xml_record + 1'000'000,
                    "</description></item><item><title>B</title></item></rss>");
  const Collected read = read_source("feed", source);
  REQUIRE(read.documents.size() == 2);
  CHECK(read.documents[1].title == "B");
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].line == 1);
  CHECK(read.rejections[0].byte == before.size());
  CHECK(read.rejections[0].reason.find("too large") != std::string::npos);
}

TEST_CASE("an attribute beyond the bound ends the reading, and is called that") {
  const std::string before = "<rss><item><title>A</title></item><item a='";
  LongSource source(before, "veel tekst ", std::size_t{2} << 30, "'/></rss>");
  const Collected read = read_source("feed", source);
  CHECK(read.documents.size() == 1);
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].reason.find("an attribute is too long: at most 10000000 bytes") == 0);
  CHECK(read.rejections[0].byte > 10'000'000);
  CHECK(source.bytes_read() < 12'000'000);
}

TEST_CASE("many small elements count as what they take in memory") {
  LongSource source("<rss><item>", "<a/>", 4'000'000, "</item><item><title>B</title></item></rss>");
  const Collected read = read_source("feed", source);
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].reason.find("too large") != std::string::npos);
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].title == "B");
}

TEST_CASE("what has no element within the first megabyte is no XML") {
  LongSource source("<!DOCTYPE x [", "<!ENTITY a 'b'>", 300'000'000, "]>");
  const Collected read = read_source("feed", source);
  REQUIRE(read.rejections.size() == 1);
  CHECK(source.bytes_read() < 3'000'000);
}
