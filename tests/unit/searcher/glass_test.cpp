// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>

#include "glass/positions.h"
#include "glass/posting_list.h"
#include "glass/shards.h"
#include "glass/term_walk.h"
#include "glass/values.h"
#include "random_database.h"
#include "storage/index_schema.h"
#include "tiny_index.h"

using namespace nsearch::searcher;
namespace glass = nsearch::glass;

TEST_CASE("A database read where it lies has the postings, lengths, values and data that libxapian reads") {
  RandomDatabase files(7);
  const Xapian::Database database = files.open();
  const auto local = files.open_local();
  REQUIRE(local);
  CHECK(local->documents() == database.get_doccount());
  CHECK(local->last_document() == database.get_lastdocid());
  CHECK(local->average_length() == Approx(database.get_avlength()));
  CHECK(local->frequency("t40") == 0);
  CHECK(local->has_prefix("t3"));
  CHECK_FALSE(local->has_prefix("u"));
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    REQUIRE(local->frequency(*term) == term.get_termfreq());
    for (const unsigned step : {0u, 3u, 300u}) {
      glass::PostingList list(local->postings());
      REQUIRE(list.open(*term));
      auto posting = database.postlist_begin(*term);
      while (posting != database.postlist_end(*term)) {
        REQUIRE(list.document() == *posting);
        REQUIRE(list.wdf() == posting.get_wdf());
        const Xapian::docid further = *posting + 1 + (step == 0 ? 0 : files.random()() % step);
        list.seek(further);
        posting.skip_to(further);
      }
      REQUIRE(list.at_end());
    }
    glass::PositionReader positions(local->positions(), *term);
    for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term); ++posting) {
      const std::vector<std::uint32_t> expected(database.positionlist_begin(*posting, *term),
                                                database.positionlist_end(*posting, *term));
      REQUIRE(positions.read(*posting) == expected);
    }
  }
  glass::ValueReader values(local->postings(), nsearch::schema::slot_tie_break);
  std::vector<Xapian::docid> documents(database.postlist_begin(""), database.postlist_end(""));
  REQUIRE(documents.size() < database.get_lastdocid());  // some were removed
  for (int round = 0; round < 2; ++round) {
    for (const Xapian::docid one : documents) {
      const Xapian::Document document = database.get_document(one);
      std::uint32_t length = 0;
      std::string data;
      REQUIRE(local->length(one, length));
      REQUIRE(length == database.get_doclength(one));
      REQUIRE(values.read(one) == document.get_value(nsearch::schema::slot_tie_break));
      if (local->data(one, data)) REQUIRE(data == document.get_data());
    }
    std::shuffle(documents.begin(), documents.end(), files.random());
  }
  std::uint32_t length = 0;
  for (Xapian::docid one = 1; one <= local->last_document(); ++one) {
    const bool there = std::find(documents.begin(), documents.end(), one) != documents.end();
    if (!there) REQUIRE_FALSE(local->length(one, length));
  }
}

TEST_CASE("A walk over the terms of a database read where it lies meets those that libxapian's walk meets") {
  RandomDatabase files(9);
  const Xapian::Database database = files.open();
  const auto local = files.open_local();
  REQUIRE(local);
  std::size_t met = 0;
  for (const char* beginning : {"t", "t1", "t39", "u", "Q"}) {
    glass::TermWalk walk(local->postings(), beginning);
    for (auto term = database.allterms_begin(beginning); term != database.allterms_end(beginning); ++term) {
      REQUIRE_FALSE(walk.done());
      REQUIRE(walk.term() == *term);
      REQUIRE(walk.frequency() == term.get_termfreq());
      ++met;
      walk.next();
    }
    REQUIRE(walk.done());
  }
  CHECK(met > RandomDatabase::terms);
  glass::TermWalk walk(local->postings(), "t");
  for (const char* term : {"t2", "t20", "t2~", "t4", "u"}) {
    CAPTURE(term);
    walk.skip_to(term);
    auto expected = database.allterms_begin("t");
    expected.skip_to(term);
    REQUIRE(walk.done() == (expected == database.allterms_end("t")));
    if (!walk.done()) CHECK(walk.term() == *expected);
  }
}

TEST_CASE("How ids begin tells their order wherever it differs") {
  RandomDatabase files(10);
  const Xapian::Database database = files.open();
  const auto local = files.open_local();
  REQUIRE(local);
  const auto id = [&](Xapian::docid one) {
    return database.get_document(one).get_value(nsearch::schema::slot_tie_break);
  };
  const std::vector<Xapian::docid> documents(database.postlist_begin(""), database.postlist_end(""));
  std::size_t told = 0;
  for (int i = 0; i < 20000; ++i) {
    const Xapian::docid a = documents[files.random()() % documents.size()];
    const Xapian::docid b = documents[files.random()() % documents.size()];
    if (local->id_beginning(a) == local->id_beginning(b)) continue;
    ++told;
    REQUIRE((local->id_beginning(a) < local->id_beginning(b)) == (id(a) < id(b)));
  }
  CHECK(told > 10000);
}

TEST_CASE("A revision that a writer has overwritten is noticed, not misread") {
  RandomDatabase files(8, 2000);
  const auto local = files.open_local();
  REQUIRE(local);
  const auto read_all = [&] {
    std::uint64_t sum = 0;
    for (unsigned term = 0; term < RandomDatabase::terms; ++term) {
      glass::PostingList list(local->postings());
      for (list.open("t" + std::to_string(term)); !list.at_end(); list.next())
        sum += list.document() * (list.wdf() + 1);
    }
    return sum;
  };
  const std::uint64_t before = read_all();
  for (int commit = 0; commit < 4; ++commit) {
    files.write(500);
    try {
      const std::uint64_t again = read_all();  // throws, or is right
      CHECK(again == before);
    } catch (const Xapian::DatabaseModifiedError&) {
      SUCCEED("noticed");
      return;
    }
  }
  FAIL("four commits overwrote nothing");
}

TEST_CASE("A database of another revision than is asked for is not read") {
  RandomDatabase files(9, 100);
  const auto revision = files.open().get_revision();
  files.write(10);
  CHECK(files.open_local());
  CHECK(files.open().get_revision() != revision);
}

TEST_CASE("The data of a document of several shards is found by its number among all") {
  tiny::Folder folder;
  std::mt19937 random(21);
  Xapian::Database all;
  std::vector<glass::Shards::Place> places;
  for (const int documents : {30, 5, 17}) {
    const std::filesystem::path path = folder.path() / std::to_string(documents);
    Xapian::WritableDatabase writer(path.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (int i = 0; i < documents; ++i) {
      Xapian::Document document;  // its data can't be compressed
      std::string data(100, ' ');
      for (char& c : data) c = static_cast<char>(random());
      document.set_data(data);
      writer.add_document(document);
    }
    writer.commit();
    places.emplace_back(path, writer.get_revision());
    all.add_database(Xapian::Database(path.string()));
  }
  const auto shards = glass::Shards::open(places);
  REQUIRE(shards);
  int read = 0;
  for (auto number = all.postlist_begin(""); number != all.postlist_end(""); ++number) {
    std::string data;
    if (!shards->data(*number, data)) continue;
    REQUIRE(data == all.get_document(*number).get_data());
    ++read;
  }
  CHECK(read == 52);
}
