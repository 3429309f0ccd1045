// SPDX-License-Identifier: GPL-2.0-or-later
// Further runs over an index that holds documents.
#include <catch2/catch.hpp>

#include "index_fixture.h"
#include "storage/open_database.h"

using nsearch::IndexRun;

TEST_CASE("updates: a second run over the same files changes nothing") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 700));
  fixture.run({"a.jsonl"});
  const auto before = dump(fixture.index());
  const std::string committed = nsearch::open_for_reading(fixture.index()).get_metadata("nsearch.committed");
  const auto told = fixture.run({"a.jsonl"});
  CHECK(told.summary.unchanged == 700);
  CHECK(told.summary.added + told.summary.updated == 0);
  CHECK(dump(fixture.index()) == before);
  CHECK(nsearch::open_for_reading(fixture.index()).get_metadata("nsearch.committed") == committed);
}

TEST_CASE("updates: new, changed and unchanged documents of one run") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 100));
  fixture.run({"a.jsonl"});
  fixture.write("a.jsonl", articles_jsonl(0, 50) + articles_jsonl(50, 10, " nu") + articles_jsonl(200, 5));
  const auto told = fixture.run({"a.jsonl"});
  CHECK(told.summary.unchanged == 50);
  CHECK(told.summary.updated == 10);
  CHECK(told.summary.added == 5);
  CHECK(told.summary.documents == 105);
  CHECK(told.summary.languages == std::map<std::string, std::uint64_t>{{"fr", 8}, {"nl", 7}});
  const auto documents = dump(fixture.index());
  CHECK(documents.at("a55").find("verdeeld nu.") != std::string::npos);
  CHECK(documents.at("a40").find("modified 41") != std::string::npos);
  CHECK(documents.at("a50").find("modified 101") != std::string::npos);
  CHECK(documents.at("a200").find("modified 111") != std::string::npos);
}

TEST_CASE("updates: one and three threads give the same index") {
  IndexFixture fixture;
  const std::string changed = articles_jsonl(100, 300, " nieuw") + articles_jsonl(400, 200) +
                              articles_jsonl(150, 3, " twee") + articles_jsonl(5, 2) +
                              articles_jsonl(5, 1, " x");
  for (unsigned threads : {1u, 3u}) {
    const std::string index = fixture.path("index" + std::to_string(threads));
    IndexRun run;
    run.writer.threads = threads;
    fixture.write("a.jsonl", articles_jsonl(0, 400));
    fixture.run({"a.jsonl"}, run, index);
    fixture.write("a.jsonl", changed);
    const auto told = fixture.run({"a.jsonl"}, run, index);
    CHECK(told.summary.added == 200);
    CHECK(told.summary.updated == 301);  // 300, and a5, which came unchanged first
    CHECK(told.summary.unchanged == 1);
    CHECK(told.summary.duplicates == 4);
    std::uint64_t languages = 0;
    for (const auto& [language, count] : told.summary.languages) languages += count;
    CHECK(languages == told.summary.added + told.summary.updated);
  }
  CHECK(dump(fixture.path("index1")) == dump(fixture.path("index3")));
}

TEST_CASE("updates: an older version of a document that comes again after a newer one wins") {
  IndexFixture fixture;
  const std::string old_version = articles_jsonl(1, 1), new_version = articles_jsonl(1, 1, " nieuw");
  fixture.write("a.jsonl", old_version);
  fixture.run({"a.jsonl"});
  fixture.write("a.jsonl", new_version + old_version);
  const auto told = fixture.run({"a.jsonl"});
  CHECK(told.summary.duplicates == 1);
  CHECK(told.summary.updated == 1);
  CHECK(dump(fixture.index()).at("a1").find("nieuw") == std::string::npos);
}

TEST_CASE("updates: little that may be pending means more commits and the same result") {
  IndexFixture fixture;
  IndexRun frugal;
  frugal.writer.pending = 50'000;
  for (const char* name : {"plain", "frugal"}) {
    fixture.write("a.jsonl", articles_jsonl(0, 10));
    fixture.run({"a.jsonl"}, {}, fixture.path(name));
  }
  fixture.write("a.jsonl", articles_jsonl(5, 800, " b") + articles_jsonl(0, 5));
  fixture.run({"a.jsonl"}, {}, fixture.path("plain"));
  // Unchanged documents are looked up while commits go on.
  const auto told = fixture.run({"a.jsonl"}, frugal, fixture.path("frugal"));
  CHECK(told.summary.unchanged == 5);
  CHECK(dump(fixture.path("plain")) == dump(fixture.path("frugal")));
}
