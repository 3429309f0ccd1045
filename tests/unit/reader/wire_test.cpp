// SPDX-License-Identifier: GPL-2.0-or-later
// What agencies send: NewsML-G2, NewsML 1 and NITF.
#include <catch2/catch.hpp>

#include "support.h"

using namespace reader_test;

namespace {

std::string g2(const std::string& item_class, const std::string& content) {
  return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:newsml:a:1' "
         "xml:lang='nl'><itemMeta><itemClass "
         "qcode='ninat:" +
         item_class +
         "'/><provider><name>Agentschap</name></provider><versionCreated>2025-03-14T10:00:00Z</"
         "versionCreated>"
         "<firstCreated>2025-03-13T10:00:00Z</firstCreated></itemMeta><contentMeta><creator><name>Jan</"
         "name></creator>"
         "<headline xml:lang='en'>English</headline><headline>Kop</headline><subject><name "
         "xml:lang='en'>economy</name>"
         "<name "
         "xml:lang='nl'>economie</name></subject><description>Samenvatting.</description></contentMeta>" +
         content + "</newsItem>";
}

std::string newsml(const std::string& components) {
  return "<?xml "
         "version='1.0'?><NewsML><NewsEnvelope><DateAndTime>20250313T090000Z</DateAndTime></"
         "NewsEnvelope>\n<NewsItem>"
         "<Identification><NewsIdentifier><ProviderId>a.be</ProviderId><DateId>20250313</"
         "DateId><NewsItemId>7</NewsItemId>"
         "</NewsIdentifier></Identification>\n" +
         components + "</NewsItem></NewsML>";
}

std::string text_part(const std::string& role, const std::string& text) {
  return "<NewsComponent><Role FormalName='" + role + "'/><ContentItem><DataContent>" + text +
         "</DataContent></ContentItem></NewsComponent>";
}

}  // namespace

TEST_CASE("a G2 text with NITF inside") {
  const Document d = only(read_bytes(
      "newsml-g2",
      g2("text",
         "<contentSet><inlineXML "
         "contenttype='application/nitf+xml'><nitf><body><body.head><hedline><hl1>Ander</hl1>"
         "</hedline><byline>Door Piet, <byttl>redacteur</byttl></byline></body.head><body.content><p>Een.</p>"
         "<media><media-caption>Foto</media-caption></media><p>Twee "
         "<em>drie</em>.</p></body.content></body></nitf>"
         "</inlineXML></contentSet>")));
  CHECK(d.id == "urn:newsml:a:1");
  CHECK(d.title == "Kop");
  CHECK(d.body == "Een.\nTwee drie.");
  CHECK(d.language == "nl");
  CHECK(d.date == "2025-03-13T10:00:00Z");
  CHECK(d.source == "Agentschap");
  CHECK(d.author == "Jan");
  CHECK(facet(d, "subject") == "economie");
  CHECK(d.origin.record == 0);
}

TEST_CASE("a G2 text in XHTML, in inlineData, in its description, in its headline alone") {
  CHECK(only(read_bytes("newsml-g2", g2("text",
                                        "<contentSet><inlineXML contenttype='application/xhtml+xml'><html "
                                        "xmlns='http://www.w3.org/1999/xhtml'>"
                                        "<head><title>t</title></head><body><header>weg</header><p>Een.</"
                                        "p><ul><li>a</li><li>b</li></ul></body></html>"
                                        "</inlineXML></contentSet>")))
            .body == "Een.\na\nb");
  CHECK(only(read_bytes("newsml-g2", g2("text",
                                        "<contentSet><inlineData contenttype='text/plain'>Een regel.\n\nNog "
                                        "een.</inlineData></contentSet>")))
            .body == "Een regel.\nNog een.");
  CHECK(only(read_bytes("newsml-g2", g2("text", ""))).body == "Samenvatting.");
}

TEST_CASE("G2 items that are no text are named in a note") {
  for (const std::string other : {"picture", "video", "composite"}) {
    const Collected read = read_bytes("newsml-g2", g2(other, ""));
    CHECK(read.documents.empty());
    CHECK(read.rejections.empty());
    REQUIRE(read.notes.size() == 1);
    CHECK(read.notes[0].find("no text (" + other + ")") != std::string::npos);
  }
}

TEST_CASE("a G2 message: texts are read, packages and concepts named, empty texts rejected") {
  const Collected read =
      read_bytes("newsml-g2", "<newsMessage><header/><itemSet><packageItem/><conceptItem/>" + g2("text", "") +
                                  "\n<newsItem guid='N2'/>" + "</itemSet></newsMessage>");
  CHECK(only(read).origin.record == 1);
  CHECK(read.notes.size() == 2);
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].id == "N2");
  CHECK(read.rejections[0].line == 2);
}

