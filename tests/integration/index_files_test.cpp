// SPDX-License-Identifier: GPL-2.0-or-later
// First builds: an empty index is filled in bulk.
#include <catch2/catch.hpp>
#include <filesystem>
#include <thread>

#include "index_fixture.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "storage/open_database.h"

using nsearch::IndexRun;

namespace {

IndexRun with_threads(unsigned threads) {
  IndexRun run;
  run.writer.threads = threads;
  return run;
}

/// Everything that a database shows in its own order: document numbers and postings included.
std::string in_order(const std::string& index) {
  const Xapian::Database database = nsearch::open_for_reading(index);
  std::string all;
  for (auto t = database.allterms_begin(); t != database.allterms_end(); ++t) {
    all += *t;
    for (auto d = database.postlist_begin(*t); d != database.postlist_end(*t); ++d) {
      all += ' ' + std::to_string(*d) + ':' + std::to_string(d.get_wdf());
    }
    all += '\n';
  }
  return all;
}

}  // namespace

TEST_CASE("files: a first build holds every document, and says what it did") {
  IndexFixture fixture;
  fixture.write("in/a.jsonl", articles_jsonl(0, 3));
  fixture.write("in/b.txt",
                "A title\n\nThe body of a text file about falling prices in the whole country.\n");
  const auto told = fixture.run({"in"});
  CHECK(told.summary.added == 4);
  CHECK(told.summary.updated == 0);
  CHECK(told.summary.rejected == 0);
  CHECK(told.summary.files == 2);
  CHECK(told.summary.documents == 4);
  CHECK(told.summary.bytes == std::filesystem::file_size(fixture.path("in/a.jsonl")) +
                                  std::filesystem::file_size(fixture.path("in/b.txt")));
  CHECK(told.summary.languages == std::map<std::string, std::uint64_t>{{"en", 1}, {"fr", 2}, {"nl", 1}});
  const auto documents = dump(fixture.index());
  CHECK(documents.size() == 4);
  CHECK(documents.at("a1").find("Znl:koers 1") != std::string::npos);
  const Xapian::Database database = nsearch::open_for_reading(fixture.index());
  CHECK(database.get_metadata("nsearch.sequence") == "4");
  CHECK_FALSE(database.get_metadata("nsearch.facet.section").empty());
  CHECK_FALSE(database.get_metadata("nsearch.analysis.nl").empty());
  CHECK(database.get_metadata("nsearch.created") <= database.get_metadata("nsearch.committed"));
}

TEST_CASE("files: the number of threads changes nothing, document numbers included") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 1500) + articles_jsonl(100, 5, " anders") + "{broken\n" +
                               articles_jsonl(2000, 300));
  const auto one = fixture.run({"a.jsonl"}, with_threads(1), fixture.path("one"));
  const auto three = fixture.run({"a.jsonl"}, with_threads(3), fixture.path("three"));
  CHECK(one.summary.duplicates == 5);
  CHECK(one.summary.added == 1800);
  CHECK(one.summary.rejected == 1);
  CHECK(one.summary.languages == three.summary.languages);
  CHECK(one.events == three.events);
  CHECK(dump(fixture.path("one")) == dump(fixture.path("three")));
  CHECK(in_order(fixture.path("one")) == in_order(fixture.path("three")));
}

TEST_CASE("files: a build in bulk and a writer, document by document, give the same index") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 450) + articles_jsonl(10, 2, " later"));
  fixture.run({"a.jsonl"}, with_threads(2), fixture.path("bulk"));
  // One document first: then the index is not empty, and the rest goes the way of updates.
  fixture.write("first.jsonl", articles_jsonl(9999, 1));
  fixture.run({"first.jsonl"}, {}, fixture.path("updated"));
  const auto told = fixture.run({"a.jsonl"}, with_threads(2), fixture.path("updated"));
  CHECK(told.summary.added == 450);
  CHECK(told.summary.duplicates == 2);
  auto bulk = dump(fixture.path("bulk"), false), updated = dump(fixture.path("updated"), false);
  CHECK(updated.erase("a9999") == 1);
  CHECK(bulk.size() == 450);
  CHECK(bulk == updated);
}

