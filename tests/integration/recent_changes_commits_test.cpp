// SPDX-License-Identifier: GPL-2.0-or-later
// What changes that are kept apart do to the generations of an index, committed, cut off and merged.
#include <xapian.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "index_fixture.h"
#include "nsearch/check.h"
#include "nsearch/maintenance.h"
#include "nsearch/searcher.h"
#include "recent_changes.h"
#include "storage/index_schema.h"
#include "storage/tombstones.h"

namespace fs = std::filesystem;
using nsearch::IndexDirectory;
using nsearch::IndexRun;

TEST_CASE("recent changes: the main generation stays as it is, but for tombstones") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 1500));
  fixture.run({"a.jsonl"});
  const fs::path main = IndexDirectory(fixture.index()).in_force().main;
  fixture.write("b.jsonl", articles_jsonl(10, 3, " later"));
  const auto told = fixture.run({"b.jsonl"}, way("apart"));
  CHECK(told.summary.updated == 3);
  CHECK(told.summary.documents == 1500);
  CHECK(IndexDirectory(fixture.index()).in_force().main == main);
  REQUIRE(has_recent(fixture.index()));
  const Xapian::Database database(main.string());
  CHECK(database.get_doccount() == 1500);
  CHECK(nsearch::storage::all_dead(database) == std::vector<Xapian::docid>{11, 12, 13});
  // The same again is unchanged, as they were before is not.
  CHECK(fixture.run({"b.jsonl"}, way("apart")).summary.unchanged == 3);
  fixture.write("b.jsonl", articles_jsonl(10, 3));
  CHECK(fixture.run({"b.jsonl"}, way("apart")).summary.updated == 3);
  // Nor are those of the main generation, when they come again as they were there.
  fixture.write("a.jsonl", articles_jsonl(0, 1500));
  CHECK(fixture.run({"a.jsonl"}, way("apart")).summary.updated == 3);
  // A removed one is gone, and can come again.
  {
    nsearch::IndexWriter writer(fixture.index(), writing("apart"));
    CHECK(writer.remove("a20"));
    CHECK_FALSE(writer.remove("a20"));
    CHECK(writer.remove("a10"));
    CHECK(writer.documents() == 1498);
    writer.commit();
  }
  nsearch::Searcher searcher({fixture.index()});
  CHECK_FALSE(searcher.get("a20"));
  CHECK_FALSE(searcher.get("a10"));
  CHECK(searcher.get("a11"));
  const nsearch::IndexInfo info = searcher.info();
  CHECK(info.generations.size() == 2);
  REQUIRE(info.shards.size() == 1);
  CHECK(info.shards.front().documents == 1498);
  CHECK(info.shards.front().generation == info.generations[0] + ", " + info.generations[1]);
  // It isn't missed once more.
  fixture.write("a.jsonl", articles_jsonl(0, 10) + articles_jsonl(11, 9) + articles_jsonl(21, 1479));
  IndexRun mirror = way("apart");
  mirror.delete_missing = true;
  CHECK(fixture.run({"a.jsonl"}, mirror).summary.deleted == 0);
  fixture.write("b.jsonl", articles_jsonl(20, 1));
  CHECK(fixture.run({"b.jsonl"}, way("apart")).summary.added == 1);
  CHECK(searcher.get("a20"));
  CHECK(dump(fixture.index()).size() == 1499);
}

TEST_CASE("recent changes: what uncommitted changes did is gone with them") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 1000));
  fixture.run({"a.jsonl"});
  const auto before = dump(fixture.index());
  {
    nsearch::IndexWriter writer(fixture.index(), writing("apart"));
    writer.add(article("a1", "Autre texte du gouvernement.", "fr"));
    writer.remove("a2");
  }
  CHECK((dump(fixture.index()) == before));
  CHECK(nsearch::check_index(fixture.index()).problems == 0);
}

