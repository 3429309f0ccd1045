// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/shards.h"

#include "storage/open_database.h"
#include "support.h"

namespace fs = std::filesystem;
using namespace storage_test;
using nsearch::Error;
using nsearch::ErrorCode;
using nsearch::IndexDirectory;
using nsearch::storage::publish_shards;
using nsearch::storage::shards_to_write;

TEST_CASE("who writes to an index writes to its shards, in order, or to itself") {
  const TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  write_file(index.stub(), "glass gen-3\n");
  CHECK(shards_to_write(index) == std::vector<fs::path>{folder.path()});
  publish_shards(index, 2);
  CHECK(read_file(index.stub()) == "auto shard-1-of-2\nauto shard-2-of-2\n");
  CHECK(shards_to_write(index) == std::vector<fs::path>{folder / "shard-1-of-2", folder / "shard-2-of-2"});
}

TEST_CASE("shards that no document can be routed to are named") {
  const TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  for (const auto& [stub, named] :
       {std::pair{"auto shard-2-of-2\nauto shard-1-of-2\n", "shard-2-of-2"},
        std::pair{"auto shard-1-of-3\nauto shard-2-of-3\n", "shard-1-of-3"},
        std::pair{"auto shard-1-of-2\nremote host:7000\n", "host:7000"},
        std::pair{"remote host:7000\n", "host:7000"}, std::pair{"auto a\nauto b\n", "is a and not"}}) {
    write_file(index.stub(), stub);
    const Error error = error_of([&] { shards_to_write(index); });
    CHECK(error.code() == ErrorCode::usage);
    CHECK_THAT(error.what(), Catch::Contains(named));
  }
  CHECK(error_of([&] { shards_to_write(IndexDirectory(folder / "none")); }).code() == ErrorCode::no_index);
}

TEST_CASE("shards that can't be opened are left out where that is asked for, and named") {
  const TemporaryFolder folder;
  make_index(folder / "a", {"fr"});
  write_file(folder / "XAPIANDB", "auto a\nremote 127.0.0.1:1\nauto gone\n");
  const nsearch::OpenIndex open = nsearch::open_shards(folder.path(), nsearch::Lost::left_out);
  REQUIRE(open.shards.size() == 1);
  CHECK(open.shards.front().name == (folder / "a").string());
  CHECK(open.shards.front().folder == folder / "a" / "gen-1");
  REQUIRE(open.lost.size() == 2);
  CHECK(open.lost[0].name == "127.0.0.1:1");
  CHECK_THAT(open.lost[0].reason, Catch::Contains("refused"));
  CHECK(open.lost[1].name == (folder / "gone").string());
  // What can be opened and not be read is no lost shard: its answers would be wrong for another reason.
  make_index(folder / "b", {"fr"}, {{"nsearch.analysis.fr", "0"}});
  write_file(folder / "XAPIANDB", "auto a\nauto b\n");
  CHECK(error_of([&] { nsearch::open_shards(folder.path(), nsearch::Lost::left_out); }).code() ==
        ErrorCode::analysis_changed);
}
