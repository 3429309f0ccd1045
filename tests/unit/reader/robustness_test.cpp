// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever the bytes are, readers neither throw nor crash; and what they give does not depend on how the
// bytes come.
#include <catch2/catch.hpp>
#include <random>

#include "support.h"

using namespace reader_test;

namespace {

std::string told(const Collected& read) {
  std::string all;
  for (const Document& d : read.documents) {
    all += d.id + "|" + d.url + "|" + d.title + "|" + d.body + "|" + d.language + "|" + d.date + "|" +
           d.source + "|" + d.author + "|" + std::to_string(d.origin.record);
    for (const auto& [name, value] : d.facets) all += "|" + name + "=" + value;
    all += '\n';
  }
  for (const Rejection& r : read.rejections) {
    all += std::to_string(r.line) + ":" + std::to_string(r.byte) + ":" + r.id + ":" + r.reason + '\n';
  }
  for (const std::string& note : read.notes) all += note + '\n';
  return all;
}

const char* const seed =
    "{\"id\":\"a\",\"title\":\"Titre\",\"body\":\"Du \\u00e9t\\ud83d\\ude00 "
    "texte.\\n\\nSuite\",\"tags\":[\"x\",1,true,null]}\r\n"
    "{\"id\":12,\"date\":1741858200,\"author\":[\"A\",\"B\"],\"body\":\"Tweede é "
    "tekst\",\"o\":{\"p\":[1.5e3]}}\n"
    "\n{\"url\":\"https://example.org/\",\"body\":\"\\ud83d half\"}";

/// A good input of each format, for the changes to begin with.
const std::vector<std::pair<std::string, std::string>> seeds = {
    {"jsonl", seed},
    {"text", seed},
    {"html",
     "<!DOCTYPE html><html lang='fr'><head><meta charset='utf-8'><title>Titre</title><script "
     "type='application/ld+json'>"
     "{\"@type\":\"NewsArticle\",\"headline\":\"Titre\",\"datePublished\":\"2025-03-13\"}</script></"
     "head><body>"
     "<nav><a href='/'>Accueil</a></nav><p>Une longue phrase, &eacute;crite ici pour \xC3\xAAtre "
     "lue.</p></body></html>"},
    {"warc",
     "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/\r\nContent-Length: 155\r\n\r\n"
     "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n48\r\n"
     "<html><title>Kop</title><p>Een lange zin, om te lezen, caf\xC3\xA9.</p></html>\r\n0\r\n\r\n\r\n\r\n"
     "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 5\r\n\r\nGET /\r\n\r\n"},
    {"json", "[{\"id\":1,\"body\":\"a\"},\n{\"x\":{\"body\":[\"b\"]}},{\"list\":[{\"body\":\"c\"}]}]"},
    {"ninjs",
     "{\"uri\":\"u:1\",\"type\":\"text\",\"headline\":\"Kop\",\"body_html\":\"<p>Een &amp; "
     "twee</p>\",\"subject\":[{\"name\":\"s\"}]}\n"
     "{\"uri\":\"u:2\",\"bodies\":[{\"contenttype\":\"text/plain\",\"value\":\"x\"}]}"},
    {"csv", "id,title,text,date\n1,\"a \"\"b\"\"\",\"c\nd\",2025\n2;x,y,z,\n"},
    {"tsv", "id\ttitle\ttekst\n1\ta\tb\n"},
    {"markdown",
     "---\ntitle: 'x'\ntags: [a, b]\nlist:\n  - c\n---\n# Kop\n\nEen *b* [c](d) <b>e</b> &eacute;\n\n| a "
     "|\n|---|\n| b |\n"},
    {"feed",
     "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>t</title><item><title>a &amp; "
     "b</title>"
     "<link>https://x.example/</link><description><![CDATA[<p>é</p>]]></description></item><item><title>b "
     "&eacute;</title></item></channel></rss>"},
    {"newsml-g2",
     "<newsItem guid='g' xml:lang='fr'><itemMeta><itemClass "
     "qcode='ninat:text'/></itemMeta><contentMeta><headline>h</headline></contentMeta>"
     "<contentSet><inlineXML "
     "contenttype='application/nitf+xml'><nitf><body><body.content><p>é</p></body.content></body></nitf></"
     "inlineXML></contentSet></newsItem>"},
    {"newsml",
     "<NewsML><NewsItem><NewsComponent "
     "xml:lang='nl'><NewsLines><HeadLine>h</HeadLine></NewsLines><NewsComponent><Role "
     "FormalName='Body'/><ContentItem>"
     "<DataContent>t "
     "&lt;b&gt;é</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>"},
    {"nitf",
     "<nitf><head><title>t</title></head><body><body.head><hedline><hl1>h</hl1></hedline></"
     "body.head><body.content><p>é</p></body.content></body></nitf>"},
};

std::string mutate(std::mt19937& random, std::string bytes) {
  for (auto changes = random() % 8; changes > 0; --changes) {
    const std::size_t at = random() % bytes.size();
    switch (random() % 4) {
      case 0:
        bytes[at] = static_cast<char>(random() % 256);
        break;
      case 1:
        bytes.erase(at, 1 + random() % 5);
        break;
      case 2:
        bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 30));
        break;
      default:
        bytes.insert(at, 1, "\"{}[],:\\\n\0\xEF\xFF<>&;-|"[random() % 18]);
    }
    if (bytes.empty()) bytes = "x";
  }
  return bytes;
}

