// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/index_writer.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "index_fixture.h"
#include "nsearch/error.h"
#include "storage/open_database.h"

using nsearch::AddOutcome;
using nsearch::IndexWriter;
using nsearch::WriterOptions;

TEST_CASE("writer: added, unchanged, updated, removed, rejected") {
  IndexFixture fixture;
  IndexWriter writer(fixture.index());
  const auto added = writer.add(article("1", "De koersen daalden gisteren sterk.", "nl"));
  CHECK(added.outcome == AddOutcome::added);
  CHECK(added.language == "nl");
  const auto pending = writer.add(article("1", "De koersen daalden gisteren sterk.", "nl"));
  CHECK(pending.outcome == AddOutcome::unchanged);
  CHECK(pending.language == "nl");
  writer.commit();
  CHECK(writer.add(article("1", "De koersen daalden gisteren sterk.", "nl")).outcome ==
        AddOutcome::unchanged);
  CHECK(writer.add(article("1", "Koersen stegen.", "nl")).outcome == AddOutcome::updated);
  const auto rejected = writer.add(article("2", "  "));
  CHECK(rejected.outcome == AddOutcome::rejected);
  CHECK(rejected.reason == "no body");
  CHECK(writer.documents() == 1);
  writer.commit();
  const auto documents = dump(fixture.index());
  REQUIRE(documents.size() == 1);
  CHECK(documents.at("1").find("\nstegen 1,201\n") != std::string::npos);
  CHECK(documents.at("1").find("daalden") == std::string::npos);
  CHECK(writer.remove("1"));
  CHECK_FALSE(writer.remove("1"));
  writer.commit();
  CHECK(dump(fixture.index()).empty());
}

TEST_CASE("writer: a document changes back within one transaction") {
  IndexFixture fixture;
  IndexWriter writer(fixture.index());
  writer.add(article("1", "een", "nl"));
  writer.commit();
  CHECK(writer.add(article("1", "twee", "nl")).outcome == AddOutcome::updated);
  CHECK(writer.add(article("1", "een", "nl")).outcome == AddOutcome::updated);
  writer.commit();
  CHECK(dump(fixture.index()).at("1").find("een|nl") != std::string::npos);
}

TEST_CASE("writer: forced options make an unchanged document a changed one") {
  IndexFixture fixture;
  {
    IndexWriter writer(fixture.index());
    writer.add(article("1", "koersen", "nl"));
    writer.commit();
  }
  WriterOptions options;
  options.language = "de";
  IndexWriter writer(fixture.index(), options);
  const auto result = writer.add(article("1", "koersen", "nl"));
  CHECK(result.outcome == AddOutcome::updated);
  CHECK(result.language == "de");
}

TEST_CASE("writer: what was not committed is lost with it, and nothing else") {
  IndexFixture fixture;
  {
    IndexWriter writer(fixture.index());
    writer.add(article("1", "een", "nl"));
    writer.commit();
    writer.add(article("2", "twee", "nl"));
    writer.remove("1");
  }
  const auto documents = dump(fixture.index());
  CHECK(documents.size() == 1);
  CHECK(documents.count("1") == 1);
}

TEST_CASE("writer: a reader that opened before sees its own state until it opens again") {
  IndexFixture fixture;
  IndexWriter writer(fixture.index());
  writer.add(article("1", "een", "nl"));
  writer.commit();
  const Xapian::Database before = nsearch::open_for_reading(fixture.index());
  writer.add(article("2", "twee", "nl"));
  writer.commit();
  CHECK(before.get_doccount() == 1);
  CHECK(*before.termlist_begin(1) == "Bp");
  CHECK(nsearch::open_for_reading(fixture.index()).get_doccount() == 2);
}

TEST_CASE("writer: commits by itself when enough is pending") {
  IndexFixture fixture;
  WriterOptions options;
  options.pending = 64 * 1024;
  IndexWriter writer(fixture.index(), options);
  int committed_after = 0;
  for (int i = 1; i <= 1000 && committed_after == 0; ++i) {
    writer.add(article(std::to_string(i), "woord" + std::to_string(i) + " en nog wat tekst", "nl"));
    if (nsearch::open_for_reading(fixture.index()).get_doccount() != 0) committed_after = i;
  }
  CHECK(committed_after > 5);
  CHECK(committed_after < 200);
}

TEST_CASE("writer: a second one is told who holds the lock, or waits for it") {
  IndexFixture fixture;
  auto first = std::make_unique<IndexWriter>(fixture.index());
  try {
    IndexWriter second(fixture.index());
    FAIL("no error");
  } catch (const nsearch::Error& error) {
    CHECK(error.code() == nsearch::ErrorCode::locked);
    CHECK(std::string(error.what()).find(std::to_string(::getpid())) != std::string::npos);
  }
  std::thread releasing([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    first.reset();
  });
  WriterOptions patient;
  patient.wait = std::chrono::seconds(20);
  CHECK_NOTHROW(IndexWriter(fixture.index(), patient));
  releasing.join();
}

TEST_CASE("writer: an unknown language is refused before anything is made") {
  IndexFixture fixture;
  WriterOptions options;
  options.language = "qq";
  CHECK_THROWS_AS(IndexWriter(fixture.index(), options), nsearch::Error);
  CHECK_FALSE(std::filesystem::exists(fixture.index()));
}

TEST_CASE("writer: moves") {
  IndexFixture fixture;
  IndexWriter first(fixture.index());
  first.add(article("1", "een", "nl"));
  IndexWriter second(std::move(first));
  second.commit();
  CHECK(second.documents() == 1);
}
