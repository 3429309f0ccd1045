// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/kept_lists.h"

#include <catch2/catch.hpp>

#include "random_database.h"

using nsearch::glass::KeptList;
using nsearch::glass::KeptLists;
using nsearch::glass::KeptWalk;
using nsearch::glass::PostingList;
using nsearch::searcher::RandomDatabase;

namespace {

using Postings = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Postings in_table(PostingList list, std::uint32_t from, std::uint32_t to) {
  Postings all;
  list.seek(from);
  list.take_before(to, [&](std::uint32_t document, std::uint32_t wdf) { all.emplace_back(document, wdf); });
  return all;
}

void check_same(const PostingList& list, const KeptList& kept, std::mt19937& random) {
  KeptWalk walk(kept), windows(kept);
  PostingList beside = list;
  for (std::uint32_t document = 0; !beside.at_end(); document += 1 + random() % 40) {
    beside.seek(document);
    if (random() % 2 == 0) {
      REQUIRE(walk.seek(document) == beside.document());
      if (!beside.at_end()) CHECK(walk.wdf() == beside.wdf());
    } else {
      const bool there = beside.document() == document;
      REQUIRE(walk.at(document) == there);
      if (there) CHECK(walk.wdf() == beside.wdf());
    }
  }
  CHECK(walk.seek(UINT32_MAX - 1) == KeptWalk::none);
  walk.rewind();
  CHECK(walk.seek(0) == list.document());
  for (std::uint32_t from = 0; from < 10240; from += 1024) {
    if (from == 4096) continue;  // a window may be left out
    Postings taken;
    windows.take_between(from, from + 1024, [&](std::uint32_t document, std::uint32_t wdf) {
      taken.emplace_back(document, wdf);
    });
    CHECK(taken == in_table(list, from, from + 1024));
  }
}

}  // namespace

TEST_CASE("A kept list holds what the table holds, as a set and as numbers") {
  RandomDatabase files(31, 8000);
  const auto local = files.open_local();
  REQUIRE(local);
  for (unsigned i = 0; i < RandomDatabase::terms; ++i) {
    PostingList list(local->postings());
    if (!list.open("t" + std::to_string(i))) continue;
    for (const bool as_set : {true, false}) {
      const KeptList kept(list, local->last_document(), as_set, true);
      CHECK(kept.frequency() == list.frequency());
      CHECK(kept.is_set() == as_set);
      check_same(list, kept, files.random());
    }
  }
}

TEST_CASE("A kept list knows how often the documents have a term that they have hundreds of times") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "nsearch-kept-list-test";
  std::filesystem::remove_all(folder);
  Xapian::WritableDatabase writer(folder.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  for (const unsigned times : {1u, 254u, 255u, 256u, 70000u, 3u}) {
    Xapian::Document document;
    document.add_term("often", times);
    writer.add_document(document);
  }
  writer.commit();
  {
    const auto local = nsearch::glass::Database::open(folder, writer.get_revision());
    REQUIRE(local);
    PostingList list(local->postings());
    REQUIRE(list.open("often"));
    for (const bool as_set : {true, false}) {
      const KeptList kept(list, local->last_document(), as_set, true);
      KeptWalk walk(kept);
      std::vector<std::uint32_t> found;
      for (std::uint32_t document = walk.seek(1); document != KeptWalk::none;
           document = walk.seek(document + 1))
        found.push_back(walk.wdf());
      CHECK(found == std::vector<std::uint32_t>{1, 254, 255, 256, 70000, 3});
    }
  }
  writer.close();
  std::filesystem::remove_all(folder);
}

TEST_CASE("A list is kept when it is asked for a second time, and one that no document is in as well") {
  RandomDatabase files(32, 1000);
  const auto local = files.open_local();
  REQUIRE(local);
  KeptLists lists(local->last_document());
  for (const std::string term : {"t0", "t39", "in no document"}) {
    PostingList list(local->postings());
    list.open(term);
    CHECK(lists.find(term) == nullptr);
    CHECK(lists.ask(term, list) == nullptr);
    CHECK(lists.find(term) == nullptr);
    const KeptList* kept = lists.ask(term, list);
    REQUIRE(kept != nullptr);
    CHECK(lists.find(term) == kept);
    CHECK(kept->counted());
    CHECK(kept->frequency() == local->frequency(term));
    CHECK(KeptWalk(*kept).seek(1) == list.document());
  }
  CHECK(lists.find("t0")->is_set());
  CHECK_FALSE(lists.find("in no document")->is_set());
}

TEST_CASE("Lists are kept as long as there is room") {
  constexpr std::size_t most = std::size_t{64} << 20;
  RandomDatabase files(34, 2000);
  const auto local = files.open_local();
  REQUIRE(local);
  PostingList list(local->postings());
  REQUIRE(list.open("t0"));
  constexpr std::uint32_t documents = 4u << 20;  // too many for a set
  REQUIRE(list.frequency() < documents / 32);
  KeptLists lists(documents);
  const std::size_t bytes = KeptList::bytes(list.frequency(), documents, false, true);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < most / bytes + 10; ++i) {
    const std::string term = "t" + std::to_string(i);
    lists.ask(term, list);
    if (lists.ask(term, list) != nullptr) ++kept;
  }
  CHECK(kept * bytes < most);
  CHECK(kept * bytes > most / 2);
  CHECK(lists.find("t0") != nullptr);
}
