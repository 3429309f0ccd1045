// SPDX-License-Identifier: GPL-2.0-or-later
// What is committed stays, whatever happens to the process that writes.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <functional>
#include <random>
#include <thread>

#include "index_fixture.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "storage/open_database.h"

using nsearch::IndexRun;
using nsearch::IndexWriter;

namespace {

/// Runs `work` in a child process and kills it after a while; true if it was killed before it ended.
bool killed_after(std::chrono::milliseconds delay, const std::function<void()>& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      work();
    } catch (...) {
      ::_exit(1);
    }
    ::_exit(0);
  }
  std::this_thread::sleep_for(delay);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

}  // namespace

TEST_CASE("durability: a first build that is killed leaves an empty index, and the next run completes it") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 2500));
  IndexRun run;
  run.writer.threads = 2;
  fixture.run({"a.jsonl"}, run, fixture.path("undisturbed"));
  const auto expected = dump(fixture.path("undisturbed"));
  int killed = 0;
  std::mt19937 random(11);
  for (int round = 0; round < 4; ++round) {
    const std::string index = fixture.path("idx" + std::to_string(round));
    const std::chrono::milliseconds delay(20 + random() % 400);
    killed += killed_after(delay, [&] { fixture.run({"a.jsonl"}, run, index); });
    try {
      const auto after = dump(index);
      CHECK((after.empty() || after == expected));
    } catch (const nsearch::Error& error) {
      CHECK(error.code() == nsearch::ErrorCode::no_index);  // killed before there was one
    }
    fixture.run({"a.jsonl"}, run, index);
    CHECK(dump(index) == expected);
  }
  CHECK(killed > 0);
}

TEST_CASE("durability: a writer that is killed leaves its last commit, whole") {
  IndexFixture fixture;
  {
    IndexWriter writer(fixture.index());
    writer.add(article("start", "een", "nl"));
    writer.commit();
  }
  int killed = 0;
  std::mt19937 random(5);
  for (int round = 0; round < 10; ++round) {
    const auto work = [&] {
      IndexWriter writer(fixture.index());
      // Each commit holds ten documents of one round and batch.
      for (int i = 0;; ++i) {
        writer.add(
            article(std::to_string(round) + "-" + std::to_string(i), "woord" + std::to_string(i), "nl"));
        if (i % 10 == 9) writer.commit();
      }
    };
    killed += killed_after(std::chrono::milliseconds(30 + random() % 200), work);
    const auto documents = dump(fixture.index());  // reads every term, position, value and record
    CHECK(documents.size() % 10 == 1);
    CHECK(documents.count("start") == 1);
  }
  CHECK(killed == 10);
  IndexWriter writer(fixture.index());
  CHECK(writer.documents() % 10 == 1);
  CHECK(writer.documents() > 1);
}

TEST_CASE("durability: a reader keeps its answers while a generation takes over") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 300));
  fixture.run({"a.jsonl"});
  const Xapian::Database before = nsearch::open_for_reading(fixture.index());
  {
    IndexWriter writer(fixture.index());
    for (int i = 0; i < 300; ++i) writer.remove("a" + std::to_string(i));
    writer.commit();
  }
  fixture.write("b.jsonl", articles_jsonl(1000, 300));
  CHECK(fixture.run({"b.jsonl"}).summary.documents == 300);  // the index is empty: in bulk, a new generation
  CHECK(before.get_doccount() == 300);
  CHECK(dump(fixture.index()).count("a1000") == 1);
}

TEST_CASE("durability: a folder that can't be written to is an io error") {
  if (::geteuid() == 0) {
    // The superuser may write everywhere but to a file system that refuses: /proc.
    try {
      IndexWriter writer("/proc/nsearch.idx");
      FAIL("no error");
    } catch (const nsearch::Error& error) {
      CHECK(error.code() == nsearch::ErrorCode::io);
    }
    return;
  }
  IndexFixture fixture;
  std::filesystem::create_directories(fixture.path("ro"));
  std::filesystem::permissions(fixture.path("ro"), std::filesystem::perms::owner_read);
  try {
    IndexWriter writer(fixture.path("ro"));
    FAIL("no error");
  } catch (const nsearch::Error& error) {
    CHECK(error.code() == nsearch::ErrorCode::io);
  }
  std::filesystem::permissions(fixture.path("ro"), std::filesystem::perms::owner_all);
}
