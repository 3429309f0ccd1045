// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/bounded_markup.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "reader/html/html_text.h"

using nsearch::indexer::html_text;
using nsearch::indexer::html::bounded_markup;
using nsearch::indexer::html::max_attributes;

namespace {

std::string bounded(const std::string& markup, std::size_t most = max_attributes) {
  std::string changed;
  return std::string(bounded_markup(markup, changed, most));
}

/// The most attributes that the parser finds in one tag.
std::size_t most_attributes(const std::string& markup) {
  std::size_t most = 0;
  htmlSAXHandler handler{};
  handler.startElement = [](void* data, const xmlChar*, const xmlChar** attributes) {
    std::size_t count = 0;
    while (attributes != nullptr && attributes[2 * count] != nullptr) ++count;
    auto& found = *static_cast<std::size_t*>(data);
    found = std::max(found, count);
  };
  htmlParserCtxt* context = htmlCreateMemoryParserCtxt(markup.data(), static_cast<int>(markup.size()));
  htmlCtxtUseOptions(context,
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
  *context->sax = handler;
  context->userData = &most;
  htmlParseDocument(context);
  htmlFreeParserCtxt(context);
  return most;
}

std::string many_attributes(std::size_t count, const std::string& value) {
  std::string attributes;
  for (std::size_t i = 0; i < count; ++i) attributes += " a" + std::to_string(i) + value;
  return attributes;
}

}  // namespace

TEST_CASE("bounded markup: pages of people stay as they are") {
  for (const std::string page :
       {"", "texte", "a < b <c d=e f='g>' h=\"i\" j>k</c>", "<!DOCTYPE html><p class=x>y",
        "<!DOCTYPE html PUBLIC \"a [b]\"><p>", "<script>if (a<b) c = '<d e'</script>"}) {
    std::string changed;
    CHECK(bounded_markup(page, changed).data() == page.data());
  }
}

TEST_CASE("bounded markup: attributes beyond the bound are left out, and nothing else") {
  CHECK(bounded("<p a b='>' c=\"d\" e/>f", 2) == "<p a b='>'        />f");
  CHECK(bounded("<p a b c=d", 1) == "<p a      ");
  CHECK(bounded("<p a><q b>", 1) == "<p a><q b>");
  CHECK(bounded("<p " + std::string(200, 'a') + ">") ==
        "<p " + std::string(90, 'a') + " " + std::string(90, 'a') + " " + std::string(18, 'a') + ">");
  for (const std::string value : {"", "=b", "=\">\"", "='<a b=c>'", "=\"<\" ", " = >"}) {
    CAPTURE(value);
    const std::string page = "<html><p" + many_attributes(100'000, value) + ">Un</p><p>Deux</p>";
    if (value != " = >") CHECK(html_text(page) == "Un\nDeux");
    CHECK(most_attributes(bounded(page)) <= max_attributes);
  }
}

TEST_CASE("bounded markup: what only looks like a tag hides none") {
  const std::string many = "<p" + many_attributes(100'000, "") + ">Un</p>";
  for (const std::string before : {"<!-- <a b=\" -->", "<script>'<a b=\"'</script>", "<a b=\"<c d='\">",
                                   "<style><x '</style>", "<textarea><a b='", "<a b=<c d=\"", "<a/b=\">"}) {
    CAPTURE(before);
    CHECK(most_attributes(bounded(before + many)) <= max_attributes);
  }
  for (const std::string before : {"<!-- <a b=\" -->", "<script>'<a b=\"'</script>", "<a b=\"<c d='\">"}) {
    CHECK(html_text(before + many + "<p>Deux") == "Un\nDeux");
  }
  const std::string some = many_attributes(300, "");
  CHECK(html_text("<script>if (a<b" + some + ")</script>Un <!-- <b" + some + " -->deux") == "Un deux");
}

TEST_CASE("bounded markup: no tag has more attributes, whatever the parser takes for one") {
  std::mt19937 random(12);
  const std::string_view pieces[] = {
      "<a",  "<b ",     "</a",       "<",       ">",  "/>",  "/",     " ",        " ", "\n", "=",
      "=\"", "='",      "\"",        "'",       " c", " d",  " e=f",  "\xC3\xA9", "-", "1",  "<!--",
      "-->", "<script", "</script>", "<style>", "<?", "<!x", "&amp;", "&#1",      "\f"};
  for (int i = 0; i < 60'000; ++i) {
    std::string page;
    for (auto count = 1 + random() % 40; count > 0; --count) {
      page += pieces[random() % std::size(pieces)];
      if (random() % 3 == 0) page += static_cast<char>('a' + random() % 26);
      if (random() % 50 == 0) page += std::string(60 + random() % 100, static_cast<char>('k' + random() % 3));
    }
    const std::string result = bounded(page, 2);
    CAPTURE(page, result);
    REQUIRE(result.size() == page.size());
    REQUIRE(most_attributes(result) <= 2);
  }
}

TEST_CASE("bounded markup: the declarations of a document type are none of its text") {
  CHECK(html_text("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x.dtd\" [\n<!ENTITY nbsp "
                  "\"&#160;\">\n] ><p>Un") == "Un");
  CHECK(html_text("<!DOCTYPE html [<!ENTITY a \"]\"><!-- [x] -->]><p>Un") == "Un");
  CHECK(html_text("<!DOCTYPE html><p>Un [deux]> trois") == "Un [deux]> trois");
  CHECK(html_text("<!DOCTYPE html [ ><p>Un") == "Un");
}
