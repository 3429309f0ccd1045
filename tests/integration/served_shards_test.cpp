// SPDX-License-Identifier: GPL-2.0-or-later
// Shards on this machine and shards served by Xapian's own server are searched as one index.
#include <xapian.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <memory>

#include "../errors.h"
#include "nsearch/error.h"
#include "nsearch/indexer.h"
#include "nsearch/maintenance.h"
#include "nsearch/related.h"
#include "paths.h"
#include "search_fixture.h"
#include "server_process.h"
#include "storage/index_directory.h"

namespace fs = std::filesystem;
using nsearch::Error;
using nsearch::ErrorCode;
using nsearch::Searcher;
using nsearch::SearchRequest;
using nsearch::SearchResults;
using test::error_of;

namespace {

/// The project's own articles as one index, as an index of two shards, and as servers of these.
class Corpora {
 public:
  Corpora() : shards_(2) {
    nsearch::IndexRun run;
    for (const char* folder : {"fr", "nl", "en", "other"})
      run.paths.push_back(std::string(NSEARCH_SOURCE_DIR "/corpora/") + folder);
    nsearch::index_files(single(), run);
    run.writer.shards = shards_;
    nsearch::index_files(sharded(), run);
  }

  std::string single() const { return folder_.path() + ".single"; }
  std::string sharded() const { return folder_.path(); }
  fs::path shard(unsigned number) const {
    return fs::path(sharded()) / ("shard-" + std::to_string(number) + "-of-" + std::to_string(shards_));
  }

  /// An index of served shards, at these addresses.
  std::string stub(const std::vector<std::string>& addresses) const {
    const fs::path folder = folder_.path() + ".served";
    fs::create_directories(folder);
    std::ofstream out(folder / "XAPIANDB", std::ios::trunc);
    for (const std::string& address : addresses) out << "remote " << address << '\n';
    return folder.string();
  }

 private:
  LiveIndex folder_;
  unsigned shards_;
};

const Corpora& corpora() {
  static const Corpora all;
  return all;
}

std::unique_ptr<ServerProcess> serve(const fs::path& shard, int port = 0) {
  return std::make_unique<ServerProcess>("xapian-tcpsrv", std::vector<std::string>{"--quiet", shard.string()},
                                         port);
}

/// Every operator of the language, and mixtures of them.
const std::vector<std::string>& queries() {
  static const std::vector<std::string> all = {
      "Nvidia",
      "koers",
      "le",
      "distillation AND Nvidia",
      "regering OR gouvernement OR government",
      "koers -Nvidia",
      "NOT lang:fr",
      "NOT minister AND NOT (lang:fr OR de regering title:regering)",
      "+regering minister^3 partij",
      "\"intelligence artificielle\"",
      "\"intelligence artificielle\" OR koers OR regering OR \"kunstmatige intelligentie\"",
      "~\"grand modèle\"",
      "=résultats",
      "title:regering OR title:gouvernement",
      "title:\"de regering\" OR body:minister",
      "minister NEAR/5 regering",
      "minister ADJ/3 van OR regering",
      "de NOTNEAR/3 regering",
      "minister SENTENCE regering",
      "ministre PARAGRAPH gouvernement",
      "atleast/3:regering",
      "regering*",
      "minist* AND part*",
      "*teur",
      "regeering~1 OR ministr~1",
      "(OpenAI OR Deepseek) AND (koers OR cours)",
      "Deepseek-V3 OR GPT-4 OR Nvidia",
      "lang:nl date:2025",
      "date:2025-01..2025-03 regering",
      "source:* minister",
      "lang:fr OR lang:nl",
      "woordenboekenmaker OR aandelenkoersen",
      "zzzznietbestaand",
  };
  return all;
}

void same(const SearchResults& one, const SearchResults& other, const std::string& query) {
  INFO(query);
  REQUIRE(one.diagnostic.has_value() == other.diagnostic.has_value());
  REQUIRE(one.hits.size() == other.hits.size());
  for (std::size_t i = 0; i < one.hits.size(); ++i) {
    INFO(i);
    CHECK(one.hits[i].id == other.hits[i].id);
    CHECK(one.hits[i].score == Approx(other.hits[i].score).epsilon(1e-12).margin(1e-12));
    CHECK(one.hits[i].document.title == other.hits[i].document.title);
    CHECK(one.hits[i].snippets.size() == other.hits[i].snippets.size());
  }
  CHECK(one.hints.size() == other.hints.size());
  CHECK(one.facets.size() == other.facets.size());
  for (std::size_t i = 0; i < one.facets.size(); ++i) {
    REQUIRE(one.facets[i].values.size() == other.facets[i].values.size());
    for (std::size_t j = 0; j < one.facets[i].values.size(); ++j) {
      CHECK(one.facets[i].values[j].value == other.facets[i].values[j].value);
      CHECK(one.facets[i].values[j].documents == other.facets[i].values[j].documents);
    }
  }
}

/// Gives the number of queries that found something.
std::size_t same_answers(Searcher& one, Searcher& other) {
  std::size_t found = 0;
  for (const std::string& query : queries()) {
    SearchRequest request = asking(query);
    same(one.search(request), other.search(request), query);
    CHECK(one.count(request).total.estimate == other.count(request).total.estimate);
    request.limit = 1000;
    request.snippets = false;
    request.facets = {"lang", "year"};
    const SearchResults all = one.search(request);
    found += all.hits.empty() ? 0 : 1;
    same(all, other.search(request), query);
    request.offset = 3;
    request.limit = 7;
    request.plain = true;
    same(one.search(request), other.search(request), query + " (plain)");
    request.plain = false;
    request.sort = nsearch::SortOrder::newest_first;
    same(one.search(request), other.search(request), query + " (newest first)");
  }
  return found;
}

#define NEED(program)                              \
  if (!ServerProcess::has(program)) {              \
    WARN("skipped: " program " is not installed"); \
    return;                                        \
  }

}  // namespace

