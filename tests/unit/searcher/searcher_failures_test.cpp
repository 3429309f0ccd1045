// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "open_indexes.h"
#include "searching.h"

using nsearch::Error;
using nsearch::ErrorCode;
using nsearch::Searcher;

TEST_CASE("No index, no searcher") {
  tiny::Folder folder;
  CHECK(code_of([&] { Searcher({(folder.path() / "none").string()}); }) == ErrorCode::no_index);
  CHECK(code_of([&] { Searcher({folder.path().string()}); }) == ErrorCode::no_index);
  CHECK(code_of([] { Searcher(std::vector<std::string>{}); }) == ErrorCode::usage);
}

TEST_CASE("Each shard of several is checked") {
  tiny::Folder good, bad;
  tiny::publish(good.path(), 1, courses(0, 1));
  tiny::publish(bad.path(), 1, courses(1, 2));
  {
    Xapian::WritableDatabase database((bad.path() / "gen-1").string());
    database.set_metadata("nsearch.analysis.nl", "0123456789abcdef");
    database.commit();
  }
  CHECK(code_of([&] {
          Searcher({good.path().string(), bad.path().string()});
        }) == ErrorCode::analysis_changed);
}

TEST_CASE("A damaged record is an error that names its document") {
  tiny::Folder index;
  tiny::publish(index.path(), 1, courses(0, 2));
  {
    Xapian::WritableDatabase database((index.path() / "gen-1").string());
    Xapian::Document damaged = database.get_document(2);
    std::string record = damaged.get_data();
    record.back() = static_cast<char>(record.back() ^ 1);
    damaged.set_data(record);
    database.replace_document(2, damaged);
    database.commit();
  }
  Searcher searcher({index.path().string()});
  CHECK(searcher.get("d0"));
  try {
    searcher.search(asking("koers"));
    FAIL("the damage went unseen");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::corrupt);
    CHECK(std::string(error.what()).find("d1") != std::string::npos);
  }
  CHECK(searcher.count(asking("koers")).total.lower == 2);
}

TEST_CASE("A reader that a writer overtook opens again; damage that stays is an error") {
  using nsearch::searcher::OpenIndexes;
  tiny::Folder index;
  tiny::publish(index.path(), 1, courses(0, 2));
  OpenIndexes indexes({index.path().string()});
  const std::uint64_t openings = indexes.openings();
  unsigned times = 0;
  const auto fail_until = [&](unsigned last) {
    times = 0;
    return indexes.read(OpenIndexes::View::latest, [&] {
      if (++times < last) throw Xapian::DatabaseCorruptError("Expected block 2 to be level 1, not 0");
      return indexes.database().get_doccount();
    });
  };
  CHECK(fail_until(3) == 2);
  CHECK(times == 3);
  CHECK(indexes.openings() == openings + 2);
  CHECK(code_of([&] { fail_until(1000); }) == ErrorCode::corrupt);
  CHECK(times == OpenIndexes::most_overtaken);
}
