// SPDX-License-Identifier: GPL-2.0-or-later
#include "batch.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "nsearch/error.h"

using namespace nsearch;
using namespace nsearch::cli;

TEST_CASE("a batch is lines of id, tab, text") {
  std::istringstream in("q1\tdistillation AND Nvidia\r\n\nq2\ta\tb\n");
  const auto batch = read_batch(in, "f");
  REQUIRE(batch.size() == 2);
  CHECK(batch[0].id == "q1");
  CHECK(batch[0].text == "distillation AND Nvidia");
  CHECK(batch[1].text == "a\tb");
}

TEST_CASE("a line without a tab is named") {
  std::istringstream in("q1\ta\nno tab here\n");
  try {
    read_batch(in, "queries.tsv");
    FAIL("accepted");
  } catch (const Error& e) {
    CHECK(e.code() == ErrorCode::usage);
    CHECK(std::string(e.what()).find("queries.tsv:2") == 0);
  }
}

TEST_CASE("a batch file that is not there is an i/o error") {
  try {
    read_batch_file("/nowhere/queries.tsv");
    FAIL("accepted");
  } catch (const Error& e) {
    CHECK(e.code() == ErrorCode::io);
  }
}