TEST_CASE("an index of two shards answers as one of a single shard", "[shards]") {
  Searcher single({corpora().single()}), sharded({corpora().sharded()});
  CHECK(same_answers(single, sharded) > queries().size() / 2);
  const SearchResults first = single.search(asking("Nvidia"));
  REQUIRE_FALSE(first.hits.empty());
  const std::string id = first.hits.front().id;
  CHECK(single.get(id)->body == sharded.get(id)->body);
  nsearch::RelatedRequest related;
  related.id = id;
  const auto here = single.related(related), there = sharded.related(related);
  REQUIRE(here.hits.size() == there.hits.size());
  for (std::size_t i = 0; i < here.hits.size(); ++i) CHECK(here.hits[i].hit.id == there.hits[i].hit.id);
  CHECK(sharded.info().shards.size() == 2);
  CHECK(sharded.info().documents == single.info().documents);
}

TEST_CASE("two indexes that are named together answer as one", "[shards]") {
  Searcher single({corpora().single()}), both({corpora().shard(1).string(), corpora().shard(2).string()});
  for (const std::string& query : queries())
    same(single.search(asking(query)), both.search(asking(query)), query);
}

TEST_CASE("shards that stock servers serve answer as one index", "[shards]") {
  NEED("xapian-tcpsrv");
  const auto first = serve(corpora().shard(1)), second = serve(corpora().shard(2));
  Searcher single({corpora().single()}), served({corpora().stub({first->address(), second->address()})});
  CHECK(same_answers(single, served) > queries().size() / 2);
  const nsearch::IndexInfo here = single.info(), there = served.info();
  CHECK(there.documents == here.documents);
  CHECK(there.format == here.format);
  CHECK(there.format != 0);
  REQUIRE(there.languages.size() == here.languages.size());
  for (std::size_t i = 0; i < here.languages.size(); ++i) {
    CHECK(there.languages[i].fingerprint == here.languages[i].fingerprint);
    CHECK(there.languages[i].documents == here.languages[i].documents);
  }
  REQUIRE(there.shards.size() == 2);
  CHECK(there.shards[0].name == first->address());
  CHECK(there.shards[0].remote);
  CHECK_FALSE(there.shards[0].committed.empty());
}

TEST_CASE("a dead shard is an error that names it; with partial the others answer", "[shards]") {
  NEED("xapian-tcpsrv");
  auto first = serve(corpora().shard(1)), second = serve(corpora().shard(2));
  const std::string index = corpora().stub({first->address(), second->address()});
  const std::string lost = second->address();
  const int port = second->port();
  nsearch::SearcherOptions options;
  options.partial = true;
  Searcher whole({index}), partial({index}, options), alone({corpora().shard(1).string()});
  CHECK(ids(whole.search(asking("minister"))) == ids(partial.search(asking("minister"))));
  CHECK(partial.missing_shards().empty());

  second->stop();  // while connections to it are open
  for (int i = 0; i < 2; ++i) {
    const Error error = error_of([&] { whole.search(asking("minister")); });
    CHECK(error.code() == ErrorCode::unavailable);
    CHECK(std::string(error.what()).find(lost) != std::string::npos);
    CHECK(error.way_out().find("--partial") != std::string::npos);
  }
  CHECK(error_of([&] { Searcher{{index}}; }).code() == ErrorCode::unavailable);
  for (int i = 0; i < 2; ++i) {
    const SearchResults rest = partial.search(asking("minister"));
    CHECK(ids(rest, true) == ids(alone.search(asking("minister")), true));
    REQUIRE(rest.missing.size() == 1);
    CHECK(rest.missing.front().name == lost);
    CHECK_FALSE(rest.missing.front().reason.empty());
  }
  Searcher begun_late({index}, options);
  CHECK(begun_late.search(asking("minister")).missing.size() == 1);
  CHECK(begun_late.info().missing.size() == 1);

  second = serve(corpora().shard(2), port);
  CHECK(ids(whole.search(asking("minister"))) ==
        ids(Searcher({corpora().single()}).search(asking("minister"))));

  first->stop();
  second->stop();
  CHECK(error_of([&] { Searcher none({index}, options); }).code() == ErrorCode::unavailable);
}

TEST_CASE("a local shard whose folder is gone is left out likewise", "[shards]") {
  const LiveIndex folder;
  nsearch::WriterOptions options;
  options.shards = 3;
  {
    nsearch::IndexWriter writer(folder.path(), options);
    for (int i = 0; i < 30; ++i)
      writer.add(article("a" + std::to_string(i), "nl", "", "De regering viel gisteren."));
    writer.commit();
  }
  fs::remove_all(folder.path() + "/shard-2-of-3");
  CHECK(error_of([&] { Searcher{{folder.path()}}; }).code() == ErrorCode::corrupt);
  nsearch::SearcherOptions partial;
  partial.partial = true;
  Searcher searcher({folder.path()}, partial);
  SearchRequest request = asking("regering");
  request.limit = 100;
  const SearchResults rest = searcher.search(request);
  CHECK((rest.hits.size() > 10 && rest.hits.size() < 30));
  for (const nsearch::Hit& hit : rest.hits) CHECK(nsearch::shard_of(hit.id, 3) != 1);
  REQUIRE(rest.missing.size() == 1);
  CHECK(rest.missing.front().name.find("shard-2-of-3") != std::string::npos);
}
