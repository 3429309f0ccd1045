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
    CHECK_FALSE(entry.format.extensions.empty());
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
  CHECK(chosen("b.json", "[") == "jsonl");
  CHECK(chosen("-", "{\"body\":\"x\"}") == "jsonl");
  CHECK(chosen("-", "\xEF\xBB\xBF { \"body\":\"x\"}") == "jsonl");
  CHECK(chosen("-", "Titre\n\nTexte") == "text");
  CHECK(chosen("-", "{ pas du JSON }") == "text");
  CHECK(chosen("accolade.txt", "{\"body\": 1}") == "text");
  CHECK(chosen("LISEZMOI", "Du texte") == "text");
  CHECK(chosen("photo.jpg", "\xFF\xD8\xFF\xE0\0\x10JFIF"s) == "none");
  CHECK(chosen("page.html", "<!DOCTYPE html><html>") == "html");
  CHECK(chosen("latin", "caf\xE9 noir") == "none");
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
