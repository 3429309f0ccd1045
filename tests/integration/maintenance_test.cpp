// SPDX-License-Identifier: GPL-2.0-or-later
// Reindexing, dumps, compaction, backups.
#include "nsearch/maintenance.h"

#include <xapian.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "../errors.h"
#include "dumped.h"
#include "index_fixture.h"
#include "maintenance/write_compacted.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "storage/index_directory.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"

namespace fs = std::filesystem;
using nsearch::Error;
using nsearch::ErrorCode;
using test::code_of;

namespace {

/// Changes the generation in force behind the library's back.
template <typename Work>
void tamper(const std::string& index, Work&& work) {
  Xapian::WritableDatabase database(nsearch::IndexDirectory(index).in_force().main.string(), Xapian::DB_OPEN);
  work(database);
  database.commit();
}

/// Whether any file below a folder holds these bytes.
bool on_disk(const std::string& folder, const std::string& bytes) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::stringstream content;
    content << file.rdbuf();
    if (content.str().find(bytes) != std::string::npos) return true;
  }
  return false;
}

/// Some of everything that a document can have.
std::string rich_articles() {
  return articles_jsonl(0, 40) +
         R"({"id":"z/é","url":"https://www.example.org/x","lang":"nl-BE","source":"De Krant","author":["A","B"],)"
         R"("date":"2024-02-29T10:00:00+01:00","tags":["x","y","x"],"body":"De regering heeft gisteren na lange )"
         R"(onderhandelingen besloten dat de belastingen volgend jaar niet zullen stijgen.\n)"
         R"(« Le gouvernement a décidé hier, après de longues négociations, de ne pas augmenter les impôts. »"})"
         "\n" +
         R"({"id":"wrongly","lang":"fr","body":"De minister heeft vandaag in het parlement gezegd dat de )"
         R"(maatregelen voor de landbouw pas volgend jaar zullen worden ingevoerd."})"
         "\n";
}

}  // namespace

TEST_CASE("a dump gives all documents in the order of their ids, and a new index of it is the same") {
  IndexFixture fixture;
  fixture.write("a.jsonl", rich_articles());
  fixture.run({"a.jsonl"});
  {
    nsearch::IndexWriter writer(fixture.index());  // a name that is no UTF-8, and a sequence with gaps
    nsearch::Document document = article(std::string("\xff\xfe raw"), "Een tekst zonder veel.", "nl");
    document.origin.path = "caf\xe9.txt";
    writer.add(document);
    writer.remove("a3");
    writer.commit();
  }
  const std::string first = dumped(fixture.index());
  std::vector<std::string> ids;
  std::istringstream lines(first);
  for (std::string line; std::getline(lines, line);) {
    CHECK(line.rfind(R"({"dump":1,"id":)", 0) == 0);
    ids.push_back(line.substr(0, line.find(R"(,"title")")));
  }
  CHECK(ids.size() == 42);
  CHECK(std::is_sorted(ids.begin(), ids.end() - 1));
  CHECK(first.find(R"("declared":"nl-BE")") != std::string::npos);
  CHECK(first.find(R"("language":"nl","declared":"fr")") != std::string::npos);
  CHECK(first.find(R"({"hex":"fffe20726177"})") != std::string::npos);

  fixture.write("copy.nsdump", first);
  const auto told = fixture.run({"copy.nsdump"}, {}, fixture.path("copy.idx"));
  CHECK(told.summary.added == 42);
  CHECK(told.events == std::vector<std::string>{});
  CHECK(dumped(fixture.path("copy.idx")) == first);
  CHECK(dump(fixture.path("copy.idx")) == dump(fixture.index()));
}

TEST_CASE("what was restored from a dump is unchanged when its source comes again") {
  IndexFixture fixture;
  fixture.write("a.jsonl", rich_articles());
  fixture.run({"a.jsonl"});
  fixture.write("copy.nsdump", dumped(fixture.index()));
  fixture.run({"copy.nsdump"}, {}, fixture.path("copy.idx"));
  CHECK(fixture.run({"a.jsonl"}, {}, fixture.path("copy.idx")).summary.unchanged == 42);
}

