// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "support.h"

using namespace reader_test;

namespace {

std::string rss(const std::string& items) {
  return "<?xml version='1.0'?>\n<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
         "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:media='http://search.yahoo.com/mrss/'>\n"
         "<channel><title>De Krant</title><link>https://krant.example/</link><language>nl-be</language>\n" +
         items + "\n</channel></rss>";
}

}  // namespace

TEST_CASE("an RSS item with all that it may have") {
  const Document d = only(read_bytes("feed", rss(R"(<item><title>Regering &amp;amp; vakbonden</title>
    <link> /nieuws/1 </link><guid isPermaLink="false">urn:x:1</guid><pubDate>Thu, 13 Mar 2025 09:30:00 +0100</pubDate>
    <dc:creator>An Editor</dc:creator><author>x@y.be (Jan Peeters)</author><category>Politiek</category><category>Politiek</category>
    <description>&lt;p&gt;De inleiding.&lt;/p&gt;</description><media:title>Foto</media:title><media:description>Een foto</media:description>
    <content:encoded><![CDATA[<p>Eerste alinea &eacute;n meer.</p><p>Tweede.</p>]]></content:encoded></item>)")));
  CHECK(d.id == "urn:x:1");
  CHECK(d.url == "https://krant.example/nieuws/1");
  CHECK(d.title == "Regering & vakbonden");
  CHECK(d.body == "De inleiding.\nEerste alinea én meer.\nTweede.");
  CHECK(d.language == "nl-be");
  CHECK(d.date == "Thu, 13 Mar 2025 09:30:00 +0100");
  CHECK(d.source == "De Krant");
  CHECK(d.author == "An Editor, Jan Peeters");
  CHECK(facet(d, "category") == "Politiek");
}

TEST_CASE("a lead that the content repeats is not taken twice") {
  const Document d = only(
      read_bytes("feed", rss("<item><description>De  inleiding.</description><content:encoded>&lt;b&gt;De "
                             "inleiding.&lt;/b&gt; Meer.</content:encoded></item>")));
  CHECK(d.body == "De inleiding. Meer.");
}

TEST_CASE("a title alone is the text; an entry without any is rejected, with its line") {
  const Collected read =
      read_bytes("feed", rss("<item><title>Kort</title></item>\n<item>\n<guid>urn:2</guid></item>"));
  CHECK(only(read).body == "Kort");
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].line == 5);
  CHECK(read.rejections[0].id == "urn:2");
  CHECK(read.rejections[0].reason == "no text in it");
}

TEST_CASE("a guid that is no URI gives way to the link") {
  CHECK(only(read_bytes("feed",
                        rss("<item><title>T</title><guid>123</guid><link>https://x.example/a</link></item>")))
            .id == "https://x.example/a");
  CHECK(only(read_bytes("feed", rss("<item><title>T</title><guid>123</guid></item>"))).id == "123");
}

TEST_CASE("entries in one line have records of their own") {
  const Collected read =
      read_bytes("feed", rss("<item><title>A</title></item><item><title>B</title></item>"));
  REQUIRE(read.documents.size() == 2);
  CHECK(read.documents[0].origin.record == 1);
  CHECK(read.documents[1].origin.record == 2);
}

