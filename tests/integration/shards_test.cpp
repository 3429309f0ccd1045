// SPDX-License-Identifier: GPL-2.0-or-later
// An index whose documents are routed among several shards, written and kept.
#include "storage/shards.h"

#include <xapian.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "../errors.h"
#include "dumped.h"
#include "index_fixture.h"
#include "nsearch/check.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "nsearch/maintenance.h"
#include "storage/index_directory.h"
#include "storage/open_database.h"

namespace fs = std::filesystem;
using nsearch::Error;
using nsearch::ErrorCode;
using nsearch::IndexDirectory;
using test::error_of;

namespace {

nsearch::IndexRun sharded(unsigned shards, unsigned threads = 2) {
  nsearch::IndexRun run;
  run.writer.shards = shards;
  run.writer.threads = threads;
  return run;
}

std::vector<std::string> ids_in(const fs::path& shard) {
  std::vector<std::string> ids;
  for (const auto& [id, content] : dump(shard.string())) ids.push_back(id);
  return ids;
}

bool sound(const std::string& index) {
  return nsearch::check_index(index).problems == 0;
}

}  // namespace

TEST_CASE("an id belongs to the same shard for ever") {
  // Of the XXH3 digests of these ids; another function would send an index's documents elsewhere.
  CHECK(nsearch::shard_of("fr-1", 1) == 0);
  std::vector<std::size_t> shards;
  for (const char* id : {"fr-1", "nl-1", "https://example.org/a", "", "é"})
    shards.push_back(nsearch::shard_of(id, 8));
  CHECK(shards == std::vector<std::size_t>{0, 2, 7, 2, 3});
  const std::string long_id(1000, 'x');
  CHECK(nsearch::shard_of(long_id, 8) == nsearch::shard_of(long_id, 8));
  CHECK(nsearch::shard_of(long_id, 1000) != nsearch::shard_of(long_id + "y", 1000));
  std::vector<unsigned> counts(4);
  for (int i = 0; i < 4000; ++i) ++counts[nsearch::shard_of("id-" + std::to_string(i), 4)];
  for (const unsigned count : counts) CHECK((count > 900 && count < 1100));
}

TEST_CASE("a sharded index holds what a single one holds, each document in its shard") {
  const IndexFixture fixture;
  const unsigned threads = GENERATE(1u, 4u);
  fixture.write("a.jsonl", articles_jsonl(0, 120) + "broken\n" + articles_jsonl(30, 5, " opnieuw"));
  fixture.write("b.jsonl", articles_jsonl(120, 30));
  const std::string single = fixture.path("single.idx");
  const auto one = fixture.run({"a.jsonl", "b.jsonl"}, sharded(0, threads), single);
  const auto told = fixture.run({"a.jsonl", "b.jsonl"}, sharded(3, threads));
  CHECK(told.summary.added == one.summary.added);
  CHECK(told.summary.duplicates == 5);
  CHECK(told.summary.rejected == 1);
  CHECK(told.summary.documents == 150);
  CHECK(told.summary.languages == one.summary.languages);
  CHECK(told.events == one.events);
  CHECK(dump(fixture.index()) == dump(single));
  CHECK(dumped(fixture.index()) == dumped(single));
  std::size_t documents = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto ids = ids_in(fs::path(fixture.index()) / nsearch::storage::shard_name(i, 3));
    documents += ids.size();
    CHECK(ids.size() > 30);
    for (const std::string& id : ids) CHECK(nsearch::shard_of(id, 3) == i);
  }
  CHECK(documents == 150);
  CHECK(sound(fixture.index()));
}

