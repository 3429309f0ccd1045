// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/open_database.h"

#include <cstdlib>

#include "support.h"

using namespace nsearch;
using namespace storage_test;
namespace fs = std::filesystem;

namespace {

Error refusal(const fs::path& index) {
  return error_of([&] { open_for_reading(index); });
}

}  // namespace

TEST_CASE("an index of this build opens") {
  TemporaryFolder folder;
  make_index(folder / "idx", {"nl", "fr", "und"});
  const Xapian::Database database = open_for_reading(folder / "idx");
  CHECK(database.get_doccount() == 3);
  CHECK(languages_of(database) == std::vector<std::string>{"fr", "nl", "und"});
}

TEST_CASE("an empty index opens") {
  TemporaryFolder folder;
  make_index(folder / "idx", {});
  CHECK(open_for_reading(folder / "idx").get_doccount() == 0);
}

TEST_CASE("no index is an error, whatever stands in its place") {
  TemporaryFolder folder;
  CHECK(refusal(folder / "missing").code() == ErrorCode::no_index);
  CHECK(refusal(folder.path()).code() == ErrorCode::no_index);
  write_file(folder / "file", "text");
  CHECK(refusal(folder / "file").code() == ErrorCode::no_index);
  make_shard(folder / "bare", {"fr"});
  CHECK(refusal(folder / "bare").code() == ErrorCode::no_index);
  CHECK_THAT(refusal(folder / "bare").what(), Catch::Contains("not an nsearch index"));
}

