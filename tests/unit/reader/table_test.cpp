// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "support.h"

using namespace reader_test;

TEST_CASE("CSV: quotes, line breaks in them, doubled quotes, every line end") {
  const Collected read = read_bytes(
      "csv", "id,title,text,city\r\n1,Un,\"a \"\"b\"\",\nc\",Gand\n2,\"Deux\",x,\r3,Trois,\"y\" z,Mons");
  REQUIRE(read.documents.size() == 3);
  CHECK(read.documents[0].id == "1");
  CHECK(read.documents[0].title == "Un");
  CHECK(read.documents[0].body == "a \"b\",\nc");
  CHECK(read.documents[0].facets == std::vector<std::pair<std::string, std::string>>{{"city", "Gand"}});
  CHECK(read.documents[0].origin.record == 2);
  CHECK(read.documents[1].origin.record == 4);
  CHECK(read.documents[1].facets.empty());
  CHECK(read.documents[2].body == "\"y\" z");
  CHECK(read.rejections.empty());
}

TEST_CASE("CSV: separators, usual names in three languages, charsets") {
  CHECK(read_bytes("csv", "titel;tekst;datum\nA;b;20250313\n").documents.at(0).date == "20250313");
  CHECK(read_bytes("csv", "Titre|Contenu|Auteur\nA|b|C\n").documents.at(0).author == "C");
  CHECK(read_bytes("tsv", "Headline\tFull Text\tPublished At\nA\tb, c\t2025\n").documents.at(0).body ==
        "b, c");
  const Collected latin = read_bytes("csv", "title,text\nA,caf\xE9 de la gare\n");
  CHECK(latin.documents.at(0).body == "café de la gare");
  CHECK(latin.notes == std::vector<std::string>{"0: read as windows-1252 (guessed)"});
}

TEST_CASE("CSV: columns by --field, by name and by number") {
  const ReaderOptions options{{{"body", "b"}, {"title", "1"}, {"place", "c"}}};
  const Document d = read_bytes("csv", "a,b,c,text\nT,B,P,X\n", options).documents.at(0);
  CHECK(d.title == "T");
  CHECK(d.body == "B");
  CHECK(d.facets == std::vector<std::pair<std::string, std::string>>{{"place", "P"}, {"text", "X"}});
}

TEST_CASE("CSV: rows that give no document are rejected with line and reason") {
  const Collected read = read_bytes("csv", "id,text\n1,a\n2,\n\n3,c,d\n4,\"open\n5,e\n");
  REQUIRE(read.documents.size() == 2);
  REQUIRE(read.rejections.size() == 2);
  CHECK(read.rejections[0].line == 3);
  CHECK(read.rejections[0].byte == 12);
  CHECK(read.rejections[0].id == "2");
  CHECK(read.rejections[0].reason == "body: empty");
  CHECK(read.rejections[1].line == 6);
  CHECK(read.rejections[1].reason.find("not closed") != std::string::npos);
  REQUIRE(read.notes.size() == 1);
  CHECK(read.notes[0].find("5: 3 fields where the header names 2") == 0);
}

TEST_CASE("CSV: a header without a body names its columns and the way out") {
  const Collected read = read_bytes("csv", "a,b\n1,2\n");
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].reason == "no column for the body among a, b; map one to it: --field body=NAME");
}

TEST_CASE("JSON: an array, objects over several lines, an envelope, objects by id") {
  const auto bodies = [](std::string_view json) {
    std::string all;
    for (const Document& d : read_bytes("json", json).documents) all += d.id + ":" + d.body + " ";
    return all;
  };
  CHECK(bodies("[{\"id\":1,\"body\":\"a]\\\"}\"},\n {\"id\":2,\"body\":\"b\"}]") == "1:a]\"} 2:b ");
  CHECK(bodies("{\n\"id\": 1,\n\"body\": \"a\"\n}\n{\"id\":2,\n\"body\":\"b\"}") == "1:a 2:b ");
  CHECK(bodies("{\"id\":1,\"body\":\"a\"}\n{\"id\":2,\"body\":\"b\"}\n") == "1:a 2:b ");
  CHECK(bodies("{\"meta\":[1],\"articles\":[{\"id\":1,\"body\":\"a\"},{\"id\":2,\"body\":\"b\"}]}") ==
        "1:a 2:b ");
  CHECK(bodies("{\"hits\":{\"hits\":[{\"_id\":\"x\",\"_source\":{\"id\":1,\"body\":\"a\"}}]}}") == "1:a ");
  CHECK(bodies("{\"x\":{\"body\":\"a\"},\"y\":{\"body\":\"b\"}}") == "x:a y:b ");
}

