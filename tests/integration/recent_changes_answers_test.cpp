// SPDX-License-Identifier: GPL-2.0-or-later
// Changes that are kept apart from a large index answer as changes to its tables would.
#include <xapian.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <memory>
#include <random>

#include "index_fixture.h"
#include "nsearch/error.h"
#include "nsearch/maintenance.h"
#include "nsearch/related.h"
#include "nsearch/searcher.h"
#include "recent_changes.h"
#include "same_answers.h"
#include "server_process.h"
#include "storage/tombstones.h"

namespace fs = std::filesystem;
using nsearch::IndexDirectory;
using nsearch::IndexRun;

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