TEST_CASE("updates, deletes and mirrors of a sharded index do what they do to a single one") {
  const IndexFixture fixture;
  const std::string single = fixture.path("single.idx");
  const auto both = [&](const nsearch::IndexRun& run) {
    nsearch::IndexRun as_single = run;
    as_single.writer.shards = 0;
    const auto one = fixture.run({"in"}, as_single, single).summary;
    const auto all = fixture.run({"in"}, run).summary;
    CHECK(all.added == one.added);
    CHECK(all.updated == one.updated);
    CHECK(all.unchanged == one.unchanged);
    CHECK(all.deleted == one.deleted);
    CHECK(all.documents == one.documents);
    CHECK(dump(fixture.index()) == dump(single));
  };
  fixture.write("in/a.jsonl", articles_jsonl(0, 50));
  fixture.write("in/b.jsonl", articles_jsonl(50, 20));
  both(sharded(2));
  both(sharded(2));  // nothing is new
  fixture.write("in/a.jsonl", articles_jsonl(0, 25) + articles_jsonl(25, 10, " gewijzigd"));
  fs::remove(fixture.path("in/b.jsonl"));
  nsearch::IndexRun mirror = sharded(0);
  mirror.delete_missing = true;
  both(mirror);
  CHECK(nsearch::open_for_reading(fixture.index()).get_doccount() == 35);
  for (const std::string& index : {fixture.index(), single}) {
    nsearch::IndexWriter writer(index);
    CHECK(writer.remove("a3"));
    CHECK_FALSE(writer.remove("a3"));
    CHECK(writer.add(article("new", "Een nieuw bericht over de beurs.", "nl")).outcome ==
          nsearch::AddOutcome::added);
    CHECK(writer.add(article("a4", "Een ander bericht over de beurs.", "nl")).outcome ==
          nsearch::AddOutcome::updated);
    writer.commit();
    CHECK(writer.documents() == 35);
  }
  CHECK(dump(fixture.index()) == dump(single));
  CHECK(sound(fixture.index()));
}

TEST_CASE("another number of shards than an index has is refused, and so are shards of others") {
  const IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 10));
  fixture.run({"a.jsonl"}, sharded(2));
  const Error other = error_of([&] { fixture.run({"a.jsonl"}, sharded(3)); });
  CHECK(other.code() == ErrorCode::usage);
  CHECK(std::string(other.what()).find("has 2 shards, not 3") != std::string::npos);
  CHECK(other.way_out().find("--input-format dump --shards 3") != std::string::npos);
  const std::string single = fixture.path("single.idx");
  fixture.run({"a.jsonl"}, sharded(0), single);
  CHECK(error_of([&] { fixture.run({"a.jsonl"}, sharded(2), single); }).code() == ErrorCode::usage);
  fixture.run({"a.jsonl"}, sharded(1), single);
  CHECK(error_of([&] { fixture.run({"a.jsonl"}, sharded(257), fixture.path("x")); }).code() ==
        ErrorCode::usage);
  CHECK_FALSE(fs::exists(fixture.path("x")));

  std::ofstream(fixture.index() + "/XAPIANDB") << "auto shard-1-of-2\nremote 127.0.0.1:1\n";
  const auto refused = [&](auto&& work) {
    const Error error = error_of(work);
    CHECK(error.code() == ErrorCode::usage);
    CHECK(std::string(error.what()).find("127.0.0.1:1") != std::string::npos);
  };
  refused([&] { nsearch::IndexWriter writer(fixture.index()); });
  refused([&] { nsearch::compact_index(fixture.index()); });
  refused([&] { nsearch::reindex(fixture.index()); });
  refused([&] { nsearch::check_index(fixture.index()); });
  refused([&] { nsearch::backup_index(fixture.index(), fixture.path("copy")); });
}

