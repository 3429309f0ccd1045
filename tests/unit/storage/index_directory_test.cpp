// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/index_directory.h"

#include <atomic>
#include <set>
#include <thread>

#include "storage/open_database.h"
#include "support.h"

using namespace nsearch;
using namespace storage_test;
namespace fs = std::filesystem;

namespace {

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

using Names = std::set<std::string>;
using List = std::vector<std::string>;

/// Makes generation after generation and removes the former one each time.
void publish_often(const IndexDirectory& index, int times) {
  for (int i = 1; i <= times; ++i) {
    const fs::path generation = index.next();
    make_shard(generation, {"fr"}, {{"test.number", std::to_string(i)}});
    index.publish({generation, {}});
    index.remove_leftovers();
  }
}

}  // namespace

TEST_CASE("where no index is, the error says how to make one") {
  TemporaryFolder folder;
  const std::string missing = (folder / "news.idx").string();
  for (const std::string& path : {missing, folder.path().string()}) {
    const IndexDirectory index(path);
    CHECK_FALSE(index.exists());
    const Error error = error_of([&] { index.generations(); });
    CHECK(error.code() == ErrorCode::no_index);
    CHECK(error.what() == path + ": no index here");
    CHECK(error.way_out() == "make one: nsearch index PATH... --index " + path);
    CHECK(error_of([&] { index.in_force(); }).code() == ErrorCode::no_index);
    CHECK(error_of([&] { index.bytes(); }).code() == ErrorCode::no_index);
  }
  write_file(folder / "file", "text");
  CHECK_FALSE(IndexDirectory(folder / "file").exists());
  CHECK(error_of([&] { IndexDirectory(folder / "file").generations(); }).code() == ErrorCode::no_index);
}

TEST_CASE("a Xapian database without a stub is no index of ours") {
  TemporaryFolder folder;
  make_shard(folder / "db", {"fr"});
  const Error error = error_of([&] { IndexDirectory(folder / "db").in_force().main; });
  CHECK(error.code() == ErrorCode::no_index);
  CHECK_THAT(error.what(), Catch::Contains("not an nsearch index"));
}

TEST_CASE("a stub that can't be read is an io error") {
  TemporaryFolder folder;
  fs::create_directory(folder / "XAPIANDB");
  const Error error = error_of([&] { IndexDirectory(folder.path()).generations(); });
  CHECK(error.code() == ErrorCode::io);
  CHECK_THAT(error.what(), Catch::StartsWith((folder / "XAPIANDB").string() + ": "));

  const IndexDirectory loop(folder / "loop");
  fs::create_symlink("loop", folder / "loop");
  CHECK(error_of([&] { loop.exists(); }).code() == ErrorCode::io);
  CHECK(error_of([&] { loop.generations(); }).code() == ErrorCode::io);
}

TEST_CASE("the stub names the generations in force") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  const auto generations_of = [&](const std::string& stub) {
    write_file(index.stub(), stub);
    return index.generations();
  };
  CHECK(generations_of("glass gen-3\n") == List{"gen-3"});
  CHECK(generations_of("auto gen-3") == List{"gen-3"});
  CHECK(generations_of("# made by hand\n\nauto gen-3\n#glass gen-4\n") == List{"gen-3"});
  CHECK(generations_of("glass a b\nremote host:1234\nglass ../c\nremote [::1]:80\nremote :ssh host\n") ==
        List{"a b", "../c"});
  CHECK(generations_of("remote host:1234\n").empty());
  CHECK(index.exists());
}

TEST_CASE("a stub that is not understood names its line") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  for (const char* line :
       {"foo gen-3", "glass", "glass ", " glass gen-3", "gen-3", "remote host",
        "remote host:", "remote host:port", "remote host:99999", "remote host:1x", "remote :", "remote"}) {
    INFO(line);
    write_file(index.stub(), std::string("# comment\n") + line + "\n");
    const Error error = error_of([&] { index.generations(); });
    CHECK(error.code() == ErrorCode::corrupt);
    CHECK_THAT(error.what(), Catch::Contains("XAPIANDB:2: "));
  }
  for (const char* empty : {"", "\n", "# nothing\n"}) {
    write_file(index.stub(), empty);
    CHECK(error_of([&] { index.generations(); }).code() == ErrorCode::corrupt);
  }
}

TEST_CASE("Xapian itself opens an index folder, to read and to write") {
  TemporaryFolder folder;
  make_index(folder / "idx", {"fr", "nl"});
  CHECK(Xapian::Database((folder / "idx").string()).get_doccount() == 2);
  Xapian::WritableDatabase writer((folder / "idx").string(), Xapian::DB_OPEN);
  writer.add_document(Xapian::Document());
  writer.commit();
  CHECK(Xapian::Database((folder / "idx" / "gen-1").string()).get_doccount() == 3);
}

TEST_CASE("the writer's generation is the only one that the stub names") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  write_file(index.stub(), "glass gen-3\n");
  CHECK(index.in_force().main == folder / "gen-3");
  for (const char* stub :
       {"glass gen-3\nglass other\n", "remote host:1234\n", "glass gen-3\nremote host:1234\n"}) {
    write_file(index.stub(), stub);
    CHECK(error_of([&] { index.in_force(); }).code() == ErrorCode::usage);
  }
}