TEST_CASE("another program's database behind a stub is refused") {
  TemporaryFolder folder;
  const bool with_documents = GENERATE(false, true);
  {
    Xapian::WritableDatabase foreign((folder / "gen-1").string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    if (with_documents) {
      Xapian::Document document;
      document.add_term("Len");
      foreign.add_document(document);
    }
    foreign.commit();
  }
  write_file(folder / "XAPIANDB", "glass gen-1\n");
  const Error error = refusal(folder.path());
  CHECK(error.code() == ErrorCode::corrupt);
  CHECK_THAT(error.what(), Catch::StartsWith(folder.path().string() + ": not an nsearch index"));
}

TEST_CASE("another format version is refused") {
  TemporaryFolder folder;
  make_index(folder / "newer", {"fr"}, {{"nsearch.format", "2"}});
  const Error error = refusal(folder / "newer");
  CHECK(error.code() == ErrorCode::format_version);
  CHECK_THAT(error.what(), Catch::Contains("index format 2, this build reads 1"));
  CHECK_FALSE(error.way_out().empty());

  make_index(folder / "zero", {"fr"}, {{"nsearch.format", "0"}});
  CHECK(refusal(folder / "zero").code() == ErrorCode::format_version);
  for (const char* nonsense : {"x", "1x", " 1", "99999999999999", "-1"}) {
    make_index(folder / "nonsense", {"fr"}, {{"nsearch.format", nonsense}});
    CHECK(refusal(folder / "nonsense").code() == ErrorCode::corrupt);
  }
}

TEST_CASE("another analysis is refused in a language that the index holds, and only there") {
  TemporaryFolder folder;
  make_index(folder / "nl", {"fr", "nl"}, {{"nsearch.analysis.nl", "0123456789abcdef"}});
  const Error error = refusal(folder / "nl");
  CHECK(error.code() == ErrorCode::analysis_changed);
  CHECK_THAT(error.what(), Catch::Contains("analysis of nl than"));
  CHECK(error.way_out() == "nsearch reindex --index " + (folder / "nl").string());

  make_index(folder / "both", {"fr", "nl", "de"},
             {{"nsearch.analysis.nl", "0"}, {"nsearch.analysis.fr", "0"}});
  CHECK_THAT(refusal(folder / "both").what(), Catch::Contains("analysis of fr, nl than"));

  make_index(folder / "unsaid", {"fr"}, {{"nsearch.analysis.fr", ""}});
  CHECK(refusal(folder / "unsaid").code() == ErrorCode::analysis_changed);

  make_index(folder / "absent", {"fr"}, {{"nsearch.analysis.nl", "0123456789abcdef"}});
  CHECK_NOTHROW(open_for_reading(folder / "absent"));
}

TEST_CASE("several shards are opened as one, each checked alone") {
  TemporaryFolder folder;
  make_shard(folder / "a", {"fr", "nl"});
  make_shard(folder / "b", {"en"});
  write_file(folder / "XAPIANDB", "glass a\nauto b\n");
  const Xapian::Database database = open_for_reading(folder.path());
  CHECK(database.get_doccount() == 3);
  CHECK(languages_of(database) == std::vector<std::string>{"en", "fr", "nl"});

  make_shard(folder / "b", {"en"}, {{"nsearch.analysis.en", "0"}});
  const Error error = refusal(folder.path());
  CHECK(error.code() == ErrorCode::analysis_changed);
  CHECK_THAT(error.what(), Catch::StartsWith((folder / "b").string() + ": "));
}

TEST_CASE("a shard may be an index itself, but not without end") {
  TemporaryFolder folder;
  make_index(folder / "one", {"fr"});
  make_index(folder / "two", {"nl", "en"});
  fs::create_directory(folder / "all");
  write_file(folder / "all" / "XAPIANDB", "auto ../one\nauto ../two\n");
  CHECK(open_for_reading(folder / "all").get_doccount() == 3);
  make_index(folder / "two", {"nl"}, {{"nsearch.format", "7"}});
  CHECK(refusal(folder / "all").code() == ErrorCode::format_version);

  write_file(folder / "all" / "XAPIANDB", "auto ../all\n");
  CHECK(refusal(folder / "all").code() == ErrorCode::corrupt);
}

TEST_CASE("a shard that a program serves is opened and checked") {
  if (std::system("command -v xapian-progsrv >/dev/null 2>&1") != 0) {
    WARN("skipped: xapian-progsrv is not installed");
    return;
  }
  TemporaryFolder folder;
  make_shard(folder / "local", {"fr"});
  make_shard(folder / "served", {"nl", "en"});
  write_file(folder / "XAPIANDB",
             "glass local\nremote :xapian-progsrv " + (folder / "served").string() + "\n");
  CHECK(open_for_reading(folder.path()).get_doccount() == 3);
  make_shard(folder / "served", {"nl"}, {{"nsearch.analysis.nl", "0"}});
  CHECK(refusal(folder.path()).code() == ErrorCode::analysis_changed);
}

TEST_CASE("a shard that can't be reached is unavailable") {
  TemporaryFolder folder;
  make_shard(folder / "local", {"fr"});
  write_file(folder / "XAPIANDB", "glass local\nremote 127.0.0.1:1\n");
  const Error error = refusal(folder.path());
  CHECK(error.code() == ErrorCode::unavailable);
  CHECK_THAT(error.what(), Catch::Contains("127.0.0.1:1"));
}

TEST_CASE("a generation that is not there is damage") {
  TemporaryFolder folder;
  make_index(folder / "idx", {"fr"});
  write_file(folder / "idx" / "XAPIANDB", "glass gen-9\n");
  const Error missing = refusal(folder / "idx");
  CHECK(missing.code() == ErrorCode::corrupt);
  CHECK_THAT(missing.what(), Catch::Contains("gen-9"));

  fs::create_directory(folder / "idx" / "gen-9");
  CHECK(refusal(folder / "idx").code() == ErrorCode::corrupt);
}

TEST_CASE("truncated files of an index are damage") {
  TemporaryFolder folder;
  for (const char* file :
       {"iamglass", "postlist.glass", "docdata.glass", "termlist.glass", "position.glass"}) {
    for (const std::uintmax_t size : {0, 1, 20, 60, 4096}) {
      make_index(folder / "idx", {"fr", "nl"});
      const fs::path path = folder / "idx" / "gen-1" / file;
      if (size < fs::file_size(path)) {
        INFO(file << " of " << size << " bytes");
        fs::resize_file(path, size);
        CHECK(refusal(folder / "idx").code() == ErrorCode::corrupt);
      }
      fs::remove_all(folder / "idx");
    }
  }
}

TEST_CASE("missing files of an index are damage") {
  TemporaryFolder folder;
  for (const char* file : {"iamglass", "postlist.glass"}) {
    make_index(folder / "idx", {"fr", "nl"});
    fs::remove(folder / "idx" / "gen-1" / file);
    INFO(file);
    CHECK(refusal(folder / "idx").code() == ErrorCode::corrupt);
    fs::remove_all(folder / "idx");
  }
}
