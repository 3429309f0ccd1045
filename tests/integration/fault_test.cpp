// SPDX-License-Identifier: GPL-2.0-or-later
// What the world does to an index: each fault is a clear error, and what was committed stays.
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <optional>
#include <thread>

#include "index_fixture.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "nsearch/maintenance.h"
#include "storage/index_directory.h"
#include "storage/open_database.h"

namespace fs = std::filesystem;
using nsearch::Error;
using nsearch::ErrorCode;

namespace {

std::optional<Error> error_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

/// Reads every term, position, value and record.
std::map<std::string, std::string> read_all(const std::string& index) {
  return nsearch::translating_errors(index, [&] { return dump(index); });
}

/// A small file system in memory; skips the test, visibly, where mounting is not allowed.
class SmallDisk {
 public:
  SmallDisk(const IndexFixture& fixture, const char* size) : path_(fixture.path("disk")) {
    fs::create_directories(path_);
    mounted_ = ::mount("tmpfs", path_.c_str(), "tmpfs", 0, (std::string("size=") + size).c_str()) == 0;
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (mounted_) ::umount2(path_.c_str(), MNT_DETACH);
  }
  bool mounted() const { return mounted_; }
  std::string index() const { return path_ + "/news.idx"; }

 private:
  const std::string path_;
  bool mounted_ = false;
};

}  // namespace

TEST_CASE("faults: truncated and missing index files are a corrupt error, never a wrong answer") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 400));
  fixture.run({"a.jsonl"});
  const auto expected = dump(fixture.index());
  const std::string generation =
      fs::path(nsearch::IndexDirectory(fixture.index()).in_force().main).filename();
  int errors = 0, as_before = 0;
  for (const char* file :
       {"postlist.glass", "docdata.glass", "termlist.glass", "position.glass", "iamglass"}) {
    for (const double share : {0.0, 0.3, 0.7, 0.99}) {
      const fs::path copy = fixture.path("copy.idx");
      fs::remove_all(copy);
      fs::copy(fixture.index(), copy, fs::copy_options::recursive);
      const fs::path cut = copy / generation / file;
      fs::resize_file(cut, static_cast<std::uintmax_t>(static_cast<double>(fs::file_size(cut)) * share));
      INFO(file << " cut to " << share);
      const auto error = error_of([&] { as_before += read_all(copy.string()) == expected; });
      REQUIRE(error);
      CHECK(error->code() == ErrorCode::corrupt);
      CHECK_FALSE(error->way_out().empty());
      ++errors;
    }
  }
  CHECK(errors == 20);
  CHECK(as_before == 0);
}

TEST_CASE("faults: a damaged stub is a corrupt error that names it") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 5));
  fixture.run({"a.jsonl"});
  for (const char* stub : {"", "glass", "glass gen-99\n", "\x01\x02\x03"}) {
    fixture.write("news.idx/XAPIANDB", stub);
    const auto error = error_of([&] { read_all(fixture.index()); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::corrupt);
  }
}

TEST_CASE("faults: a full disk is an io error, the last commit stays, and with room again all goes on") {
  IndexFixture fixture;
  const SmallDisk disk(fixture, "12m");
  if (!disk.mounted()) {
    WARN("skipped: no file system can be mounted here");
    return;
  }
  fixture.write("disk/ballast", std::string(4 << 20, 'x'));
  fixture.write("a.jsonl", articles_jsonl(0, 200));
  fixture.run({"a.jsonl"}, {}, disk.index());
  const auto first = dump(disk.index());
  fixture.write("b.jsonl", articles_jsonl(1000, 20000));
  const auto error = error_of([&] { fixture.run({"b.jsonl"}, {}, disk.index()); });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::io);
  // Before it merges a run commits what it has put.
  const auto committed = dump(disk.index());
  CHECK(committed.size() < 5000);
  CHECK(std::includes(committed.begin(), committed.end(), first.begin(), first.end()));
  // The same of what builds a generation.
  for (const auto& work : std::vector<std::function<void()>>{[&] { nsearch::compact_index(disk.index()); },
                                                             [&] { nsearch::reindex(disk.index()); }}) {
    if (const auto refused = error_of(work)) CHECK(refused->code() == ErrorCode::io);
    CHECK(dump(disk.index()) == committed);
  }
  fs::remove(fixture.path("disk/ballast"));
  fixture.write("c.jsonl", articles_jsonl(300, 10));
  CHECK(fixture.run({"c.jsonl"}, {}, disk.index()).summary.documents == committed.size() + 10);
}

