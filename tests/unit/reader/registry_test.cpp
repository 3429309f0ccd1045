// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <set>

#include "nsearch/error.h"
#include "support.h"

using namespace reader_test;
using namespace std::string_literals;

namespace {

std::string chosen(const std::string& name, std::string_view head) {
  const ReaderEntry* entry = choose_reader("", name, head);
  return entry == nullptr ? "none" : entry->format.name;
}

}  // namespace

TEST_CASE("every format is named once, described, and made") {
  std::set<std::string> names;
  for (const ReaderEntry& entry : reader_registry()) {
    CHECK(names.insert(entry.format.name).second);
    CHECK_FALSE(entry.format.description.empty());
    for (const std::string& extension : entry.format.extensions) {
      CHECK(chosen("some/where" + extension, "") == entry.format.name);
    }
    CHECK(entry.make({}) != nullptr);
    CHECK(choose_reader(entry.format.name, "x.jpg", "\xFF\xD8\xFF") == &entry);
  }
  CHECK(input_formats().size() == reader_registry().size());
  CHECK(names.count("jsonl") == 1);
  CHECK(names.count("text") == 1);
}

TEST_CASE("the reader is chosen by name and content") {
  CHECK(chosen("a/b.JSONL", "{\"body\":\"x\"}") == "jsonl");
  CHECK(chosen("b.jsonl.gz", "{\"body\":\"x\"}") == "jsonl");
  CHECK(chosen("b.txt.GZ", "Titre\n") == "text");
  CHECK(chosen("b.ndjson", "") == "jsonl");
  CHECK(chosen("b.json", "[") == "json");
  CHECK(chosen("-", "[{\"body\": \"x\"}]") == "json");
  CHECK(chosen("-", "{\n  \"body\": \"x\"\n}") == "json");
  CHECK(chosen("-", "{\"uri\": \"u\", \"versioncreated\": \"2025-01-01\", \"body_text\": \"x\"}") == "ninjs");
  CHECK(chosen("-", "id,title,text\n1,a,b\n") == "csv");
  CHECK(chosen("-", "id\ttitle\ttekst\n1\ta\tb\n") == "tsv");
  CHECK(chosen("-", "One, two and text\nthree") == "text");
  CHECK(chosen("-", "---\ntitle: Titre\n---\nTexte") == "markdown");
  CHECK(chosen("x.xml", "<?xml version='1.0'?><!-- a --><rss version='2.0'>") == "feed");
  CHECK(chosen("x.txt", "\n<rdf:RDF xmlns='http://purl.org/rss/1.0/'>") == "feed");
  CHECK(chosen("x", "<feed xmlns=\"http://www.w3.org/2005/Atom\">") == "feed");
  CHECK(chosen("x", "<!DOCTYPE NewsML SYSTEM 'x' [<!ENTITY % n SYSTEM 'y'> %n; ]>\n<NewsML>") == "newsml");
  CHECK(chosen("x", "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'>") == "newsml-g2");
  CHECK(chosen("x", "<nitf>") == "nitf");
  CHECK(chosen("x", "<contentSet><inlineXML><nitf>") == "nitf");
  CHECK(chosen("x", "\xFF\xFE<\0r\0s\0s\0>\0"s) == "feed");
  CHECK(chosen("-", "{\"body\":\"x\"}") == "jsonl");
  CHECK(chosen("-", "\xEF\xBB\xBF { \"body\":\"x\"}") == "jsonl");
  CHECK(chosen("-", "Titre\n\nTexte") == "text");
  CHECK(chosen("-", "{ pas du JSON }") == "text");
  CHECK(chosen("accolade.txt", "{\"body\": 1}") == "text");
  CHECK(chosen("LISEZMOI", "Du texte") == "text");
  CHECK(chosen("photo.jpg", "\xFF\xD8\xFF\xE0\0\x10JFIF"s) == "none");
  CHECK(chosen("page.html", "<!DOCTYPE html><html>") == "html");
  CHECK(chosen("latin", "caf\xE9 noir") == "text");
  CHECK(chosen("wide", "\xFF\xFEL\0"s) == "text");
  CHECK(chosen("latin.txt", "caf\xE9 noir") == "text");
}

TEST_CASE("an unknown forced format is a usage error that names those that are known") {
  try {
    choose_reader("pdf", "x", "");
    FAIL("no error");
  } catch (const Error& e) {
    CHECK(e.code() == ErrorCode::usage);
    CHECK(e.what() == "unknown input format \"pdf\""s);
    CHECK(e.way_out().rfind("one of: jsonl, ", 0) == 0);
    for (const ReaderEntry& entry : reader_registry())
      CHECK((e.way_out() + ", ").find(" " + entry.format.name + ", ") != std::string::npos);
  }
}
