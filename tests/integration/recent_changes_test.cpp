// SPDX-License-Identifier: GPL-2.0-or-later
// Changes that are kept apart from a large index answer as changes to its tables would.
#include <xapian.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <memory>
#include <random>

#include "alert_runs.h"
#include "index_fixture.h"
#include "nsearch/check.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "nsearch/maintenance.h"
#include "nsearch/related.h"
#include "nsearch/searcher.h"
#include "server_process.h"
#include "storage/index_directory.h"
#include "storage/index_schema.h"
#include "storage/tombstones.h"

namespace fs = std::filesystem;
using nsearch::IndexDirectory;
using nsearch::IndexRun;

namespace {

IndexRun way(const std::string& changes) {
  IndexRun run;
  run.writer.changes = changes;
  return run;
}

nsearch::WriterOptions writing(const std::string& changes) {
  nsearch::WriterOptions options;
  options.changes = changes;
  return options;
}

bool has_recent(const std::string& index) {
  return IndexDirectory(index).in_force().recent.has_value();
}

std::vector<std::string> ids(nsearch::Searcher& searcher, const std::string& query) {
  nsearch::SearchRequest request;
  request.query = query;
  std::vector<std::string> found;
  searcher.for_each_id(request, [&](const std::string& id) {
    found.push_back(id);
    return true;
  });
  std::sort(found.begin(), found.end());
  return found;
}

/// Ranked, as far as the page goes, in the order of ids.
std::vector<std::string> hits(nsearch::Searcher& searcher, const std::string& query,
                              nsearch::SortOrder sort = nsearch::SortOrder::rank) {
  nsearch::SearchRequest request;
  request.query = query;
  request.limit = 5000;
  request.sort = sort;
  request.exact_total_up_to = 10000;
  const nsearch::SearchResults results = searcher.search(request);
  REQUIRE_FALSE(results.diagnostic);
  CHECK(results.total.lower == results.hits.size());
  std::vector<std::string> found;
  for (const nsearch::Hit& hit : results.hits) found.push_back(hit.id);
  if (sort == nsearch::SortOrder::rank) std::sort(found.begin(), found.end());
  return found;
}

std::string facets(nsearch::Searcher& searcher, const std::string& query) {
  nsearch::SearchRequest request;
  request.query = query;
  request.facets = {"lang", "section", "month"};
  request.timeline = nsearch::TimelineStep::day;
  const nsearch::SearchResults results = searcher.search(request);
  std::string text;
  for (const nsearch::Facet& facet : results.facets) {
    for (const nsearch::FacetValue& value : facet.values)
      text += facet.name + ' ' + value.value + ' ' + std::to_string(value.documents) + '\n';
  }
  REQUIRE(results.timeline);
  for (const auto& period : results.timeline->periods)
    text += period.name + ' ' + std::to_string(period.documents) + '\n';
  return text;
}

std::string described(const nsearch::IndexInfo& info) {
  std::string text = std::to_string(info.documents);
  std::vector<std::string> languages;
  for (const auto& language : info.languages) {
    if (language.documents != 0) languages.push_back(language.language + std::to_string(language.documents));
  }
  std::sort(languages.begin(), languages.end());
  for (const std::string& language : languages) text += ' ' + language;
  return text;
}

const std::vector<std::string> many_queries = {"gouvernement",
                                               "koersen",
                                               "réforme AND retraites",
                                               "NOT lang:fr",
                                               "koersen OR réforme",
                                               "\"de koersen van\"",
                                               "gisteren NEAR/6 punten",
                                               "later",
                                               "nu OR twice",
                                               "koers*",
                                               "section:s1 AND NOT later",
                                               "id:a7",
                                               "date:2025-03-12..2025-03-15 AND retraites",
                                               "(gouvernement OR koersen) AND NOT (nu OR later)"};

/// A server is asked for each id by itself, so few are wanted.
const std::vector<std::string> narrow_queries = {"later",
                                                 "nu OR twice",
                                                 "section:s1 AND later",
                                                 "id:a7",
                                                 "(gouvernement OR koersen) AND (nu OR later)",
                                                 "\"de koersen van\" AND later"};

void check_answers(nsearch::Searcher& a, nsearch::Searcher& b, const std::vector<std::string>& queries) {
  for (const std::string& query : queries) {
    INFO(query);
    CHECK(ids(a, query) == ids(b, query));
    CHECK(hits(a, query) == hits(b, query));
    CHECK(hits(a, query, nsearch::SortOrder::newest_first) ==
          hits(b, query, nsearch::SortOrder::newest_first));
    nsearch::SearchRequest request;
    request.query = query;
    CHECK(a.count(request).total.lower == b.count(request).total.lower);
  }
  CHECK(facets(a, "gouvernement OR koersen") == facets(b, "gouvernement OR koersen"));
  CHECK(described(a.info()) == described(b.info()));
}

void check_alike(const std::string& apart, const std::string& in_place) {
  CHECK((dump(apart) == dump(in_place)));
  nsearch::Searcher a({apart}), b({in_place});
  check_answers(a, b, many_queries);
  for (const std::string& index : {apart, in_place}) {
    const nsearch::CheckReport report = nsearch::check_index(index);
    for (const auto& finding : report.findings)
      UNSCOPED_INFO(finding.part + ": " + finding.where + ' ' + finding.what);
    CHECK(report.problems == 0);
  }
}

}  // namespace