TEST_CASE("a dump that is added to documents brings changes like any other") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 10));
  fixture.run({"a.jsonl"});
  fixture.write("copy.nsdump", dumped(fixture.index()));
  fixture.write("b.jsonl", articles_jsonl(5, 10, " nieuw"));
  const std::string other = fixture.path("other.idx");
  fixture.run({"b.jsonl"}, {}, other);
  const auto told = fixture.run({"copy.nsdump"}, {}, other);
  CHECK(told.summary.added == 5);
  CHECK(told.summary.updated == 5);
  CHECK(dump(other, false).at("a7") == dump(fixture.index(), false).at("a7"));
  CHECK(dump(other).at("a0").find("modified 11") != std::string::npos);  // after the ten that were there
}

TEST_CASE("lines that are none of a dump are rejected with a reason") {
  IndexFixture fixture;
  fixture.write(
      "bad.nsdump",
      R"({"dump":1,"id":"good","body":"Een tekst.","language":"nl","spans":[[0,10,"nl"]]})"
      "\n"
      R"({"dump":2,"id":"later","body":"x"})"
      "\n"
      R"({"id":"foreign","body":"x"})"
      "\n"
      R"({"dump":1,"id":"gap","body":"Een tekst.","language":"nl","spans":[[0,3,"nl"],[4,10,"nl"]]})"
      "\n"
      R"({"dump":1,"id":"short","body":"Een tekst.","language":"nl","spans":[[0,3,"nl"]]})"
      "\n"
      R"({"dump":1,"id":"long","body":"Een tekst.","language":"nl","spans":[[0,11,"nl"]]})"
      "\n"
      R"({"dump":1,"id":"hex","body":{"hex":"4x"}})"
      "\n"
      R"({"dump":1,"id":"empty"})"
      "\n"
      R"({"dump":1,"id":"facets","body":"x","facets":[["a"]]})"
      "\n");
  const auto told = fixture.run({"bad.nsdump"});
  CHECK(told.summary.added == 1);
  CHECK(told.summary.rejected == 8);
  CHECK(told.events.at(0).find("bad.nsdump:2: version 2 of the dump format") == 0);
}

TEST_CASE("reindex: an index of another analysis opens again, with the same documents") {
  IndexFixture fixture;
  fixture.write("a.jsonl", rich_articles());
  fixture.run({"a.jsonl"});
  const auto before = dump(fixture.index());
  const std::string records = dumped(fixture.index());
  tamper(fixture.index(), [](Xapian::WritableDatabase& database) {
    database.set_metadata("nsearch.analysis.nl", "0000000000000000");
    // What the other analysis made of the texts.
    Xapian::Document document = database.get_document(*database.postlist_begin("Qa1"));
    document.remove_term("koersen");
    document.add_term("Znl:uitheems");
    database.replace_document(*database.postlist_begin("Qa1"), document);
  });
  CHECK(code_of([&] { nsearch::open_for_reading(fixture.index()); }) == ErrorCode::analysis_changed);
  CHECK(code_of([&] { nsearch::IndexWriter writer(fixture.index()); }) == ErrorCode::analysis_changed);
  CHECK(dumped(fixture.index()) == records);  // a dump needs no analysis

  const nsearch::ReindexSummary summary = nsearch::reindex(fixture.index());
  CHECK(summary.documents == 42);
  CHECK(dump(fixture.index()) == before);
  CHECK(dumped(fixture.index()) == records);
  CHECK(fixture.run({"a.jsonl"}).summary.unchanged == 42);
}

TEST_CASE("reindex: created stays, numbers go on, an empty index is whole") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 3));
  fixture.run({"a.jsonl"});
  const auto metadata = [&](const char* key) {
    return nsearch::open_for_reading(fixture.index()).get_metadata(key);
  };
  tamper(fixture.index(), [](Xapian::WritableDatabase& database) {
    database.set_metadata("nsearch.created", "2001-02-03T04:05:06Z");
    database.set_metadata("nsearch.sequence", "77");
  });
  nsearch::reindex(fixture.index());
  CHECK(metadata("nsearch.created") == "2001-02-03T04:05:06Z");
  CHECK(metadata("nsearch.sequence") == "77");
  {
    nsearch::IndexWriter writer(fixture.index());
    for (const char* id : {"a0", "a1", "a2"}) writer.remove(id);
    writer.commit();
  }
  CHECK(nsearch::reindex(fixture.index()).documents == 0);
  CHECK(metadata("nsearch.created") == "2001-02-03T04:05:06Z");
  CHECK(metadata("nsearch.sequence") == "77");
}