TEST_CASE("JSON: nested paths reach into arrays") {
  const ReaderOptions options{{{"body", "content.text.1"}, {"title", "heads.0.value"}}};
  const Collected read = read_bytes("json",
                                    "[{\"content\":{\"text\":[\"a\",\"b\"]},\"heads\":[{\"value\":\"T\"}]},{"
                                    "\"content\":{\"text\":[\"a\"]}}]",
                                    options);
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].body == "b");
  CHECK(read.documents[0].title == "T");
  CHECK(read.rejections.size() == 1);
}

TEST_CASE("JSON: faults are told with their line, and what came before is kept") {
  const Collected read =
      read_bytes("json", "[{\"body\":\"a\"},\n{\"body\":},\n7,\n{\"body\":\"b\"},\n{\"body\":\"c");
  REQUIRE(read.documents.size() == 2);
  CHECK(read.documents[1].origin.record == 4);
  REQUIRE(read.rejections.size() == 3);
  CHECK(read.rejections[0].line == 2);
  CHECK(read.rejections[0].byte == 23);
  CHECK(read.rejections[1].reason.find("expected an object") == 0);
  CHECK(read.rejections[2].line == 5);
  CHECK(read.rejections[2].reason.find("truncated JSON") == 0);
  CHECK(read_bytes("json", "[{\"body\":\"a\"}").rejections.at(0).reason ==
        "truncated JSON: the array is not closed");
}

TEST_CASE("ninjs: versions 1 and 2, other types, a list") {
  const Document one =
      read_bytes(
          "ninjs",
          R"({"uri":"https://a.example/1","type":"text","versioncreated":"2025-03-14T10:00:00Z","firstcreated":"2025-03-13T10:00:00Z",
    "language":"nl","headline":"Kop","byline":"Door Jan","body_html":"<p>Een.</p><p>Twee.</p>","description_text":"Een.","subject":[{"code":"1","name":"economie"}],
    "place":[{"name":"Gent"}],"keyword":["a","b"]})")
          .documents.at(0);
  CHECK(one.id == "https://a.example/1");
  CHECK(one.url == "https://a.example/1");
  CHECK(one.title == "Kop");
  CHECK(one.body == "Een.\nTwee.");
  CHECK(one.author == "Jan");
  CHECK(one.date == "2025-03-13T10:00:00Z");
  CHECK(one.language == "nl");
  CHECK(one.facets.size() == 4);
  const Collected list = read_bytes(
      "ninjs",
      R"({"items":[{"uri":"u:2","headlines":[{"value":"Titre"}],"bodies":[{"contenttype":"text/plain","value":"Texte"}],
    "infosources":[{"name":"ATS"}]},{"uri":"u:3","type":"picture","headline":"x"},{"uri":"u:4"}]})");
  REQUIRE(list.documents.size() == 1);
  CHECK(list.documents[0].title == "Titre");
  CHECK(list.documents[0].body == "Texte");
  CHECK(list.documents[0].source == "ATS");
  CHECK(list.notes.size() == 1);
  REQUIRE(list.rejections.size() == 1);
  CHECK(list.rejections[0].id == "u:4");
}