TEST_CASE("recent changes: random updates and removals answer as in place") {
  IndexFixture fixture;
  const std::string apart = fixture.path("apart.idx"), in_place = fixture.path("in-place.idx");
  fixture.write("a.jsonl", articles_jsonl(0, 1500));
  for (const std::string& index : {apart, in_place}) fixture.run({"a.jsonl"}, {}, index);
  std::mt19937 random(7);
  const auto any = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
  bool seen_recent = false, seen_merged = false;
  fs::path before;
  for (int round = 0; round < 5; ++round) {
    INFO("round " << round);
    std::string batch;
    for (int i = 0; i < 6; ++i) batch += articles_jsonl(any(1600), 1 + any(4), i % 2 ? " later" : " nu");
    if (round == 3) batch += articles_jsonl(3100, 2000, " twice");  // built apart
    fixture.write("b.jsonl", batch);
    std::vector<std::string> gone;
    for (int i = 0; i < 5; ++i) gone.push_back("a" + std::to_string(any(1500)));
    for (const bool is_apart : {true, false}) {
      const std::string& index = is_apart ? apart : in_place;
      const std::string changes = is_apart ? "apart" : "in-place";
      fixture.run({"b.jsonl"}, way(changes), index);
      nsearch::IndexWriter writer(index, writing(changes));
      for (const std::string& id : gone) writer.remove(id);
      writer.add(article("own" + std::to_string(round % 3), "Le gouvernement, round " + std::to_string(round),
                         "fr"));
      writer.commit();
    }
    CHECK_FALSE(has_recent(in_place));
    const fs::path main = IndexDirectory(apart).in_force().main;
    seen_merged = seen_merged || (seen_recent && main != before);
    before = main;
    seen_recent = seen_recent || has_recent(apart);
    check_alike(apart, in_place);
  }
  CHECK(seen_recent);
  CHECK(seen_merged);
}

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

