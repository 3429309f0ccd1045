// SPDX-License-Identifier: GPL-2.0-or-later
// Xapian's own replication copies each shard of an index, and follows it.
#include <stdlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "dumped.h"
#include "nsearch/maintenance.h"
#include "search_fixture.h"
#include "server_process.h"

namespace fs = std::filesystem;
using nsearch::Searcher;

namespace {

constexpr int shards = 2;

std::string shard(int number) {
  return "shard-" + std::to_string(number) + "-of-" + std::to_string(shards);
}

void add(const std::string& index, int from, int to) {
  nsearch::WriterOptions options;
  options.shards = shards;
  nsearch::IndexWriter writer(index, options);
  for (int i = from; i < to; ++i)
    writer.add(article("a" + std::to_string(i), "nl", "Bericht " + std::to_string(i),
                       "De koersen van de aandelen daalden gisteren met " + std::to_string(i) + " punten."));
  writer.commit();
}

/// Brings the replicas up to date; gives what the program says of each.
std::string replicate(const ServerProcess& server, const fs::path& replicas) {
  std::string said;
  for (int i = 1; i <= shards; ++i) {
    const std::string log = (replicas / "log").string();
    const std::string command =
        "xapian-replicate --one-shot --verbose --reader-time=0 --host=127.0.0.1 --port=" +
        std::to_string(server.port()) + " --master=" + shard(i) + " " + (replicas / shard(i)).string() +
        " >" + log + " 2>&1";
    REQUIRE(std::system(command.c_str()) == 0);
    std::ifstream in(log);
    said.append(std::istreambuf_iterator<char>(in), {});
  }
  return said;
}

}  // namespace

TEST_CASE("xapian-replicate copies an index shard by shard and follows its commits and generations",
          "[shards]") {
  if (!ServerProcess::has("xapian-replicate-server") || !ServerProcess::has("xapian-replicate")) {
    WARN("skipped: xapian-replicate is not installed");
    return;
  }
  ::setenv("XAPIAN_MAX_CHANGESETS", "10", 1);
  const LiveIndex master, copy;
  add(master.path(), 0, 40);
  const ServerProcess server("xapian-replicate-server", {master.path()});
  fs::create_directories(copy.path());
  std::ofstream stub(copy.path() + "/XAPIANDB");
  for (int i = 1; i <= shards; ++i) stub << "auto " << shard(i) << '\n';
  stub.close();

  const auto copies = [&] { return replicate(server, copy.path()).find(" 1 copies") != std::string::npos; };
  CHECK(copies());
  CHECK(dumped(copy.path()) == dumped(master.path()));
  Searcher searcher({copy.path()});
  CHECK(searcher.count(asking("koersen")).total.estimate == 40);

  add(master.path(), 40, 50);
  add(master.path(), 50, 60);
  CHECK_FALSE(copies());  // the two changesets will do
  CHECK(dumped(copy.path()) == dumped(master.path()));
  CHECK(searcher.count(asking("koersen")).total.estimate == 60);

  nsearch::compact_index(master.path());  // a new generation: no changeset leads there
  CHECK(copies());
  CHECK(dumped(copy.path()) == dumped(master.path()));
  CHECK(searcher.count(asking("koersen")).total.estimate == 60);
  ::unsetenv("XAPIAN_MAX_CHANGESETS");
}