TEST_CASE("recent changes: what is removed by itself is gone, wherever it was") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 1500));
  fixture.run({"a.jsonl"});
  fixture.write("b.jsonl", articles_jsonl(10, 3, " later"));
  fixture.run({"b.jsonl"}, way("apart"));
  IndexRun mirror = way("apart");
  mirror.delete_missing = true;
  fixture.write("b.jsonl", articles_jsonl(11, 2, " later"));
  CHECK(fixture.run({"b.jsonl"}, mirror).summary.deleted == 1);
  CHECK_FALSE(nsearch::Searcher({fixture.index()}).get("a10"));
  std::size_t left = 1499;
  for (const auto& [changes, id] : {std::pair("apart", "a11"), {"apart", "a20"}, {"in-place", "a21"}}) {
    REQUIRE(has_recent(fixture.index()));
    {
      nsearch::IndexWriter writer(fixture.index(), writing(changes));
      CHECK(writer.remove(id));
      writer.commit();
    }
    CAPTURE(changes, id);
    CHECK_FALSE(nsearch::Searcher({fixture.index()}).get(id));
    CHECK(dump(fixture.index()).size() == --left);
  }
}

TEST_CASE("recent changes: check misses a tombstone that is lost") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 1500));
  fixture.run({"a.jsonl"});
  fixture.write("b.jsonl", articles_jsonl(10, 3, " later"));
  fixture.run({"b.jsonl"}, way("apart"));
  {
    Xapian::WritableDatabase main(IndexDirectory(fixture.index()).in_force().main.string(), Xapian::DB_OPEN);
    Xapian::Document revived = main.get_document(12);  // not the first: that would be a commit cut off
    revived.remove_value(nsearch::schema::slot_tombstone);
    main.replace_document(12, revived);
    main.commit();
  }
  const nsearch::CheckReport report = nsearch::check_index(fixture.index());
  REQUIRE(report.problems == 1);
  CHECK(report.findings.front().part == "recent/changes");
  CHECK(report.findings.front().where == "term Qa11");
}

TEST_CASE("recent changes: a commit cut off between its halves is completed") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 1500));
  fixture.run({"a.jsonl"});
  const fs::path main = IndexDirectory(fixture.index()).in_force().main;
  fs::copy(main, fixture.path("before"), fs::copy_options::recursive);
  fixture.write("b.jsonl", articles_jsonl(10, 5, " later"));
  fixture.run({"b.jsonl"}, way("apart"));
  const auto after = dump(fixture.index());
  REQUIRE(IndexDirectory(fixture.index()).in_force().main == main);
  fs::remove_all(main);
  fs::copy(fixture.path("before"), main, fs::copy_options::recursive);
  const nsearch::CheckReport cut_off = nsearch::check_index(fixture.index());
  CHECK(cut_off.problems == 0);
  CHECK_FALSE(cut_off.notes.empty());
  nsearch::Searcher searcher({fixture.index()});  // opens, after a while
  CHECK(searcher.info().documents == 1505);
  { nsearch::IndexWriter writer(fixture.index(), writing("apart")); }
  CHECK(searcher.info().documents == 1500);
  CHECK((dump(fixture.index()) == after));
  CHECK(nsearch::check_index(fixture.index()).notes.empty());
}

TEST_CASE("recent changes: the main generation names languages and facets that only the recent one has") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 600));
  fixture.run({"a.jsonl"});
  fixture.write("b.jsonl",
                R"({"id":"it","lang":"it","desk":"esteri","body":"Il governo ha annunciato la riforma."})");
  fixture.run({"b.jsonl"}, way("apart"));
  REQUIRE(has_recent(fixture.index()));
  const Xapian::Database main(IndexDirectory(fixture.index()).in_force().main.string());
  CHECK_FALSE(main.get_metadata("nsearch.analysis.it").empty());
  CHECK_FALSE(main.get_metadata("nsearch.facet.desk").empty());
}