TEST_CASE("reindex: languages are decided again where that is asked for") {
  IndexFixture fixture;
  nsearch::IndexRun run;
  run.writer.language = "nl";  // forced upon French texts
  fixture.write("a.jsonl", articles_jsonl(0, 1));
  fixture.run({"a.jsonl"}, run);
  CHECK(nsearch::reindex(fixture.index()).languages == std::map<std::string, std::uint64_t>{{"nl", 1}});
  nsearch::ReindexOptions options;
  options.decide_languages = true;
  CHECK(nsearch::reindex(fixture.index(), options).languages ==
        std::map<std::string, std::uint64_t>{{"fr", 1}});
}

TEST_CASE("reindex: a damaged record ends it, and nothing changed, unless it may be left out") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 5));
  fixture.run({"a.jsonl"});
  tamper(fixture.index(), [](Xapian::WritableDatabase& database) {
    Xapian::Document document = database.get_document(*database.postlist_begin("Qa2"));
    document.set_data("no record");
    database.replace_document(document.get_docid(), document);
    database.set_metadata("nsearch.analysis.nl", "0000000000000000");
  });
  try {
    nsearch::reindex(fixture.index());
    FAIL("no error");
  } catch (const Error& error) {
    CHECK_THAT(error.what(), Catch::Contains("document a2"));
  }
  CHECK(nsearch::open_for_export(fixture.index()).get_doccount() == 5);
  std::vector<std::string> damaged;
  nsearch::ReindexOptions options;
  options.on_damaged = [&](const nsearch::DamagedDocument& d) { damaged.push_back(d.id); };
  CHECK(nsearch::reindex(fixture.index(), options).documents == 4);
  CHECK(damaged == std::vector<std::string>{"a2"});
  CHECK(dump(fixture.index()).size() == 4);
}

TEST_CASE("reindex: cancelled, it leaves all as it was") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 2000));
  fixture.run({"a.jsonl"});
  const fs::path generation = nsearch::IndexDirectory(fixture.index()).in_force().main;
  nsearch::ReindexOptions options;
  options.cancelled = [] { return true; };
  CHECK(nsearch::reindex(fixture.index(), options).cancelled);
  CHECK(nsearch::IndexDirectory(fixture.index()).in_force().main == generation);
  CHECK(dump(fixture.index()).size() == 2000);
}

TEST_CASE("maintenance: where there is no index, none is made") {
  IndexFixture fixture;
  const std::string nowhere = fixture.path("nowhere");
  CHECK(code_of([&] { nsearch::reindex(nowhere); }) == ErrorCode::no_index);
  CHECK(code_of([&] { nsearch::compact_index(nowhere); }) == ErrorCode::no_index);
  CHECK(code_of([&] { nsearch::backup_index(nowhere, fixture.path("copy")); }) == ErrorCode::no_index);
  CHECK(code_of([&] { dumped(nowhere); }) == ErrorCode::no_index);
  CHECK_FALSE(fs::exists(nowhere));
  CHECK_FALSE(fs::exists(fixture.path("copy")));
}

TEST_CASE("compact: what was deleted or replaced is in no file any more, and the rest stays") {
  IndexFixture fixture;
  {
    nsearch::IndexWriter writer(fixture.index());
    for (int i = 0; i < 200; ++i) {
      const std::string n = std::to_string(i);
      writer.add(article("id" + n, "kort geheim" + n + "woord", "nl"));  // too short to be compressed
    }
    writer.commit();
    for (int i = 0; i < 150; ++i) writer.remove("id" + std::to_string(i));
    writer.add(article("id160", "iets anders", "nl"));
    writer.commit();
  }
  const auto before = dump(fixture.index());
  REQUIRE(on_disk(fixture.index(), "geheim17woord"));
  const Xapian::Database reader = nsearch::open_for_reading(fixture.index());

  const nsearch::CompactSummary summary = nsearch::compact_index(fixture.index());
  CHECK(summary.documents == 50);
  CHECK(summary.bytes_after < summary.bytes_before);
  for (const char* gone : {"geheim0woord", "geheim17woord", "geheim149woord", "geheim160woord"}) {
    INFO(gone);
    CHECK_FALSE(on_disk(fixture.index(), gone));
  }
  CHECK(on_disk(fixture.index(), "geheim170woord"));
  CHECK(dump(fixture.index()) == before);
  CHECK(reader.get_doccount() == 50);  // it reads on in the files that are gone
  CHECK(reader.get_document(*reader.postlist_begin("Qid170")).get_data().find("geheim170woord") !=
        std::string::npos);
  nsearch::IndexWriter writer(fixture.index());
  CHECK(writer.add(article("id170", "kort geheim170woord", "nl")).outcome == nsearch::AddOutcome::unchanged);
  CHECK(code_of([&] { nsearch::compact_index(fixture.index()); }) == ErrorCode::locked);
}

