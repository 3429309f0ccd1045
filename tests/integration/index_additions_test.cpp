// SPDX-License-Identifier: GPL-2.0-or-later
// More documents for an index that holds some than are put into it one by one.
#include <xapian.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "builder/additions.h"
#include "index_fixture.h"
#include "storage/index_directory.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"

using nsearch::IndexRun;
using nsearch::indexer::Additions;

namespace {

std::string generation(const std::string& index) {
  return nsearch::IndexDirectory(index).generations().front();
}

constexpr const char* long_ago = "2001-02-03T04:05:06Z";
const std::string created(nsearch::schema::metadata_key::created);

void set_created(const std::string& index) {
  Xapian::WritableDatabase database((std::filesystem::path(index) / generation(index)).string());
  database.set_metadata(created, long_ago);
  database.commit();
}

IndexRun by_api() {
  IndexRun run;
  run.writer.builder = "api";
  return run;
}

}  // namespace

TEST_CASE("additions: many documents make a new generation, equal to what putting each gives") {
  // Some of the index's documents come changed, some before and some after there are enough to merge; some twice, some three times; some are gone.
  const std::string before = articles_jsonl(0, 400);
  const std::string after =
      articles_jsonl(0, 40, " nu") + articles_jsonl(1000, 4000) + articles_jsonl(40, 30, " later") +
      articles_jsonl(1010, 5, " twice") + articles_jsonl(5, 3, " again") + articles_jsonl(4500, 5, " twice") +
      articles_jsonl(4500, 2, " thrice") + articles_jsonl(41, 1, " nl") + articles_jsonl(70, 300);
  REQUIRE(after.size() > Additions::least_text(0));
  IndexFixture fixture;
  std::vector<IndexFixture::Told> told;
  for (const bool api : {true, false}) {
    const std::string index = fixture.path(api ? "api.idx" : "own.idx");
    fixture.write("a.jsonl", before);
    fixture.run({"a.jsonl"}, {}, index);
    const std::string first = generation(index);
    set_created(index);
    fixture.write("a.jsonl", after);
    IndexRun run = api ? by_api() : IndexRun{};
    run.delete_missing = true;
    told.push_back(fixture.run({"a.jsonl"}, run, index));
    CHECK((generation(index) == first) == api);
    const std::filesystem::path newest = std::filesystem::path(index) / generation(index);
    CHECK(Xapian::Database::check(newest.string()) == 0);
    CHECK(Xapian::Database(newest.string()).get_metadata(created) == long_ago);
    for (const auto& entry : std::filesystem::directory_iterator(newest)) CHECK(entry.is_regular_file());
  }
  CHECK(dump(fixture.path("own.idx")) == dump(fixture.path("api.idx")));
  for (const auto& t : told) {
    CHECK(t.summary.added == 4000);
    CHECK(t.summary.updated == 70);
    CHECK(t.summary.unchanged == 300);
    CHECK(t.summary.deleted == 30);
    CHECK(t.summary.documents == 4370);
    CHECK(t.summary.duplicates == 16);
  }
  CHECK(told[0].summary.languages == told[1].summary.languages);
  // Both take further changes.
  for (const char* index : {"api.idx", "own.idx"}) {
    fixture.write("a.jsonl", articles_jsonl(4990, 20, " more"));
    CHECK(fixture.run({"a.jsonl"}, {}, fixture.path(index)).summary.added == 10);
  }
  CHECK(dump(fixture.path("own.idx")) == dump(fixture.path("api.idx")));
}

TEST_CASE("additions: the threshold grows with the index") {
  CHECK(Additions::least_text(0) == 256 << 10);
  CHECK(Additions::least_text(640 << 20) == (256 << 10) + (640 << 12));
}

TEST_CASE("additions: languages and facets that only additions bring are known to the index") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 10));
  fixture.run({"a.jsonl"});
  std::string many = articles_jsonl(10, 3000);
  many +=
      R"({"id":"it","lang":"it","desk":"esteri","body":"Il governo ha annunciato la riforma delle pensioni."})";
  fixture.write("b.jsonl", many + '\n');
  const auto told = fixture.run({"b.jsonl"});
  CHECK(told.summary.languages.at("it") == 1);
  const auto database = nsearch::open_for_reading(fixture.index());
  CHECK_FALSE(database.get_metadata("nsearch.analysis.it").empty());
  CHECK_FALSE(database.get_metadata("nsearch.facet.desk").empty());
  CHECK_FALSE(database.get_metadata("nsearch.facet.section").empty());
  CHECK(database.get_metadata("nsearch.sequence") == "3011");
}

TEST_CASE("additions: an interrupted run leaves what was committed, and nothing else") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 100));
  fixture.run({"a.jsonl"});
  const std::string first = generation(fixture.index());
  fixture.write("b.jsonl", articles_jsonl(100, 4000));
  IndexRun run;
  run.on_progress = [](const nsearch::IndexProgress& progress) {
    if (progress.finishing) throw std::runtime_error("the caller has enough");
  };
  CHECK_THROWS_AS(fixture.run({"b.jsonl"}, run), std::runtime_error);
  CHECK(generation(fixture.index()) == first);
  CHECK(dump(fixture.index()).size() == 100);
  std::size_t folders = 0;
  for (const auto& entry : std::filesystem::directory_iterator(fixture.index()))
    folders += entry.is_directory();
  CHECK(folders == 1);
  fixture.write("b.jsonl", articles_jsonl(100, 4000));
  const auto told = fixture.run({"b.jsonl"});
  CHECK(told.summary.documents == 4100);
}

TEST_CASE("additions: the words that an index protects stay protected") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 100));
  IndexRun run;
  run.writer.protect = nsearch::ProtectedWords::parse("Koersen\n", "list");
  fixture.run({"a.jsonl"}, run);
  const std::string first = generation(fixture.index());
  const auto before = nsearch::protected_words_of(nsearch::open_for_reading(fixture.index()));
  REQUIRE_FALSE(before.empty());
  fixture.write("b.jsonl", articles_jsonl(100, 4000));
  fixture.run({"b.jsonl"});
  REQUIRE(generation(fixture.index()) != first);
  CHECK(nsearch::protected_words_of(nsearch::open_for_reading(fixture.index())) == before);
}
