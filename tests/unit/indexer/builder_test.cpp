// SPDX-License-Identifier: GPL-2.0-or-later
#include <sys/resource.h>
#include <xapian.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "builder/api_builder.h"
#include "builder/merge_shards.h"
#include "builder/xapian_document.h"
#include "document_terms.h"
#include "nsearch/error.h"
#include "support.h"

using nsearch::indexer::ApiBuilder;
using nsearch::indexer::DocumentPostings;
using nsearch::indexer::DocumentTerms;

namespace {

DocumentPostings postings_of(int number) {
  DocumentTerms terms;
  DocumentPostings out;
  const std::string id = std::to_string(number);
  terms.make(test::stored(id, "nl", "Titel " + id, "Dalingen na daling " + id + ". Nog een zin."), id, out);
  return out;
}

}  // namespace

TEST_CASE("a database shows exactly the postings that the builder was given") {
  test::TemporaryFolder folder;
  const DocumentPostings postings = postings_of(1);
  ApiBuilder builder(folder / "shard");
  builder.append(postings);
  builder.set_metadata("key", "value");
  builder.commit();
  const Xapian::Database database((folder / "shard").string());
  test::Terms shown;
  for (auto t = database.termlist_begin(1); t != database.termlist_end(1); ++t) {
    std::string text = std::to_string(t.get_wdf());
    char mark = '@';
    for (auto p = t.positionlist_begin(); p != t.positionlist_end(); ++p, mark = ',')
      text += mark + std::to_string(*p);
    shown[*t] = text;
  }
  CHECK(shown == test::terms_of(postings));
  CHECK(shown.at("Bp").substr(0, 2) == "0@");
  const Xapian::Document document = database.get_document(1);
  CHECK(document.get_data() == postings.record);
  std::vector<std::pair<std::uint32_t, std::string>> values;
  for (auto v = document.values_begin(); v != document.values_end(); ++v)
    values.emplace_back(v.get_valueno(), *v);
  CHECK(values == postings.values);
  CHECK(database.get_metadata("key") == "value");
}

TEST_CASE("merging keeps the order of shards and all of each document, in one step or several") {
  const int shard_count = GENERATE(1, 3, 70);
  const rlim_t open_files = GENERATE(RLIM_INFINITY, 240);
  test::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "gen/shards");
  std::vector<std::filesystem::path> shards;
  ApiBuilder reference(folder / "reference");
  int number = 0;
  for (int i = 0; i < shard_count; ++i) {
    shards.push_back(folder / ("gen/shards/" + std::to_string(i)));
    ApiBuilder builder(shards.back());
    for (int j = 0; j < 2; ++j, ++number) {
      builder.append(postings_of(number));
      reference.append(postings_of(number));
    }
    builder.commit();
  }
  reference.commit();
  struct rlimit before {};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  const struct rlimit limited { std::min(open_files, before.rlim_cur), before.rlim_max };
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &limited) == 0);
  nsearch::indexer::merge_shards(shards, folder / "gen", 2);
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
  const Xapian::Database merged((folder / "gen").string()), expected((folder / "reference").string());
  REQUIRE(merged.get_doccount() == static_cast<unsigned>(number));
  REQUIRE(merged.get_lastdocid() == static_cast<unsigned>(number));
  CHECK(merged.get_total_length() == expected.get_total_length());
  for (int i = 0; i < number; ++i) {
    const std::string id = std::to_string(i);
    CHECK(*merged.postlist_begin("Q" + id) == static_cast<unsigned>(i) + 1);
    CHECK(test::dump_of(merged, id) == test::dump_of(expected, id));
  }
  CHECK(std::filesystem::is_empty(folder / "gen/shards"));
}

TEST_CASE("a shard that can't be made is an error of ours") {
  try {
    ApiBuilder builder("/proc/nowhere/shard");
    FAIL("no error");
  } catch (const nsearch::Error& error) {
    CHECK(error.code() == nsearch::ErrorCode::io);
  }
}

TEST_CASE("the estimate of pending memory grows with the text") {
  DocumentTerms terms;
  DocumentPostings small, large;
  std::string body;
  for (int i = 0; i < 1000; ++i) body += "woord" + std::to_string(i) + " ";
  terms.make(test::stored("1", "und", "", "een"), "d", small);
  terms.make(test::stored("2", "und", "", body), "d", large);
  CHECK(nsearch::indexer::pending_bytes(large) > 200'000);
  CHECK(nsearch::indexer::pending_bytes(large) < 600'000);
  CHECK(nsearch::indexer::pending_bytes(small) < 5'000);
}