TEST_CASE("Atom: content of every type, links, bases, authors") {
  const Collected read = read_bytes(
      "feed", R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://j.example/fil/">
    <title type="html">Le &lt;b&gt;Journal&lt;/b&gt;</title><author><name>La rédaction</name></author>
    <entry><id>tag:1</id><title>Un</title><link rel="enclosure" href="a.mp3"/><link href="un.html"/><published>2025-03-13T09:00:00Z</published>
      <updated>2025-03-14T09:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Premier.</p><p>Second <i>alinéa</i>.</p><script>x</script></div></content></entry>
    <entry xml:lang="nl"><id>tag:2</id><title>Deux</title><author><name>A</name></author><author><name>B</name></author>
      <category term="pol" label="Politique"/><content type="html">&lt;p&gt;Tekst&lt;/p&gt;</content></entry>
    <entry><id>tag:3</id><title>Trois</title><summary>1 &lt; 2, et 3 &gt; 2</summary></entry></feed>)");
  REQUIRE(read.documents.size() == 3);
  CHECK(read.documents[0].body == "Premier.\nSecond alinéa.");
  CHECK(read.documents[0].url == "https://j.example/fil/un.html");
  CHECK(read.documents[0].date == "2025-03-13T09:00:00Z");
  CHECK(read.documents[0].author == "La rédaction");
  CHECK(read.documents[0].language == "fr");
  CHECK(read.documents[0].source == "Le Journal");
  CHECK(read.documents[1].language == "nl");
  CHECK(read.documents[1].author == "A, B");
  CHECK(facet(read.documents[1], "category") == "Politique");
  CHECK(read.documents[1].body == "Tekst");
  CHECK(read.documents[2].body == "1 < 2, et 3 > 2");
}

TEST_CASE("RDF: items beside the channel, Dublin Core") {
  const Document d = only(read_bytes(
      "feed",
      R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="c"><title>Fil</title><items><rdf:Seq/></items></channel>
    <item rdf:about="https://x.example/1"><title>Titre</title><description>Texte</description><dc:date>2025-03-13</dc:date><dc:language>fr</dc:language>
    <dc:subject>Sport</dc:subject></item></rdf:RDF>)"));
  CHECK(d.id == "https://x.example/1");
  CHECK(d.url == "https://x.example/1");
  CHECK(d.date == "2025-03-13");
  CHECK(d.language == "fr");
  CHECK(d.source == "Fil");
  CHECK(facet(d, "category") == "Sport");
}

TEST_CASE("what came before a fault is kept, and the rest rejected with line and reason") {
  const Collected read = read_bytes(
      "feed", rss("<item><title>A</title></item>\n<item><title>B</item>\n<item><title>C</title></item>"));
  CHECK(only(read).title == "A");
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].line == 5);
  CHECK(read.rejections[0].byte > 200);
  CHECK(read.rejections[0].reason.find("not well-formed XML") == 0);
}

TEST_CASE("what can be overlooked is, and noted") {
  const Collected read =
      read_bytes("feed", rss("<item><title>Jansen & Co, AT&T one, &eacute;&#1;, &unknown;</title>"
                             "<description>a\x01z</description></item>"));
  CHECK(only(read).title == "Jansen & Co, AT&T one, é, &unknown;");
  CHECK(only(read).body == "a z");
  CHECK(read.rejections.empty());
  CHECK(read.notes.size() == 3);
}

TEST_CASE("charsets of feeds, declared, wrongly declared and not") {
  CHECK(only(read_bytes(
                 "feed",
                 "<?xml version='1.0' encoding='ISO-8859-1'?><rss><item><title>caf\xE9</title></item></rss>"))
            .title == "café");
  CHECK(only(read_bytes("feed",
                        "<?xml version='1.0' encoding='UTF-8'?><rss><item><title>caf\xE9 de la "
                        "gare</title></item></rss>"))
            .title == "café de la gare");
  CHECK(only(read_bytes(
                 "feed",
                 "<?xml version='1.0' encoding='ISO-8859-1'?><rss><item><title>café</title></item></rss>"))
            .title == "café");
  const std::string ascii = "<rss><item><title>wide</title></item></rss>";
  std::string wide = "\xFF\xFE";
  for (const char c : ascii) wide += {c, '\0'};
  CHECK(only(read_bytes("feed", wide)).title == "wide");
  CHECK(read_bytes("feed", wide).notes.at(0) == "0: read as UTF-16LE");
}

TEST_CASE("another root is refused, and an empty feed told") {
  const Collected other = read_bytes("feed", "<html><item><title>x</title></item></html>");
  CHECK(other.documents.empty());
  REQUIRE(other.rejections.size() == 1);
  CHECK(other.rejections[0].reason.find("found <html>") != std::string::npos);
  CHECK(read_bytes("feed", rss("")).notes == std::vector<std::string>{"0: no document in it"});
}