TEST_CASE("recent changes: a replaced document is asked about as it is now") {
  IndexFixture fixture;
  const std::string storks =
      R"({"id":"storks","lang":"nl","body":"Ooievaars broeden weer in Planckendael, zeggen verzorgers."})";
  const std::string herons =
      R"({"id":"herons","lang":"nl","body":"Ooievaars broeden weer in Planckendael, en reigers ook."})";
  fixture.write("a.jsonl", articles_jsonl(0, 1500) + storks + '\n' + herons + '\n');
  fixture.run({"a.jsonl"});
  {
    nsearch::IndexWriter writer(fixture.index(), writing("apart"));
    writer.add(article("herons", "Een verslag van het voetbal.", "nl"));
    const std::string body = "Zeehonden zwemmen voor de kust van Oostende, zeggen biologen.";
    // The first of all documents: before any of the other generation.
    writer.add(article("a0", body + " Er zijn er honderd.", "nl"));
    writer.add(article("seals", body + " Het zijn er tachtig.", "nl"));
    writer.remove("a777");
    writer.commit();
  }
  nsearch::Searcher searcher({fixture.index()});
  nsearch::SearchRequest copies;
  copies.query = "zeehonden OR gouvernement";
  copies.copies_of = "a0";
  std::vector<std::string> found;
  for (const nsearch::Hit& hit : searcher.search(copies).hits) found.push_back(hit.id);
  CHECK(std::count(found.begin(), found.end(), "a0") == 1);
  nsearch::RelatedRequest related;
  related.id = "a0";
  const nsearch::RelatedResults near = searcher.related(related);
  REQUIRE_FALSE(near.hits.empty());
  CHECK(near.hits.front().hit.id == "seals");
  related.id = "storks";
  for (const auto& other : searcher.related(related).hits) CHECK(other.hit.id != "herons");
  std::string line;
  nsearch::dump_index(fixture.index(), [&](std::string_view one) {
    if (one.find("\"a0\"") != one.npos) line = one;
    return true;
  });
  CHECK(line.find("Zeehonden") != line.npos);
  related.id = "a7777";
  try {
    searcher.related(related);
    FAIL_CHECK("there is no such document");
  } catch (const nsearch::Error& error) {
    CHECK(error.way_out().find("“a777”") == std::string::npos);
    CHECK(error.way_out().find("“a77") != std::string::npos);
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

TEST_CASE("recent changes: many are built apart, and merged with those that are there") {
  IndexFixture fixture;
  std::string repeated;
  for (int i = 0; i < 300; ++i) repeated += " nieuw";
  fixture.write("a.jsonl", articles_jsonl(0, 3000));
  fixture.write("few.jsonl", articles_jsonl(95, 10, " later") + articles_jsonl(6000, 5));
  fixture.write("many.jsonl", articles_jsonl(100, 90, repeated) + articles_jsonl(7000, 80, repeated) +
                                  articles_jsonl(7000, 3, " twice"));
  const std::string apart = fixture.path("apart.idx"), in_place = fixture.path("in-place.idx");
  for (const std::string& index : {apart, in_place}) fixture.run({"a.jsonl"}, {}, index);
  const fs::path main = IndexDirectory(apart).in_force().main;
  for (const char* input : {"few.jsonl", "many.jsonl"}) {
    const auto one = fixture.run({input}, way("apart"), apart);
    const auto other = fixture.run({input}, way("in-place"), in_place);
    CHECK(one.summary.updated == other.summary.updated);
    CHECK(one.summary.languages == other.summary.languages);
    CHECK(IndexDirectory(apart).in_force().main == main);
    CHECK(has_recent(apart));
  }
  CHECK(nsearch::storage::all_dead(Xapian::Database(main.string())).size() == 95);
  check_alike(apart, in_place);
  // Too many to be kept apart.
  fixture.write("more.jsonl", articles_jsonl(8000, 1500));
  for (const std::string& index : {apart, in_place})
    fixture.run({"more.jsonl"}, way(index == apart ? "apart" : "in-place"), index);
  CHECK_FALSE(has_recent(apart));
  check_alike(apart, in_place);
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

namespace {

void check_served(const IndexFixture& fixture, const std::string& one) {
  if (!ServerProcess::has("xapian-tcpsrv")) {
    WARN("skipped: xapian-tcpsrv is not installed");
    return;
  }
  std::vector<std::unique_ptr<ServerProcess>> servers;
  std::string stub;
  for (int i = 1; i <= 2; ++i) {
    const std::string shard = fixture.path("sharded.idx/shard-" + std::to_string(i) + "-of-2");
    servers.push_back(
        std::make_unique<ServerProcess>("xapian-tcpsrv", std::vector<std::string>{"--quiet", shard}));
    stub += "remote " + servers.back()->address() + '\n';
  }
  fixture.write("served/XAPIANDB", stub);
  nsearch::Searcher served({fixture.path("served")}), single({one});
  check_answers(served, single, narrow_queries);
}

}  // namespace

TEST_CASE("recent changes: shards, and a server of each, answer the same") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 2400));
  const std::string sharded = fixture.path("sharded.idx"), one = fixture.path("one.idx");
  IndexRun run = way("apart");
  run.writer.shards = 2;
  fixture.run({"a.jsonl"}, run, sharded);
  fixture.run({"a.jsonl"}, way("in-place"), one);
  const std::string italian =
      R"({"id":"it","lang":"it","desk":"esteri","body":"Il governo ha annunciato la riforma delle pensioni."})";
  fixture.write("b.jsonl",
                articles_jsonl(10, 10, " later") + articles_jsonl(5000, 5, " nu") + italian + '\n');
  fixture.run({"b.jsonl"}, run, sharded);
  fixture.run({"b.jsonl"}, way("in-place"), one);
  for (int i = 1; i <= 2; ++i)
    CHECK(has_recent(fixture.path("sharded.idx/shard-" + std::to_string(i) + "-of-2")));
  check_alike(sharded, one);
  check_served(fixture, one);
}

TEST_CASE("recent changes: alerts tell each document once, however it is kept") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 1500));
  fixture.run({"a.jsonl"});
  nsearch::Alerts alerts({fixture.index()});
  REQUIRE_FALSE(alerts.add(test::alert("rain", "regen")).diagnostic);
  CHECK(test::told(alerts).empty());
  const auto write = [&](const std::string& id, const std::string& body) {
    nsearch::IndexWriter writer(fixture.index(), writing("apart"));
    writer.add(article(id, body, "nl"));
    writer.commit();
  };
  write("a1", "De regen in Gent.");
  REQUIRE(has_recent(fixture.index()));
  CHECK(test::told_both_ways(alerts) == "rain: a1");
  write("new", "Meer regen in Gent.");
  CHECK(test::told_both_ways(alerts) == "rain: new");
  // One that isn't told yet is changed, and another removed: neither is told as it was.
  write("a2", "De regen in Brugge.");
  write("a2", "Zon in Brugge.");
  write("a3", "De regen in Brussel.");
  nsearch::compact_index(fixture.index());
  CHECK_FALSE(has_recent(fixture.index()));
  CHECK(test::told_both_ways(alerts) == "rain: a3");
  // One that was merged before it was told, and then changed, is dead and newer than what was told.
  write("a6", "De regen in Namen.");
  nsearch::compact_index(fixture.index());
  write("a6", "Zon in Namen.");
  CHECK(test::told(alerts)
            .empty());  // not both ways: where the first tells nothing, the second has nothing to do
  write("a4", "De regen in Antwerpen.");
  // Not taken, it comes again when the generations are others.
  const auto batch = test::tell(alerts, {}, false);
  CHECK(batch.text == "rain: a4");
  nsearch::compact_index(fixture.index());
  write("a5", "De regen in Luik.");
  const auto again = test::tell(alerts);
  CHECK(again.text == "rain: a4; rain: a5");
  CHECK(again.batches.front() == batch.batches.front());
  CHECK(test::told(alerts).empty());
}