TEST_CASE("recent changes: compaction, rebuilding and backups take both generations") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 1500));
  fixture.run({"a.jsonl"});
  fixture.write("b.jsonl", articles_jsonl(10, 3, " later") + articles_jsonl(5000, 2));
  fixture.run({"b.jsonl"}, way("apart"));
  {
    nsearch::IndexWriter writer(fixture.index(), writing("apart"));
    writer.remove("a500");
    writer.commit();
  }
  REQUIRE(has_recent(fixture.index()));
  const auto held = dump(fixture.index());
  const std::string copy = fixture.path("copy.idx");
  const auto saved = nsearch::backup_index(fixture.index(), copy);
  CHECK(saved.documents == 1501);
  CHECK((dump(copy) == held));
  CHECK(nsearch::check_index(copy).problems == 0);
  const auto compacted = nsearch::compact_index(copy);
  CHECK(compacted.documents == 1501);
  CHECK_FALSE(has_recent(copy));
  CHECK((dump(copy) == held));
  const Xapian::Database database(IndexDirectory(copy).in_force().main.string());
  CHECK(database.get_doccount() == 1501);
  CHECK(nsearch::storage::dead_documents(database) == 0);
  CHECK(database.get_metadata(std::string(nsearch::schema::metadata_key::tombstones)).empty());
  const auto rebuilt = nsearch::reindex(fixture.index(), {});
  CHECK(rebuilt.documents == 1501);
  CHECK_FALSE(has_recent(fixture.index()));
  CHECK((dump(fixture.index()) == held));
}

TEST_CASE("recent changes: many tombstones are set in several commits") {
  IndexFixture fixture;
  std::string repeated;
  for (int i = 0; i < 300; ++i) repeated += " nieuw";
  fixture.write("a.jsonl", articles_jsonl(0, 3000));
  fixture.write("b.jsonl", articles_jsonl(1000, 100, repeated) + articles_jsonl(7000, 80, repeated));
  fixture.run({"a.jsonl"});
  const fs::path main = IndexDirectory(fixture.index()).in_force().main;
  const auto before = Xapian::Database(main.string()).get_revision();
  IndexRun run = way("apart");
  run.writer.pending = 16 << 10;
  CHECK(fixture.run({"b.jsonl"}, run).summary.updated == 100);
  REQUIRE(IndexDirectory(fixture.index()).in_force().main == main);
  const Xapian::Database database(main.string());
  CHECK(nsearch::storage::dead_documents(database) == 100);
  CHECK(database.get_revision() >= before + 6);
  CHECK(nsearch::check_index(fixture.index()).problems == 0);
}

TEST_CASE("recent changes: what is missing is deleted in several commits") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 1500));
  fixture.run({"a.jsonl"});
  const fs::path main = IndexDirectory(fixture.index()).in_force().main;
  const auto before = Xapian::Database(main.string()).get_revision();
  fixture.write("a.jsonl", articles_jsonl(0, 1300));
  IndexRun run = way("apart");
  run.writer.pending = 16 << 10;
  run.delete_missing = true;
  CHECK(fixture.run({"a.jsonl"}, run).summary.deleted == 200);
  const Xapian::Database database(main.string());
  CHECK(nsearch::storage::dead_documents(database) == 200);
  CHECK(database.get_revision() >= before + 10);
}

TEST_CASE("recent changes: a commit is whole when its last tombstone is set") {
  IndexFixture fixture;
  Xapian::WritableDatabase main(fixture.path("main"), Xapian::DB_CREATE),
      recent(fixture.path("recent"), Xapian::DB_CREATE);
  for (int i = 0; i < 3; ++i) main.add_document({});
  recent.set_metadata(std::string(nsearch::schema::metadata_key::tombstones),
                      nsearch::storage::tombstones_text({1, 3}));
  const auto bury = [&](Xapian::docid document) {
    Xapian::Document dead;
    dead.add_value(nsearch::schema::slot_tombstone, std::string(nsearch::schema::tombstone));
    main.replace_document(document, dead);
  };
  bury(1);
  CHECK_FALSE(nsearch::storage::tombstones_set(main, recent));
  bury(3);
  CHECK(nsearch::storage::tombstones_set(main, recent));
}
