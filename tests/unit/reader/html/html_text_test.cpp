// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/html_text.h"

#include <catch2/catch.hpp>
#include <string>

#include "reader/html/character_reference.h"
#include "reader/utf8.h"

using nsearch::indexer::character_reference;
using nsearch::indexer::find_invalid_utf8;
using nsearch::indexer::html_text;
using namespace std::string_literals;

TEST_CASE("an HTML fragment gives its text, blocks on lines of their own") {
  CHECK(html_text("") == "");
  CHECK(html_text("Un texte  sans\nbalises") == "Un texte sans balises");
  CHECK(html_text("<p>Un <b>mot</b> gras.</p><p>Deux</p>") == "Un mot gras.\nDeux");
  CHECK(html_text("avant<p>dedans</p>après") == "avant\ndedans\naprès");
  CHECK(html_text("un<br>deux<br/><br />trois") == "un\ndeux\ntrois");
  CHECK(html_text("<ul><li>un<li>deux</ul><h2>Titre</h2>suite") == "un\ndeux\nTitre\nsuite");
  CHECK(html_text("<table><tr><td>a<td>b</tr><tr><th>c</th><td>d</td></tr></table>") == "a b\nc d");
  CHECK(html_text("<pre>a\n  b</pre>") == "a\nb");
  CHECK(html_text("<p> </p><div><div>  </div></div>x") == "x");
}

TEST_CASE("character references are decoded, those to Windows-1252 as browsers do") {
  CHECK(html_text("l&#39;&eacute;t&#xE9; &amp; l&rsquo;hiver&nbsp;!") == "l'été & l’hiver !");
  CHECK(html_text("&#133;&#146;") == "…’");
  CHECK(html_text("AT&T, 5 < 6, &inconnu; &#0;&#xFFFFFF;") == "AT&T, 5 < 6, &inconnu;");
}

TEST_CASE("a reference by itself stands for what it does in a fragment") {
  for (const std::string reference : {"&amp;", "&eacute;", "&nbsp;", "&#233;", "&#xE9;", "&#Xe9;", "&#128;",
                                      "&#x96;", "&#129;", "&apos;", "&inconnu;", "&#x1F600;"}) {
    CAPTURE(reference);
    CHECK("a" + character_reference(reference) + "b" == html_text("a" + reference + "b"));
  }
  CHECK(character_reference("&#0;") == "&#0;");
  CHECK(character_reference("&#xD800;") == "&#xD800;");
  CHECK(character_reference("&#x99999999999;") == "&#x99999999999;");
}

TEST_CASE("what is no text of a fragment is left out") {
  CHECK(html_text("a<script>if (a < b) document.write('</p>');</script>b") == "ab");
  CHECK(html_text("a<style>p { color: red }</style>b<!-- c -->") == "ab");
  CHECK(html_text("<select><option>1</option></select><button>Go</button>x<textarea>y</textarea>") == "x");
  CHECK(html_text("<svg><text>dessin</text></svg>x") == "x");
}

TEST_CASE("whatever the bytes, a fragment gives well-formed text") {
  CHECK(html_text("caf\xE9 noir") == "caf\uFFFD noir");
  CHECK(html_text("a\0b\x01"
                  "c"s) == "a b c");
  for (const std::string& hostile :
       {"<"s, "<a href=\""s, "<p"s, "&#"s, "<!--"s, "<![CDATA[x"s, "\xF0\x9F<p>\xE9"s}) {
    CHECK(find_invalid_utf8(html_text(hostile)) == std::string::npos);
  }
}

TEST_CASE("a fragment may nest however deep") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  deep += "au fond";
  for (int i = 0; i < 100'000; ++i) deep += "</div>";
  CHECK(html_text(deep + "<p>après</p>") == "au fond\naprès");
  std::string spans;
  for (int i = 0; i < 100'000; ++i) spans += "<span><b>";
  CHECK(html_text(spans + "x") == "x");
}

TEST_CASE("a fragment may have however many names") {
  for (const std::string piece : {"<x# y#=z></x#>", "<x#>", "</x#>", "<body x#>", "&x#;"}) {
    CAPTURE(piece);
    std::string names;
    for (int i = 0; i < 600'000; ++i) {
      names += piece;
      for (auto hash = names.find('#', names.size() - piece.size()); hash != std::string::npos;
           hash = names.find('#', hash))
        names.replace(hash, 1, std::to_string(i));
    }
    const std::string text = html_text("<div>un<b>" + names + "</b></div><p>deux</p>");
    CHECK(text.starts_with("un"));
    CHECK(text.ends_with("\ndeux"));
  }
}

TEST_CASE("end tags that nothing opened cost no more than the depth") {
  std::string hostile;
  for (int i = 0; i < 50'000; ++i) hostile += "<div>";
  for (int i = 0; i < 300'000; ++i) hostile += "</x>";
  CHECK(html_text(hostile + "fin") == "fin");
}