TEST_CASE("a sharded index is compacted, reindexed, checked and copied as a whole") {
  const IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 60));
  fixture.run({"a.jsonl"}, sharded(3));
  const auto before = dump(fixture.index());
  CHECK(nsearch::reindex(fixture.index()).documents == 60);
  CHECK(dump(fixture.index()) == before);
  const nsearch::CompactSummary compacted = nsearch::compact_index(fixture.index());
  CHECK(compacted.documents == 60);
  CHECK(compacted.bytes_after == IndexDirectory(fixture.index()).bytes());
  CHECK(compacted.bytes_after <= compacted.bytes_before);
  CHECK(dump(fixture.index()) == before);
  const std::string copy = fixture.path("copy.idx");
  CHECK(nsearch::backup_index(fixture.index(), copy).documents == 60);
  CHECK(dump(copy) == before);
  fixture.write("a.jsonl", articles_jsonl(0, 60, " anders"));
  fixture.run({"a.jsonl"}, sharded(3));
  CHECK(error_of([&] { nsearch::backup_index(fixture.index(), copy); }).code() == ErrorCode::usage);
  nsearch::BackupOptions replace;
  replace.replace = true;
  nsearch::backup_index(fixture.index(), copy, replace);
  CHECK(dump(copy) == dump(fixture.index()));
  CHECK(sound(copy));
  fixture.run({"a.jsonl"}, sharded(2), fixture.path("two.idx"));
  const Error error =
      error_of([&] { nsearch::backup_index(fixture.index(), fixture.path("two.idx"), replace); });
  CHECK(error.code() == ErrorCode::usage);
  nsearch::CheckReport report = nsearch::check_index(fixture.index());
  CHECK(report.documents == 60);
  CHECK(report.parts.front().name == "shard-1-of-3/postlist");
}

TEST_CASE("a document in the wrong shard is found by a check") {
  const IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 20));
  fixture.run({"a.jsonl"}, sharded(2));
  const fs::path shard = fs::path(fixture.index()) / "shard-1-of-2";
  std::string stray;
  for (int i = 100; stray.empty(); ++i) {
    const std::string id = "a" + std::to_string(i);
    if (nsearch::shard_of(id, 2) == 1) stray = id;
  }
  {
    nsearch::IndexWriter writer(shard.string());
    writer.add(article(stray, "Een verdwaald bericht.", "nl"));
    writer.commit();
  }
  const nsearch::CheckReport report = nsearch::check_index(fixture.index());
  REQUIRE(report.problems == 1);
  CHECK(report.findings.front().part == "shard-1-of-2/routes");
  CHECK(report.findings.front().where == "document " + stray);
}

TEST_CASE("a sharded index has one writer, whichever shard it is in") {
  const IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 20));
  fixture.run({"a.jsonl"}, sharded(2));
  const nsearch::IndexWriter writer(fixture.index());
  const std::string shard = (fs::path(fixture.index()) / "shard-2-of-2").string();
  CHECK(error_of([&] { nsearch::IndexWriter other(fixture.index()); }).code() == ErrorCode::locked);
  CHECK(error_of([&] { nsearch::IndexWriter other(shard); }).code() == ErrorCode::locked);
  CHECK(error_of([&] { nsearch::compact_index(fixture.index()); }).code() == ErrorCode::locked);
}

TEST_CASE("shards that were begun are gone on with") {
  const IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 20));
  fixture.run({"a.jsonl"}, sharded(2));
  const auto whole = dump(fixture.index());
  // As a process leaves it that ends before the stub is there.
  fs::remove(fixture.index() + "/XAPIANDB");
  fixture.run({"a.jsonl"}, sharded(2));
  CHECK(dump(fixture.index()) == whole);
}

TEST_CASE("protected words are the same in all shards") {
  const IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 3));
  nsearch::IndexRun run = sharded(4);
  run.writer.protect = nsearch::ProtectedWords::parse("Koersen\n", "list");
  fixture.run({"a.jsonl"}, run);
  fixture.run({"a.jsonl"}, run);
  run.writer.protect = nsearch::ProtectedWords::parse("Aandelen\n", "list");
  CHECK(error_of([&] { fixture.run({"a.jsonl"}, run); }).code() == ErrorCode::analysis_changed);
  CHECK(dump(fixture.index()).size() == 3);
}