TEST_CASE("compact: what is marked as gone goes, by our own merge and by Xapian's compaction") {
  IndexFixture fixture;
  {
    nsearch::IndexWriter writer(fixture.index());
    for (int i = 0; i < 60; ++i) {
      const std::string n = std::to_string(i);
      writer.add(article("id" + n, "kort geheim" + n + "woord", "nl"));
    }
    writer.commit();
  }
  const std::string mark(nsearch::schema::tombstone);
  tamper(fixture.index(), [&](Xapian::WritableDatabase& database) {
    for (Xapian::docid number = 1; number <= 20; ++number) {
      Xapian::Document document = database.get_document(number);
      document.add_value(nsearch::schema::slot_tombstone, mark);
      database.replace_document(number, document);
    }
  });
  const nsearch::IndexDirectory index(fixture.index());
  const Xapian::Database before(index.in_force().main.string());
  for (const std::string trouble : {"", "another format"}) {
    INFO(trouble);
    const auto check = [&](const fs::path&) { return trouble; };
    const fs::path target = index.next();
    CHECK(nsearch::indexer::write_compacted(index, target, {}, check) == 40);
    CHECK(Xapian::Database::check(target.string()) == 0);
    const Xapian::Database after(target.string());
    CHECK(after.get_doccount() == 40);
    CHECK(after.get_lastdocid() == 40);
    CHECK(after.get_value_freq(nsearch::schema::slot_tombstone) == 0);
    CHECK_FALSE(on_disk(target.string(), "geheim3woord"));
    CHECK(on_disk(target.string(), "geheim30woord"));
    for (Xapian::docid number = 1; number <= 40; ++number)
      CHECK(after.get_document(number).get_data() == before.get_document(number + 20).get_data());
    for (const auto& entry : fs::directory_iterator(target)) CHECK(entry.is_regular_file());
    fs::remove_all(target);
    nsearch::CompactOptions options;
    options.cancelled = [] { return true; };
    CHECK_THROWS_AS(nsearch::indexer::write_compacted(index, target, options, check),
                    nsearch::indexer::CompactionCancelled);
    fs::remove_all(target);
  }
}

TEST_CASE("compact: cancelled, it leaves all as it was") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 10));
  fixture.run({"a.jsonl"});
  const fs::path generation = nsearch::IndexDirectory(fixture.index()).in_force().main;
  nsearch::CompactOptions options;
  options.cancelled = [] { return true; };
  CHECK(nsearch::compact_index(fixture.index(), options).cancelled);
  CHECK(nsearch::IndexDirectory(fixture.index()).in_force().main == generation);
  CHECK(dump(fixture.index()).size() == 10);
}

TEST_CASE("backup: a copy is an index of its own, as of the last commit") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 100));
  fixture.run({"a.jsonl"});
  const auto before = dump(fixture.index());
  const std::string copy = fixture.path("deep/copy.idx");
  {
    nsearch::IndexWriter writer(fixture.index());
    writer.add(article("uncommitted", "nog niet", "nl"));
    const nsearch::BackupSummary summary = nsearch::backup_index(fixture.index(), copy);
    CHECK(summary.documents == 100);
    CHECK(summary.bytes > 0);
    writer.commit();
  }
  CHECK(dump(copy) == before);
  CHECK(code_of([&] { nsearch::backup_index(fixture.index(), copy); }) == ErrorCode::usage);
  CHECK(dump(copy) == before);
  nsearch::BackupOptions options;
  options.replace = true;
  CHECK(nsearch::backup_index(fixture.index(), copy, options).documents == 101);
  CHECK(dump(copy) == dump(fixture.index()));
  nsearch::IndexWriter(copy).remove("a0");  // it can be written to

  fs::create_directories(fixture.path("full"));
  fixture.write("full/letter.txt", "x");
  CHECK(code_of([&] { nsearch::backup_index(fixture.index(), fixture.path("full")); }) == ErrorCode::usage);
  CHECK(code_of([&] { nsearch::backup_index(fixture.index(), fixture.index() + "/../news.idx", options); }) ==
        ErrorCode::usage);
  CHECK(fs::exists(fixture.path("full/letter.txt")));
}
