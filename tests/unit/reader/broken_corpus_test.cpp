// SPDX-License-Identifier: GPL-2.0-or-later
// The files of corpora/broken, each with what must come of it.
#include <catch2/catch.hpp>

#include "paths.h"
#include "support.h"

using namespace reader_test;

namespace {

Collected read_broken(const std::string& name) {
  const std::string path = std::string(NSEARCH_SOURCE_DIR) + "/corpora/broken/" + name;
  const bool compressed = open_source(path)->peek().starts_with("\x1F\x8B");
  const auto source = compressed ? open_gzip(path) : open_source(path);
  const ReaderEntry* entry = choose_reader("", path, source->peek());
  REQUIRE(entry != nullptr);
  Collected collected;
  entry->make({})->read(*source, {path, 0}, collected);
  return collected;
}

std::vector<std::string> ids(const Collected& read) {
  std::vector<std::string> all;
  for (const Document& d : read.documents) all.push_back(d.id);
  return all;
}

/// "line: reason" of each rejection.
std::vector<std::string> reasons(const Collected& read) {
  std::vector<std::string> all;
  for (const Rejection& r : read.rejections) all.push_back(std::to_string(r.line) + ": " + r.reason);
  return all;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("broken: bad UTF-8 costs its record, no other") {
  const Collected read = read_broken("bad-utf8.jsonl");
  CHECK(ids(read) == List{"broken-utf8-1", "broken-utf8-3", "broken-utf8-8"});
  REQUIRE(read.rejections.size() == 5);
  for (const Rejection& r : read.rejections) CHECK(r.reason.find("invalid UTF-8: 0x") == 0);
}

TEST_CASE("broken: truncated input gives what came before") {
  const Collected line = read_broken("truncated.jsonl");
  CHECK(ids(line) == List{"broken-cut-1", "broken-cut-2"});
  CHECK(reasons(line) == List{"3: truncated JSON: the text ends inside a string"});

  const Collected compressed = read_broken("truncated.jsonl.gz");
  CHECK_FALSE(compressed.documents.empty());
  REQUIRE(compressed.rejections.size() == 1);
  CHECK(compressed.rejections[0].reason.find("gzip: cut short at byte ") == 0);
  CHECK(compressed.rejections[0].line == compressed.documents.back().origin.record + 1);
}

TEST_CASE("broken: a record without text is rejected") {
  const Collected read = read_broken("empty-body.jsonl");
  CHECK(ids(read) == List{"broken-empty-6"});
  CHECK(reasons(read) == List{"1: body: empty", "2: body: empty",
                              "3: body: missing among id, title, lang; map one to it: --field body=NAME",
                              "4: body: missing among id, title, body; map one to it: --field body=NAME",
                              "5: body: missing"});
  CHECK(read.rejections[2].id == "broken-empty-3");
}

TEST_CASE("broken: a wrong type is named with its field") {
  const Collected read = read_broken("wrong-types.jsonl");
  CHECK(ids(read) == List{"broken-type-11"});
  CHECK(reasons(read) ==
        List{"1: body: expected a string, found an integer", "2: body: expected a string, found a boolean",
             "3: body: expected a string, found an object", "4: title: expected a string, found an array",
             "5: date: expected a string or an integer, found an object",
             "6: lang: expected a string, found an integer", "7: expected an object, found an array",
             "8: expected an object, found a string", "9: expected an object, found a number",
             "10: expected an object, found null"});
}

TEST_CASE("broken: what is no JSON is rejected line by line") {
  const Collected read = read_broken("not-json.jsonl");
  CHECK(read.documents.empty());
  REQUIRE(read.rejections.size() == 6);
  CHECK(read.rejections[0].reason == "not JSON: expected a value, found 'C'");
  CHECK(read.rejections[3].reason == "not JSON: expected a name in double quotes, found '''");
  CHECK(read.rejections[5].reason == "not JSON: expected the end of the line, found '{'");
}

TEST_CASE("broken: an escaped NUL becomes a space, a raw one costs its record") {
  const Collected read = read_broken("nul-bytes.jsonl");
  CHECK(ids(read) == List{"broken-nul-1", "broken-nul-2", "broken-nul-5"});
  CHECK(read.documents[1].body.find("The market reopened") == 0);
  CHECK(reasons(read) ==
        List{"3: not JSON: a control character (0x00) in a string", "4: NUL bytes (0x00) only"});
}

TEST_CASE("broken: half surrogate pairs are repaired") {
  const Collected read = read_broken("unpaired-surrogate.jsonl");
  REQUIRE(read.documents.size() == 4);
  CHECK(read.rejections.empty());
  CHECK(read.notes.size() == 3);
  CHECK(read.documents[1].title == "Low alone \uFFFD");
  CHECK(read.documents[3].body.find("😀") != std::string::npos);
}

TEST_CASE("broken: what is not broken at all is read") {
  CHECK(ids(read_broken("blank-lines.jsonl")) == List{"broken-blank-1", "broken-blank-2", "broken-blank-3"});
  CHECK(ids(read_broken("bom.jsonl")) == List{"broken-bom-1", "broken-bom-2"});
  CHECK(ids(read_broken("fake.jsonl.gz")) == List{"broken-fakegz-1"});
  CHECK(ids(read_broken("duplicate-ids.jsonl")) ==
        List{"broken-dup", "broken-dup", "broken-dup-other", "broken-dup"});
  const Collected none = read_broken("empty.jsonl");
  CHECK(none.documents.empty());
  CHECK(none.rejections.empty());
}

TEST_CASE("broken: the first of equal names counts") {
  const Collected read = read_broken("duplicate-keys.jsonl");
  CHECK(ids(read) == List{"broken-twice-1", "broken-twice-2", "broken-twice-3"});
  CHECK(read.documents[0].body == "The first body speaks of cheese.");
}

TEST_CASE("broken: depth beyond the bound costs its record") {
  const Collected read = read_broken("deep.jsonl");
  CHECK(ids(read) == List{"broken-deep-1", "broken-deep-4"});
  CHECK(reasons(read) == List{"2: nested deeper than 1024 levels", "3: nested deeper than 1024 levels"});
}

TEST_CASE("broken: texts in other charsets are read") {
  for (const char* name : {"latin1.txt", "utf16le.txt"}) {
    const Collected read = read_broken(name);
    CHECK(read.documents.size() == 1);
    CHECK(read.rejections.empty());
    CHECK(read.notes.size() == 1);
  }
}

TEST_CASE("broken: texts that are none") {
  for (const auto& [name, reason] :
       std::vector<std::pair<std::string, std::string>>{{"binary.txt", "binary"}, {"empty.txt", "empty"}}) {
    const Collected read = read_broken(name);
    CHECK(read.documents.empty());
    REQUIRE(read.rejections.size() == 1);
    CAPTURE(name, read.rejections[0].reason);
    CHECK(read.rejections[0].line == 0);
    CHECK(read.rejections[0].reason.find(reason) == 0);
  }
}