TEST_CASE("files: of documents with one id the last wins, in whatever chunk") {
  IndexFixture fixture;
  fixture.write("a.jsonl",
                articles_jsonl(0, 900) + articles_jsonl(3, 1, " eens") + articles_jsonl(3, 1, " laatst"));
  const auto told = fixture.run({"a.jsonl"});
  CHECK(told.summary.added == 900);
  CHECK(told.summary.duplicates == 2);
  CHECK(told.summary.documents == 900);
  CHECK(told.summary.languages == std::map<std::string, std::uint64_t>{{"fr", 450}, {"nl", 450}});
  const auto documents = dump(fixture.index());
  CHECK(documents.at("a3").find("verdeeld laatst.") != std::string::npos);
}

TEST_CASE("files: rejections and notes come in input order, and never stop a run") {
  IndexFixture fixture;
  fixture.write("in/1.jsonl", R"({"id":"x","body":"De koersen daalden gisteren sterk.","date":"soon"})"
                              "\n{oops\n"
                              R"({"id":"y","title":"no body"})"
                              "\n");
  fixture.write("in/2.jsonl", articles_jsonl(0, 1));
  fixture.write("in/3.unknown", std::string("\x7f\x45LF\0\1\2\3\0\0\0", 11));
  const auto told = fixture.run({"in"});
  CHECK(told.summary.added == 2);
  CHECK(told.summary.rejected == 3);
  REQUIRE(told.events.size() == 4);
  CHECK(told.events[0] == "in/1.jsonl:1: date not understood: 'soon'");
  CHECK(told.events[1].rfind("in/1.jsonl:2: ", 0) == 0);
  CHECK(told.events[2].rfind("in/1.jsonl:3: ", 0) == 0);
  CHECK(told.events[3].rfind("in/3.unknown:0: ", 0) == 0);
}

TEST_CASE("files: a mistake of the caller is found before anything is made") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 1));
  CHECK_THROWS_AS(fixture.run({"a.jsonl", "gone.jsonl"}), nsearch::Error);
  IndexRun odd;
  odd.format = "no-such-format";
  CHECK_THROWS_AS(fixture.run({"a.jsonl"}, odd), nsearch::Error);
  CHECK_FALSE(std::filesystem::exists(fixture.index()));
}

TEST_CASE("files: nothing to index leaves an empty index") {
  IndexFixture fixture;
  std::filesystem::create_directories(fixture.path("in"));
  const auto told = fixture.run({"in"});
  CHECK(told.summary.documents == 0);
  CHECK(dump(fixture.index()).empty());
}

TEST_CASE("files: an index inside the folder that is indexed is no input") {
  IndexFixture fixture;
  fixture.write("in/a.jsonl", articles_jsonl(0, 2));
  for (int i = 0; i < 2; ++i) {
    const auto told = fixture.run({"in"}, {}, fixture.path("in/idx"));
    CHECK(told.summary.files == 1);
    CHECK(told.summary.rejected == 0);
  }
}

TEST_CASE("files: a cancelled build keeps what is done") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 5000));
  IndexRun run = with_threads(1);
  run.cancelled = [] { return true; };
  const auto told = fixture.run({"a.jsonl"}, run);
  CHECK(told.summary.cancelled);
  CHECK(told.summary.documents < 5000);
  CHECK(told.summary.documents == told.summary.added);
  CHECK(dump(fixture.index()).size() == told.summary.documents);
  CHECK(fixture.run({"a.jsonl"}).summary.documents == 5000);
}

TEST_CASE("files: progress is told on the calling thread and ends with everything") {
  IndexFixture fixture;
  const auto input = fixture.write("a.jsonl", articles_jsonl(0, 1000));
  IndexRun run;
  std::vector<nsearch::IndexProgress> seen;
  const auto caller = std::this_thread::get_id();
  run.on_progress = [&](const nsearch::IndexProgress& progress) {
    CHECK(std::this_thread::get_id() == caller);
    seen.push_back(progress);
  };
  fixture.run({"a.jsonl"}, run);
  REQUIRE_FALSE(seen.empty());
  CHECK(seen.back().documents == 1000);
  CHECK(seen.back().bytes == std::filesystem::file_size(input));
  CHECK(seen.back().total_bytes == std::filesystem::file_size(input));
}

TEST_CASE("files: only generation, stub and lock are left in the index") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 500));
  fixture.run({"a.jsonl"});
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(fixture.index())) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  CHECK(names == std::vector<std::string>{"gen-2"});
}
