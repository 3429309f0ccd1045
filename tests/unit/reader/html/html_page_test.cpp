// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/html_page.h"

#include <catch2/catch.hpp>
#include <string>

#include "../support.h"
#include "reader/utf8.h"

using namespace nsearch;
using namespace nsearch::indexer;
using namespace std::string_literals;

namespace {

const std::string prose =
    "Le conseil municipal a voté, mardi soir, le budget de la ville, après six heures de débats, deux "
    "suspensions de "
    "séance et quelques éclats de voix, que le public, venu nombreux, a suivis jusqu'à la fin.";

Document read(const std::string& page, std::string_view charset = {}, std::string_view url = {}) {
  std::string why_not;
  auto document = read_html_page(page, charset, url, why_not);
  CAPTURE(page, why_not);
  REQUIRE(document);
  return *document;
}

/// A page with an article of three paragraphs.
std::string page_of(const std::string& head, const std::string& before = {}, const std::string& after = {}) {
  return "<!DOCTYPE html><html><head>" + head + "</head><body>" + before + "<div class=\"article-body\"><p>" +
         prose + "</p><p>Deux : " + prose + "</p><p>Trois : " + prose + "</p></div>" + after +
         "</body></html>";
}

const std::string article = prose + "\nDeux : " + prose + "\nTrois : " + prose;

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an article is found among what pages have around one") {
  const std::string before =
      "<header><a href=\"/\">Accueil</a></header><nav><ul><li><a href=\"/a\">Politique</a><li><a "
      "href=\"/b\">Sport, culture, "
      "météo, et tout le reste</a></ul></nav><div class=\"cookie-notice\"><p>Ce site utilise des cookies, "
      "les siens, et ceux de "
      "ses partenaires, pour mesurer son audience.</p></div>";
  const std::string after =
      "<div class=\"share-bar\"><a href=\"#\">Partager</a></div><ul class=\"related\"><li><a href=\"/c\">Un "
      "autre article, "
      "tout aussi intéressant, à lire ensuite</a></ul><section id=\"comments\"><p>" +
      prose + " Je ne suis pas d'accord, dit un lecteur.</p></section><footer><p>" + prose +
      " Mentions légales.</p></footer>";
  CHECK(read(page_of("", before, after)).body == article);
}

TEST_CASE("boxes within an article are dropped") {
  const std::string box =
      "<div><ul><li><a href=\"/x\">A lire aussi : la ville change de maire</a></li></ul></div>"
      "<form><input name=q><p>Cherchez dans nos archives</p></form>";
  const std::string page = "<div class=\"content\"><p>" + prose + "</p>" + box + "<p>Deux : " + prose +
                           "</p><p>Trois : " + prose + "</p></div>";
  CHECK(read(page).body == article);
}

TEST_CASE("a page without an article gives what text it has, one without text none") {
  CHECK(read("<p>Court.</p>").body == "Court.");
  CHECK(read("Sans balises").body == "Sans balises");
  for (const std::string& page :
       {""s, "<html></html>"s, "<script>x()</script>"s, "\0\0"s, "<p>\xC2\xA0</p>"s}) {
    std::string why_not;
    CHECK_FALSE(read_html_page(page, {}, {}, why_not));
    CHECK(why_not == "no text in the page");
  }
}

TEST_CASE("a class that speaks against a part does not empty the page") {
  CHECK(read("<body class=\"comments-open has-sidebar\"><div class=\"sidebar\"><p>" + prose +
             "</p></div></body>")
            .body == prose);
}

TEST_CASE("a heading that repeats the title is not repeated in the body") {
  const Document document =
      read(page_of("<meta property=og:title content=\"Le budget est voté\">", "", "").insert(0, ""));
  CHECK(document.title == "Le budget est voté");
  const Document headed =
      read("<title>Le budget est voté</title><article><h1>Le budget est voté</h1><h2>Un débat</h2><p>" +
           prose + "</p><p>" + prose + "</p></article>");
  CHECK(headed.title == "Le budget est voté");
  CHECK(headed.body == "Un débat\n" + prose + "\n" + prose);
}