TEST_CASE("a NewsML 1 item with NITF, its metadata and its identity") {
  const Document d = only(read_bytes(
      "newsml", newsml("<NewsManagement><FirstCreated>20250313T120000+0100</FirstCreated><Urgency "
                       "FormalName='4'/></NewsManagement><NewsComponent>"
                       "<NewsLines><HeadLine>Titre</HeadLine><ByLine>Par A. "
                       "B.</ByLine><KeywordLine>POLITIQUE</KeywordLine></NewsLines>"
                       "<AdministrativeMetadata><Provider><Party "
                       "FormalName='ATS'/></Provider></AdministrativeMetadata><DescriptiveMetadata>"
                       "<Language FormalName='fr'/></DescriptiveMetadata><ContentItem><MediaType "
                       "FormalName='Text'/><DataContent><nitf><body><body.content>"
                       "<p>Un.</p><p>Deux.</p></body.content></body></nitf></DataContent></ContentItem></"
                       "NewsComponent>")));
  CHECK(d.id == "urn:newsml:a.be:20250313:7");
  CHECK(d.title == "Titre");
  CHECK(d.body == "Un.\nDeux.");
  CHECK(d.language == "fr");
  CHECK(d.date == "20250313T120000+0100");
  CHECK(d.author == "A. B.");
  CHECK(d.source == "ATS");
  CHECK(facet(d, "keyword") == "POLITIQUE");
  CHECK(facet(d, "urgency") == "4");
}

TEST_CASE("a NewsML 1 item in two languages is two documents") {
  const Collected read = read_bytes(
      "newsml", newsml("<NewsComponent><NewsComponent xml:lang='nl'>" + text_part("Title", "Kop") +
                       text_part("Lead", "Inleiding.") + text_part("Body", "Tekst &lt;b&gt;vet&lt;/b&gt;.") +
                       "</NewsComponent><NewsComponent xml:lang='fr'>" + text_part("Title", "Titre") +
                       text_part("Body", "Texte.") + "</NewsComponent></NewsComponent>"));
  REQUIRE(read.documents.size() == 2);
  CHECK(read.documents[0].title == "Kop");
  CHECK(read.documents[0].body == "Inleiding.\nTekst vet.");
  CHECK(read.documents[0].language == "nl");
  CHECK(read.documents[0].id == "urn:newsml:a.be:20250313:7#1");
  CHECK(read.documents[0].date == "20250313");
  CHECK(read.documents[1].id == "urn:newsml:a.be:20250313:7#2");
  CHECK(read.documents[1].language == "fr");
}

TEST_CASE("NewsML 1: pictures and sound without a text are named, a headline alone is a text") {
  const Collected read =
      read_bytes("newsml", newsml("<NewsComponent><NewsComponent>" + text_part("Title", "Foto") +
                                  text_part("Caption", "Bijschrift") +
                                  "<NewsComponent><Role FormalName='Image'/><ContentItem "
                                  "Href='x.jpg'/></NewsComponent></NewsComponent><NewsComponent>" +
                                  text_part("Title", "Flits") + "</NewsComponent></NewsComponent>"));
  CHECK(only(read).body == "Flits");
  CHECK(only(read).id == "urn:newsml:a.be:20250313:7");
  REQUIRE(read.notes.size() == 1);
  CHECK(read.notes[0].find("pictures, sound or video without a text") != std::string::npos);
}

TEST_CASE("of equivalent NewsML 1 components the first is taken") {
  const auto form = [](const std::string& text) {
    return "<NewsComponent><ContentItem><DataContent>" + text +
           "</DataContent></ContentItem></NewsComponent>";
  };
  CHECK(only(read_bytes("newsml", newsml("<NewsComponent EquivalentsList='yes'>" + form("een") +
                                         form("twee") + "</NewsComponent>")))
            .body == "een");
}

TEST_CASE("NITF: head, headline, lead and body") {
  const Document d = only(read_bytes(
      "nitf",
      "<!DOCTYPE nitf SYSTEM 'nitf.dtd'><nitf xml:lang='fr'><head><title>t</title><tobject><tobject.subject "
      "tobject.subject.type='Sport'/>"
      "</tobject><docdata><doc-id id-string='x1'/><date.issue norm='20250313T100000Z'/><key-list><keyword "
      "key='foot'/></key-list></docdata>"
      "<pubdata name='Le "
      "Soir'/></head><body><body.head><hedline><hl1>Titre</hl1><hl2>Sous-titre</hl2></"
      "hedline><byline><person>A</person>"
      "<person>B</person></byline><abstract><p>R&eacute;sum&eacute;.</p></abstract></"
      "body.head><body.content><p>Texte.</p><table><tr><td>a</td><td>b"
      "</td></tr></table></body.content></body></nitf>"));
  CHECK(d.id == "x1");
  CHECK(d.title == "Titre");
  CHECK(d.body == "Sous-titre\nRésumé.\nTexte.\na b");
  CHECK(d.language == "fr");
  CHECK(d.date == "20250313T100000Z");
  CHECK(d.source == "Le Soir");
  CHECK(d.author == "A, B");
  CHECK(facet(d, "subject") == "Sport");
  CHECK(facet(d, "keyword") == "foot");
}

TEST_CASE("wire texts with signs that begin no markup are read in one pass") {
  std::string signs;
  for (int i = 0; i < 1'000'000; ++i) signs += "&lt;a ";
  const Collected read =
      read_bytes("feed", "<rss><item><title>t</title><description>" + signs + "</description></item></rss>");
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].body.starts_with("<a <a"));
  std::string descriptions;
  for (int i = 0; i < 100'000; ++i)
    descriptions += "<description>deel " + std::to_string(i) + "</description>";
  const Collected item = read_bytes("newsml-g2", "<newsItem><itemMeta/><contentMeta><headline>h</headline>" +
                                                     descriptions + "</contentMeta></newsItem>");
  REQUIRE(item.documents.size() == 1);
  CHECK(item.documents[0].body.ends_with("deel 99999"));
}