/// What every document must be, wherever it comes from.
void check_documents(const Collected& read) {
  for (const Document& d : read.documents) {
    REQUIRE_FALSE(d.body.empty());
    for (const std::string* text :
         {&d.id, &d.url, &d.title, &d.body, &d.language, &d.date, &d.source, &d.author}) {
      REQUIRE(text->find('\0') == std::string::npos);
    }
  }
  for (const Rejection& r : read.rejections) REQUIRE_FALSE(r.reason.empty());
}

}  // namespace

TEST_CASE("changed bytes never make a reader throw, and pieces give what the whole gives") {
  std::mt19937 random(5);
  for (int i = 0; i < 1'000; ++i) {
    for (const auto& [format, good] : seeds) {
      const std::string bytes = mutate(random, good);
      CAPTURE(format, bytes);
      const Collected whole = read_bytes(format, bytes);
      check_documents(whole);
      PieceSource pieces(bytes, 1 + random() % 3);
      REQUIRE(told(read_source(format, pieces)) == told(whole));
    }
  }
}

TEST_CASE("a NUL, a byte that is no UTF-8, a mark or an end at any place makes no reader throw") {
  for (const auto& [format, good] : seeds) {
    for (std::size_t at = 0; at < good.size(); ++at) {
      for (const std::string_view bad :
           {std::string_view("\0", 1), std::string_view("\xFF"), std::string_view("\xC3"),
            std::string_view("<"), std::string_view("&")}) {
        std::string bytes = good;
        bytes.insert(at, bad);
        CAPTURE(format, bytes);
        check_documents(read_bytes(format, bytes));
      }
      check_documents(read_bytes(format, good.substr(0, at)));
    }
  }
}

TEST_CASE("random bytes never make a reader or the choice of one throw") {
  std::mt19937 random(6);
  for (int i = 0; i < 4'000; ++i) {
    std::string bytes(random() % 200, '\0');
    for (char& c : bytes) c = static_cast<char>(random() % (i % 2 == 0 ? 256 : 128));
    CAPTURE(bytes);
    for (const auto& [format, good] : seeds) check_documents(read_bytes(format, bytes));
    choose_reader("", bytes.substr(0, 10), bytes);
  }
}

TEST_CASE("damaged gzip never makes a reader throw") {
  const TemporaryFolder folder;
  std::mt19937 random(8);
  std::string text;
  for (int i = 0; i < 50; ++i) text += seed + std::to_string(random()) + "\n";
  const std::string whole = gzip(text);
  for (int i = 0; i < 300; ++i) {
    std::string bytes = whole;
    bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    if (i % 3 == 0) bytes.resize(random() % bytes.size());
    const auto source = open_gzip(folder.file("damaged", bytes));
    for (const auto& [format, good] : seeds) read_source(format, *source);
  }
}