TEST_CASE("metadata come from JSON-LD") {
  const Document document =
      read(page_of("<title>Autre</title><script "
                   "type=\"application/ld+json\">\n//<![CDATA[\n{\"@context\":\"https://"
                   "schema.org\",\"@graph\":[{\"@type\":\"WebSite\","
                   "\"name\":\"Site\"},{\"@type\":[\"NewsArticle\",\"Thing\"],\"headline\":\"L&#39;"
                   "été\nindien\",\"datePublished\":"
                   "\"2025-03-13T09:30:00+01:00\",\"author\":[{\"@type\":\"Person\",\"name\":\"Aria "
                   "Mar\"},\"Par Jean Bon\"],\"publisher\":{\"name\":"
                   "\"Le "
                   "Journal\"},\"inLanguage\":\"fr_BE\",\"mainEntityOfPage\":{\"@id\":\"https://exemple.be/"
                   "ete\"}}]}\n//]]></script>"));
  CHECK(document.title == "L'été indien");
  CHECK(document.date == "2025-03-13T09:30:00+01:00");
  CHECK(document.author == "Aria Mar, Jean Bon");
  CHECK(document.source == "Le Journal");
  CHECK(document.language == "fr-BE");
  CHECK(document.url == "https://exemple.be/ete");
}

TEST_CASE("of headline and name in JSON-LD the one that the page's title confirms counts") {
  const auto title = [](const std::string& of_page) {
    return read("<title>" + of_page +
                "</title><script type='application/ld+json'>{\"@type\":\"Article\","
                "\"headline\":\"list of a library\",\"name\":\"Bruggen van Gent\"}</script>" +
                prose)
        .title;
  };
  CHECK(title("Bruggen van Gent - De Bode") == "Bruggen van Gent");
  CHECK(title("Bruggen") == "list of a library");
  CHECK(title("Bruggen van Gent, list of a library") == "list of a library");
}

TEST_CASE("metadata come from meta tags and links") {
  const Document document =
      read(page_of("<meta property=\"x:title og:title\" content=\"Titre\"><meta name=\"DC.date.issued\" "
                   "content=\"2024-02-29\">"
                   "<meta name=author content=\"https://exemple.be/aria\"><meta name=byl content=\"By Aria "
                   "Mar\"><meta property=og:site_name content=\"Le Journal\">"
                   "<meta property=og:locale content=nl_BE><link rel=canonical href=\"../a/1.html\">"),
           {}, "https://exemple.be/b/2.html");
  CHECK(document.title == "Titre");
  CHECK(document.date == "2024-02-29");
  CHECK(document.author == "Aria Mar");
  CHECK(document.source == "Le Journal");
  CHECK(document.language == "nl-BE");
  CHECK(document.url == "https://exemple.be/a/1.html");
}

TEST_CASE("metadata come from the page where its head says nothing") {
  const Document document = read(
      "<html lang=fr>" + page_of("<title>Le budget est voté hier | Le Journal</title>",
                                 "<p class=byline>Par Aria Mar</p><time datetime=\"2025-03-14\">hier</time>"
                                 "<time itemprop=datePublished datetime=\"2025-03-13\">avant-hier</time>"),
      {}, "https://exemple.be/b");
  CHECK(document.title == "Le budget est voté hier");
  CHECK(document.date == "2025-03-13");
  CHECK(document.author == "Aria Mar");
  CHECK(document.url == "https://exemple.be/b");
}