TEST_CASE("faults: a disk that is full from the beginning") {
  IndexFixture fixture;
  const SmallDisk disk(fixture, "2m");
  if (!disk.mounted()) {
    WARN("skipped: no file system can be mounted here");
    return;
  }
  fixture.write("a.jsonl", articles_jsonl(0, 20000));
  const auto error = error_of([&] { fixture.run({"a.jsonl"}, {}, disk.index()); });
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::io);
  CHECK(nsearch::open_for_reading(disk.index()).get_doccount() == 0);
  fixture.write("few.jsonl", articles_jsonl(0, 10));
  CHECK(fixture.run({"few.jsonl"}, {}, disk.index()).summary.documents == 10);  // what failed left no rest
}

TEST_CASE("faults: a read-only file system can be read, dumped and backed up, and not written to") {
  IndexFixture fixture;
  const SmallDisk disk(fixture, "8m");
  if (!disk.mounted()) {
    WARN("skipped: no file system can be mounted here");
    return;
  }
  fixture.write("a.jsonl", articles_jsonl(0, 20));
  fixture.run({"a.jsonl"}, {}, disk.index());
  const auto committed = dump(disk.index());
  REQUIRE(::mount("", fixture.path("disk").c_str(), "", MS_REMOUNT | MS_RDONLY, "size=8m") == 0);
  for (const auto& work : std::vector<std::function<void()>>{
           [&] { nsearch::IndexWriter writer(disk.index()); }, [&] { nsearch::compact_index(disk.index()); },
           [&] { nsearch::reindex(disk.index()); }}) {
    const auto error = error_of(work);
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::io);
  }
  CHECK(dump(disk.index()) == committed);
  CHECK(nsearch::backup_index(disk.index(), fixture.path("copy.idx")).documents == 20);
  CHECK(dump(fixture.path("copy.idx")) == committed);
}

TEST_CASE(
    "faults: inputs that vanish, can't be read, or shrink while they are read cost nothing but themselves") {
  IndexFixture fixture;
  fixture.write("in/a.jsonl", articles_jsonl(0, 50));
  fixture.write("in/b.jsonl", articles_jsonl(100, 50));
  fixture.write("in/c.jsonl", articles_jsonl(200, 20000));
  fixture.write("in/z.jsonl", articles_jsonl(90000, 50));
  std::atomic<bool> done{false};
  std::thread vandal([&] {
    // b vanishes, and c shrinks, at whatever moment that is.
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    fs::remove(fixture.path("in/b.jsonl"));
    fs::resize_file(fixture.path("in/c.jsonl"), 100'000);
    done = true;
  });
  nsearch::IndexRun run;
  run.writer.threads = 1;
  const auto told = fixture.run({"in"}, run);
  vandal.join();
  const auto documents = dump(fixture.index());
  for (int i = 0; i < 50; ++i) {
    CHECK(documents.count("a" + std::to_string(i)) == 1);
    CHECK(documents.count("a" + std::to_string(90000 + i)) == 1);
  }
  CHECK(told.summary.rejected <= 2);
  CHECK(told.summary.added == documents.size());
}

TEST_CASE("faults: a file that can't be opened is one rejection") {
  IndexFixture fixture;
  fixture.write("in/a.jsonl", articles_jsonl(0, 5));
  fixture.write("in/secret.jsonl", articles_jsonl(100, 5));
  fs::permissions(fixture.path("in/secret.jsonl"), fs::perms::none);
  fs::create_symlink("loop", fixture.path("in/loop"));
  const auto told = fixture.run({"in"});
  const bool superuser = ::geteuid() == 0;  // may read everything
  CHECK(told.summary.added == (superuser ? 10 : 5));
  CHECK(told.summary.rejected == (superuser ? 1 : 2));
}
