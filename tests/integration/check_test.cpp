// SPDX-License-Identifier: GPL-2.0-or-later
// Each invariant that a check knows is broken here once, and found.
#include "nsearch/check.h"

#include <xapian.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>

#include "index_fixture.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "storage/index_directory.h"
#include "storage/record.h"

namespace fs = std::filesystem;

namespace {

fs::path generation(const IndexFixture& fixture) {
  return nsearch::IndexDirectory(fixture.index()).in_force().main;
}

IndexFixture& sound_index(IndexFixture& fixture) {
  fixture.write("a.jsonl", articles_jsonl(0, 60));
  fixture.run({"a.jsonl"});
  return fixture;
}

/// What the check finds after `work` has changed the database.
std::string found_after(const std::function<void(Xapian::WritableDatabase&)>& work) {
  IndexFixture fixture;
  sound_index(fixture);
  {
    Xapian::WritableDatabase database(generation(fixture).string(), Xapian::DB_OPEN);
    work(database);
    database.commit();
  }
  std::string found;
  for (const nsearch::CheckFinding& f : nsearch::check_index(fixture.index()).findings)
    found += f.part + "|" + f.where + "|" + f.what + "\n";
  return found;
}

/// ... to the document a7.
std::string found_in_document(const std::function<void(Xapian::Document&)>& work) {
  return found_after([&](Xapian::WritableDatabase& database) {
    const Xapian::docid number = *database.postlist_begin("Qa7");
    Xapian::Document document = database.get_document(number);
    work(document);
    database.replace_document(number, document);
  });
}

}  // namespace

TEST_CASE("check: a sound index, built, updated, with deletions") {
  IndexFixture fixture;
  sound_index(fixture);
  const nsearch::CheckReport built = nsearch::check_index(fixture.index());
  CHECK(built.problems == 0);
  CHECK(built.findings.empty());
  CHECK(built.notes.empty());
  CHECK(built.documents == 60);
  CHECK(built.terms > 100);
  CHECK(built.parts.size() >= 5);
  {
    nsearch::IndexWriter writer(fixture.index());
    for (int i = 0; i < 20; ++i) writer.remove("a" + std::to_string(2 * i));
    nsearch::Document document = article(std::string(400, 'x') + "\xff", "Zomaar een tekst.", "nl");
    document.facets = {{"kind", "x"}, {"kind", "y"}};
    document.url = "https://example.org/";
    document.date = "2025-03-13";
    document.source = document.author = std::string(300, 's');
    writer.add(document);
    writer.add(article("empty", "...", "nl"));
    writer.commit();
    const nsearch::CheckReport report = nsearch::check_index(fixture.index());  // while a writer has it open
    CHECK(report.documents == 42);
    CHECK(report.problems == 0);
    for (const auto& f : report.findings) UNSCOPED_INFO(f.part << f.where << f.what);
  }
}

TEST_CASE("check: a record that is damaged, or another document's") {
  CHECK_THAT(found_in_document([](Xapian::Document& d) {
               std::string record = d.get_data();
               record.back() = static_cast<char>(record.back() ^ 1);
               d.set_data(record);
             }),
             Catch::Contains("contents|document a7 (number 8)|") && Catch::Contains("checksum"));
  const std::string found = found_in_document([](Xapian::Document& d) {
    nsearch::StoredDocument record = nsearch::decode_record(d.get_data());
    record.id = "b7";
    record.modified = 1'000'000;
    d.set_data(nsearch::encode_record(record));
  });
  CHECK_THAT(found, Catch::Contains("it has no term Qb7") && Catch::Contains("another id's term, Qa7") &&
                        Catch::Contains("slot 1 is not") && Catch::Contains("slot 2 is not") &&
                        Catch::Contains("highest modification sequence"));
}

TEST_CASE("check: terms, values, positions") {
  CHECK_THAT(found_in_document([](Xapian::Document& d) { d.remove_term("Lnl"); }),
             Catch::Contains("it has no term Lnl"));
  CHECK_THAT(found_in_document([](Xapian::Document& d) { d.add_boolean_term("Qa8"); }),
             Catch::Contains("another id's term, Qa8") && Catch::Contains("2 documents have this id"));
  CHECK_THAT(found_in_document([](Xapian::Document& d) { d.remove_value(4); }),
             Catch::Contains("slot 4 is empty"));
  CHECK_THAT(found_in_document([](Xapian::Document& d) { d.add_value(77, "x"); }),
             Catch::Contains("slot 77 is not"));
  CHECK_THAT(found_in_document([](Xapian::Document& d) { d.add_posting("koersen", 100'000); }),
             Catch::Contains("positions of koersen are out of bounds"));

  CHECK_THAT(found_in_document([](Xapian::Document& d) { d.add_term("zonder"); }),
             Catch::Contains("0 positions of zonder"));
}

TEST_CASE("check: a deep one compares terms and positions with what the text gives") {
  IndexFixture fixture;
  sound_index(fixture);
  nsearch::CheckOptions deep;
  deep.deep = true;
  CHECK(nsearch::check_index(fixture.index(), deep).problems == 0);
  {
    Xapian::WritableDatabase database(generation(fixture).string(), Xapian::DB_OPEN);
    Xapian::Document document = database.get_document(*database.postlist_begin("Qa7"));
    document.add_posting("koersen", 215, 0);
    database.replace_document(document.get_docid(), document);
    database.commit();
  }
  const nsearch::CheckReport report = nsearch::check_index(fixture.index(), deep);
  REQUIRE(report.problems >= 1);
  CHECK(report.findings.back().what == "its terms and positions are not what its text gives");
}

TEST_CASE("check: documents without an id, metadata") {
  CHECK_THAT(found_after([](Xapian::WritableDatabase& database) {
               Xapian::Document document;
               document.add_term("los");
               database.add_document(document);
             }),
             Catch::Contains("documents with an id: stored 61, counted 60"));
  CHECK_THAT(found_after([](Xapian::WritableDatabase& database) {
               database.set_metadata("nsearch.created", "once");
               database.set_metadata("nsearch.facet.section", "3");
               database.set_metadata("nsearch.format", "");
             }),
             Catch::Contains("nsearch.created is no time") && Catch::Contains("names a wrong slot") &&
                 Catch::Contains("another program"));
}

TEST_CASE("check: another analysis is no damage") {
  IndexFixture fixture;
  sound_index(fixture);
  {
    Xapian::WritableDatabase database(generation(fixture).string(), Xapian::DB_OPEN);
    database.set_metadata("nsearch.analysis.nl", "0000000000000000");
    database.commit();
  }
  const nsearch::CheckReport report = nsearch::check_index(fixture.index());
  CHECK(report.problems == 0);
  CHECK(report.notes.size() == 1);
}

TEST_CASE("check: files that are cut, empty or gone are findings, and nothing crashes") {
  for (const char* table : {"postlist", "docdata", "termlist", "position"}) {
    for (const int part : {0, 1, 2}) {
      IndexFixture fixture;
      sound_index(fixture);
      const fs::path file = generation(fixture) / (std::string(table) + ".glass");
      if (part == 2) {
        fs::remove(file);
      } else {
        fs::resize_file(file, fs::file_size(file) / 2 * static_cast<unsigned>(part));
      }
      INFO(table << ' ' << part);
      CHECK(nsearch::check_index(fixture.index()).problems > 0);
    }
  }
  IndexFixture fixture;
  sound_index(fixture);
  fs::resize_file(generation(fixture) / "iamglass", 3);
  CHECK(nsearch::check_index(fixture.index()).problems > 0);
}