TEST_CASE("lines above the text that say who wrote and when are fields, marked up or not") {
  const auto page = read("<title>Kop</title><div><p>Auteur: Aria Mar 13,2025</p><p>" + prose + "</p></div>");
  CHECK(page.author == "Aria");
  CHECK(page.date == "2025-03-13");
  CHECK(page.body == prose);
  const auto known = read("<meta name=author content='An Peeters'><div><p>13 maart 2025 om 9.30 uur</p><p>" +
                          prose + "</p></div>");
  CHECK(known.author == "An Peeters");
  CHECK(known.date.starts_with("2025-03-13T"));
  CHECK(known.body == prose);
  CHECK(read("<p>Par Marie Dupont</p>").body == "Par Marie Dupont");
}

TEST_CASE("a page is read in its charset") {
  const std::string latin = "<p>caf\xE9 et th\xE9 \x80</p>";
  CHECK(read(latin, "iso-8859-1").body == "café et thé €");
  CHECK(read("<meta charset=windows-1252>" + latin).body == "café et thé €");
  CHECK(read("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>\xF7\xE5\xF3\xEE\xE1 "
             "\xF7\xE5\xF3\xEE\xE1</p>")
            .body == "ВЕСНА ВЕСНА");
  CHECK(read("<meta charset=iso-8859-1><p>café</p>").body == "café");
  CHECK(read("\xFF\xFE<\0p\0>\0\xE9\0t\0\xE9\0"s).body == "été");
}

TEST_CASE("hostile pages end soon and give well-formed text") {
  std::string deep = "<html><body>";
  for (int i = 0; i < 100'000; ++i) deep += i % 2 == 0 ? "<div>" : "<b>";
  CHECK(has(read(deep + "<p>" + prose).body, "conseil municipal"));
  std::string attributes = "<p";
  for (int i = 0; i < 3'000; ++i) attributes += " a" + std::to_string(i) + "=\"" + std::to_string(i) + '"';
  CHECK(read(attributes + ">" + prose).body == prose);
  const std::string entity =
      "<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]><p>x&a;&b;y</p>";
  CAPTURE(read(entity).body);
  CHECK_FALSE(has(read(entity).body, "aaaa"));
  CHECK(has(read(entity).body, "x&a;&b;y"));
  CHECK(find_invalid_utf8(read("<p>\xE9\0\xF0\x9F</p>"s).body) == std::string::npos);
}

TEST_CASE("text before the first element is a part of the page") {
  CHECK(read("<!DOCTYPE html>< \"c\">]><p>suite</p>").body == "<\n\"c\">]>\nsuite");
}

TEST_CASE("a page that is too large is refused") {
  std::string why_not;
  CHECK_FALSE(read_html_page(std::string(max_page_bytes + 1, 'x'), {}, {}, why_not));
  CHECK(why_not.find("too large") == 0);
}

TEST_CASE("the HTML reader gives one document a file, or says why not") {
  const auto good = reader_test::read_bytes("html", page_of("<title>T</title>"));
  REQUIRE(good.documents.size() == 1);
  CHECK(good.documents[0].body == article);
  CHECK(good.documents[0].origin.path == "in");
  const auto bad = reader_test::read_bytes("html", "<html><script>x</script>");
  REQUIRE(bad.rejections.size() == 1);
  CHECK(bad.rejections[0].reason == "no text in the page");
}

TEST_CASE("HTML is recognised by what it begins with") {
  for (const std::string_view head : {"<!DOCTYPE html>", " \n<html lang=fr>", "<!-- c --><!doctype HTML >",
                                      "<?xml version=\"1.0\"?><html xmlns=\"x\">"}) {
    CHECK(looks_like_html(head) >= 80);
  }
  CHECK(looks_like_html("<head><title>") > 10);
  CHECK(looks_like_html("\xFF\xFE<\0h\0t\0m\0l\0>\0"s) >= 80);
  for (const std::string_view head :
       {"", "<rss version=\"2.0\">", "<htmlx>", "Du texte <html>", "{\"body\":\"<html>\"}", "<!-- "}) {
    CHECK(looks_like_html(head) == 0);
  }
}
