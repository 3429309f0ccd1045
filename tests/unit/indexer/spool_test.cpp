// SPDX-License-Identifier: GPL-2.0-or-later
// What is kept out of memory while an index is built: in files without names, that are read back in order.
#include "builder/glass/spool.h"

#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "builder/document_set.h"
#include "builder/glass/table_writer.h"
#include "builder/id_table.h"
#include "builder/merge/source.h"
#include "glass_blocks.h"
#include "nsearch/error.h"
#include "support.h"

namespace fs = std::filesystem;
namespace glass = nsearch::indexer::glass;
using glass::Spool;
using glass::SpoolReader;
using nsearch::indexer::DocumentSet;
using nsearch::indexer::IdTable;

TEST_CASE("spool: what was written is read back, in memory or from a file without name") {
  for (const int count : {0, 1, 5000, 60'000}) {
    test::TemporaryFolder folder;
    Spool spool(folder / "scratch");
    std::mt19937 random(1);
    std::vector<std::string> written;
    std::uint64_t bytes = 0;
    for (int i = 0; i < count; ++i) {
      const auto size = static_cast<std::uint8_t>(random());
      spool.write_value(i);
      spool.write_sized(written.emplace_back(size, static_cast<char>(i)));
      bytes += sizeof i + 1 + size;
    }
    CHECK(spool.size() == bytes);
    CHECK(fs::is_empty(folder.path()));
    SpoolReader reader(spool);
    for (int i = 0; i < count; ++i) {
      REQUIRE_FALSE(reader.at_end());
      REQUIRE(reader.take_value<int>() == i);
      REQUIRE(reader.take_sized() == written[static_cast<std::size_t>(i)]);
    }
    CHECK(reader.at_end());
  }
}

TEST_CASE("spool: more than is read at a time") {
  test::TemporaryFolder folder;
  Spool spool(folder / "scratch");
  const std::string large(1 << 20, 'l');
  spool.write("a");
  spool.write(large);
  spool.write("z");
  SpoolReader reader(spool);
  CHECK(reader.take(1) == "a");
  CHECK(reader.take(large.size()) == large);
  CHECK(reader.take(1) == "z");
  CHECK(reader.at_end());
}

TEST_CASE("table writer: a table of many leaves is whole, and nothing is left beside it") {
  test::TemporaryFolder folder;
  glass::TableWriter writer(folder / "t.glass");
  constexpr int entries = 40'000;
  const std::string tag(1500, 't');
  glass::LeafPacker packer;
  for (int i = 0; i < entries; ++i) {
    std::string key = std::to_string(1'000'000 + i) + std::string(60, 'k');
    packer.add(key, tag);
    if (i % 1000 == 0) writer.append(packer.take_full());
  }
  writer.append(packer.take_all());
  const glass::TableRoot root = writer.finish();
  CHECK(root.entries == entries);
  CHECK(root.level == 2);
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
  const test::GlassTable table(folder / "t.glass");
  CHECK(table.blocks() == root.blocks);
  CHECK(root.block + 1 == root.blocks);
  CHECK(table.find_fault() == "");
  CHECK(table.entries().size() == entries);
}

TEST_CASE("table writer: what is strung together may begin with any leaves of a packer") {
  const std::string large(2000, 'l');
  for (std::size_t last = 0; last < 300; ++last) {
    test::TemporaryFolder folder;
    glass::LeafPacker packer;
    packer.add("a", "for another table");
    packer.take_all();
    // Four entries fill a leaf, or nearly.
    for (const char* key : {"b", "c", "d"}) packer.add(key, large);
    packer.add("e", std::string(1900 + last, 'e'));
    packer.add("f", large);
    glass::TableWriter writer(folder / "t.glass");
    writer.append(packer.take_all());
    writer.finish();
    const test::GlassTable table(folder / "t.glass");
    CAPTURE(last);
    REQUIRE(table.find_fault() == "");
    REQUIRE(table.entries().size() == 5);
  }
}

TEST_CASE("id table: marks of many ids, and none of others") {
  test::TemporaryFolder folder;
  // A killed process left what would be a mark of 0.
  test::write_file(folder / "ids", std::string("\2\0\0\0\0\0\0\0", 8));
  IdTable table(folder / "ids");
  std::mt19937_64 random(2);
  std::vector<std::uint64_t> ids = {~std::uint64_t{0}};
  for (int i = 0; i < 1'700'000; ++i) ids.push_back(random());  // more than are kept in memory
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    wrong += table.mark(ids[i]) != IdTable::none;
    table.set(ids[i], 1 + i % 3);
  }
  CHECK(wrong == 0);
  CHECK(fs::is_empty(folder.path()));
  for (std::size_t i = 0; i < ids.size(); ++i) wrong += table.mark(ids[i]) != 1 + i % 3;
  CHECK(wrong == 0);
  for (int i = 0; i < 10'000; ++i) wrong += table.mark(random()) != IdTable::none;
  CHECK(wrong == 0);
  CHECK(table.mark(0) == IdTable::none);
  table.set(0, 2);
  table.set(3, 3);  // the same id: the two lowest bits tell none apart
  CHECK(table.mark(0) == 3);
}

TEST_CASE("id table: a disk that is full is an error that names the file") {
  test::TemporaryFolder folder;
  IdTable table(folder / "ids");
  struct rlimit before {};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const struct rlimit full { 1 << 20, before.rlim_max };
  ::setrlimit(RLIMIT_FSIZE, &full);
  std::mt19937_64 random(4);
  std::string message;
  try {
    for (int i = 0; i < 1'700'000; ++i) table.set(random(), 1);
  } catch (const nsearch::Error& error) {
    message = error.what();
    CHECK(error.code() == nsearch::ErrorCode::io);
  }
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  CHECK(message.find((folder / "ids").string()) != std::string::npos);
  std::mt19937_64 again(4);
  CHECK(table.mark(again()) == 1);
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("document set: each number once, in order") {
  DocumentSet set{70, 3, 70};
  set.insert(1'000'000);
  std::vector<std::uint32_t> found;
  set.for_each([&](std::uint32_t document) { found.push_back(document); });
  CHECK(found == std::vector<std::uint32_t>{3, 70, 1'000'000});
  CHECK(set.size() == 3);
}

TEST_CASE("number map: documents that stay are numbered without gaps") {
  using nsearch::indexer::merge::NumberMap;
  std::mt19937 random(3);
  NumberMap map(10'000);
  std::vector<std::uint32_t> expected(10'001, NumberMap::absent);
  std::uint32_t next = 77;
  for (std::uint32_t document = 1; document <= 10'000; ++document) {
    const auto chance = random() % 4;
    if (chance == 0) continue;
    if (chance == 1) {
      map.drop(document);
      expected[document] = NumberMap::dropped;
    } else {
      map.number(document, next);
      expected[document] = next++;
    }
  }
  for (std::uint32_t document = 0; document <= 10'000; ++document)
    REQUIRE(map[document] == expected[document]);
  CHECK(map[10'001] == NumberMap::absent);
}