TEST_CASE("a second generation in the stub is that of recent changes") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  write_file(index.stub(), "glass gen-3\nglass gen-4\n");
  CHECK(index.in_force().main == folder / "gen-3");
  CHECK(index.in_force().recent == folder / "gen-4");
  write_file(index.stub(), "glass gen-3\nglass gen-4\nglass gen-5\n");
  CHECK(error_of([&] { index.in_force(); }).code() == ErrorCode::usage);
  for (const char* name : {"gen-1", "gen-3", "gen-4"}) fs::create_directory(folder / name);
  const IndexDirectory::InForce both{folder / "gen-3", folder / "gen-4"};
  index.publish(both);
  index.remove_leftovers();
  CHECK(index.in_force() == both);
  CHECK_FALSE(fs::exists(folder / "gen-1"));
  CHECK(fs::exists(folder / "gen-4"));
}

TEST_CASE("a trailing slash changes nothing") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path().string() + "/");
  CHECK(index.path() == folder.path());
  CHECK(index.stub() == folder / "XAPIANDB");
}

TEST_CASE("the next generation is numbered above all present") {
  TemporaryFolder folder;
  const IndexDirectory index(folder / "idx");
  CHECK(index.next() == folder / "idx" / "gen-1");
  CHECK_FALSE(fs::exists(index.path()));

  fs::create_directories(index.path() / "gen-2");
  CHECK(index.next().filename() == "gen-3");
  fs::create_directories(index.path() / "gen-10");
  for (const char* other :
       {"gen-", "gen-99x", "gen-x99", "other-50", "gen--70", "gen-99999999999999999999"}) {
    fs::create_directories(index.path() / other);
  }
  CHECK(index.next().filename() == "gen-11");
  write_file(index.stub(), "glass gen-20\n");
  CHECK(index.next().filename() == "gen-21");
}

TEST_CASE("publishing puts a generation in force") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  for (const char* expected : {"gen-1", "gen-2"}) {
    const fs::path generation = index.next();
    make_shard(generation, {"fr"});
    index.publish({generation, {}});
    CHECK(read_file(index.stub()) == std::string("glass ") + expected + "\n");
    CHECK(index.in_force().main == folder / expected);
    CHECK(Xapian::Database(folder.path().string()).get_doccount() == 1);
  }
  CHECK(names_in(folder.path()) == Names{"XAPIANDB", "gen-1", "gen-2", "nsearch.lock"});
}

TEST_CASE("when publishing fails the former generation stays") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  make_index(folder.path(), {"fr"});
  CHECK(error_of([&] { index.publish({folder / "gen-2", {}}); }).code() == ErrorCode::io);
  CHECK(index.in_force().main == folder / "gen-1");

  make_shard(folder / "gen-2", {"fr"});
  fs::create_directory(folder / "XAPIANDB.tmp");  // in the way of the new stub
  CHECK(error_of([&] { index.publish({folder / "gen-2", {}}); }).code() == ErrorCode::io);
  CHECK(index.in_force().main == folder / "gen-1");
}

TEST_CASE("leftovers are removed, and nothing else") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  make_index(folder.path(), {"fr"});
  make_shard(folder / "gen-2", {"fr"});
  fs::create_directory(folder / "gen-3");
  fs::create_directory(folder / "gen-keep");
  for (const char* name : {"XAPIANDB.tmp", "nsearch.lock", "notes.txt", "gen-4"}) {
    write_file(folder / name, "text");
  }
  const std::string in_force = GENERATE(as<std::string>(), "gen-2", "gen-2/", "./gen-2");
  write_file(index.stub(), "glass " + in_force + "\n");
  index.remove_leftovers();
  CHECK(names_in(folder.path()) == Names{"XAPIANDB", "gen-2", "gen-keep", "nsearch.lock", "notes.txt"});
}

TEST_CASE("without a stub that says what is in force nothing is removed") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  make_index(folder.path(), {"fr"});
  fs::create_directory(folder / "gen-2");
  fs::remove(index.stub());
  index.remove_leftovers();
  CHECK(names_in(folder.path()) == Names{"gen-1", "gen-2"});
  write_file(index.stub(), "rubbish");
  index.remove_leftovers();
  CHECK(names_in(folder.path()) == Names{"XAPIANDB", "gen-1", "gen-2"});
}

TEST_CASE("the size of an index is that of what is in force") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  for (const char* name : {"gen-1", "gen-2", "gen-3"}) {
    fs::create_directories(folder / name / "deeper");
    write_file(folder / name / "a", std::string(1000, 'a'));
    write_file(folder / name / "deeper" / "b", std::string(234, 'b'));
  }
  write_file(index.stub(), "glass gen-1\nglass gen-3\nremote host:1\n");
  CHECK(index.bytes() == 2 * 1234);
  fs::remove_all(folder / "gen-3");
  CHECK(error_of([&] { index.bytes(); }).code() == ErrorCode::io);
}

TEST_CASE("readers open the index at any moment of publishing") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  publish_often(index, 1);
  constexpr int times = 50;
  std::atomic<bool> done = false;
  std::vector<std::string> faults;
  std::set<int> seen;
  std::thread reader([&] {
    int last = 0;
    while (!done || seen.empty()) {
      try {
        const Xapian::Database database = open_for_reading(folder.path());
        const int number = std::stoi(database.get_metadata("test.number"));
        if (number < last && last != 1) {
          faults.push_back("went back to " + std::to_string(number));
        }
        if (database.get_doccount() != 1 || !database.has_positions() ||
            database.get_document(1).get_data() != "data of fr") {
          faults.push_back("is not whole");
        }
        seen.insert(last = number);
      } catch (const Error& e) {
        faults.push_back(e.what());
      } catch (const Xapian::Error& e) {
        faults.push_back(e.get_description());
      }
    }
  });
  publish_often(index, times);
  done = true;
  reader.join();
  CHECK(faults == std::vector<std::string>());
  CHECK(seen.size() > 5);
  CHECK(names_in(folder.path()) == Names{"XAPIANDB", "gen-51", "nsearch.lock"});
}