TEST_CASE("Markdown: front matter of scalars and lists, text without marks") {
  const Document d =
      read_bytes("markdown",
                 "---\ntitle: \"De \\\"kop\\\"\"\ndate: 2025-03-13 # dag\nlang: nl\nauthors:\n  - Jan\n  - "
                 "'O''Brien'\ntags: [a, \"b, c\"]\n"
                 "description: >\n  over\n  twee regels\n---\n\n# Titel\n\nEen *alinea* met [een "
                 "link](https://x.example) en `code`,\ndoorlopend &amp; ![beeld](x.png).\n\n"
                 "> citaat\n\n- punt **een**\n- punt twee\n\n| a | b |\n|---|---|\n| c | d |\n\n<div>html "
                 "&eacute;</div>\n")
          .documents.at(0);
  CHECK(d.title == "De \"kop\"");
  CHECK(d.date == "2025-03-13");
  CHECK(d.language == "nl");
  CHECK(d.author == "Jan, O'Brien");
  CHECK(d.facets == std::vector<std::pair<std::string, std::string>>{{"tags", "a"}, {"tags", "b, c"}});
  CHECK(d.body ==
        "Titel\nEen alinea met een link en code, doorlopend & .\ncitaat\npunt een\npunt twee\na b\nc d\nhtml "
        "é");
}

TEST_CASE("Markdown: without front matter the first heading is the title; a rule is no front matter") {
  const Document d = read_bytes("markdown", "Titre\n=====\n\nTexte.\n").documents.at(0);
  CHECK(d.title == "Titre");
  CHECK(d.body == "Texte.");
  CHECK(read_bytes("markdown", "---\nTexte sans fin").documents.at(0).body == "Texte sans fin");
  CHECK(read_bytes("markdown", "---\ntitle: x\nnested:\n  deep:\n    a: 1\n---\nT").notes.size() > 0);
  CHECK(read_bytes("markdown", "\n \n").rejections.at(0).reason == "empty: no text in it");
}

TEST_CASE("tables and JSON: what has no end within the bound costs itself, and is not held") {
  const std::string long_text(70'000'000, 'x');
  const Collected table = read_bytes("csv", "id,text\n1," + long_text + "\n2,\"kort\"\n3,\"" + long_text);
  REQUIRE(table.documents.size() == 1);
  CHECK(table.documents[0].body == "kort");
  REQUIRE(table.rejections.size() == 2);
  CHECK(table.rejections[0].line == 2);
  CHECK(table.rejections[1].line == 4);
  CHECK(table.rejections[0].reason.find("too long") != std::string::npos);
  CHECK(table.rejections[1].reason.find("not closed") != std::string::npos);
  const Collected json = read_bytes("json", "[{\"body\":\"" + long_text + "\"},{\"body\":\"kort\"}]");
  REQUIRE(json.documents.size() == 1);
  REQUIRE(json.rejections.size() == 1);
  CHECK(json.rejections[0].reason.find("too long") != std::string::npos);
}

TEST_CASE("CSV: a row's place is its byte, however far on it is") {
  std::string text = "id,body\n";
  for (int i = 0; i < 20'000; ++i) text += std::to_string(i) + ",Woorden genoeg.\n";
  const std::size_t empty = text.size();
  text += "x,\ny,Nog een.\n";
  const Collected read = read_bytes("csv", text);
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].line == 20'002);
  CHECK(read.rejections[0].byte == empty);
  CHECK(read.documents.size() == 20'001);
}

TEST_CASE("Markdown: a text that is too large is refused") {
  const Collected read = read_bytes("markdown", std::string(17'000'000, 'x'));
  REQUIRE(read.rejections.size() == 1);
  CHECK(read.rejections[0].reason.find("too large") == 0);
}

TEST_CASE("Markdown: what slows parsers down ends soon") {
  const auto times = [](std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
  };
  for (const std::string_view piece :
       {"[", "![", "*a **b ", "`a ``b ", "> > > ", "- - ", "<a ", "a <!-- ", "[a](<b", "http://a.b ",
        "a@b.c ", "&amp;", "|a", "[a]: /b\n[a] ", "~~a ", "\\*", "  - a\n", "_a __b "}) {
    CAPTURE(piece);
    CHECK(read_bytes("markdown", "tekst\n\n" + times(piece, 1'000'000)).documents.size() == 1);
  }
}

TEST_CASE("lists of names without end are bounded") {
  std::string names;
  for (int i = 0; i < 500'000; ++i) names += "n" + std::to_string(i) + ", ";
  const Collected matter = read_bytes("markdown", "---\nauthor: [" + names + "x]\n---\ntekst\n");
  REQUIRE(matter.documents.size() == 1);
  CHECK(matter.documents[0].author.starts_with("n0, n1, n2"));
  CHECK(matter.documents[0].author.size() < 11'000);
}
