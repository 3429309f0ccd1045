// SPDX-License-Identifier: GPL-2.0-or-later
// How much memory indexing takes at most: WriterOptions::memory, whatever there is to index.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <exception>
#include <fstream>
#include <functional>
#include <random>
#include <string>

#include "../integration/index_fixture.h"
#include "amount.h"
#include "nsearch/error.h"
#include "nsearch/indexer.h"

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool measurable = false;
#else
constexpr bool measurable = true;
#endif

constexpr std::uint64_t mb = 1 << 20;

std::string word(std::mt19937& random) {
  // Some words come often, most seldom.
  const unsigned rank = 1u << random() % 17;
  std::string text = "w";
  for (unsigned rest = random() % rank; rest != 0; rest /= 21) text += "bcdfghjklmnpqrstvwxyz"[rest % 21];
  return text + "a";
}

/// JSON Lines of articles of so many words.
void write_articles(const std::string& path, int count, int words, const std::string& marked = {}) {
  std::mt19937 random(1);
  std::ofstream out(path);
  for (int i = 0; i < count; ++i) {
    out << R"({"id":"wire-)" << i << R"(","lang":"nl","body":")" << marked;
    for (int j = 0; j < words; ++j) out << word(random) << ' ';
    out << "\"}\n";
  }
}

/// The peak of a process of its own that indexes a file, pages of mapped files included.
std::uint64_t peak(const std::string& file, const std::string& index, unsigned threads) {
  const pid_t child = ::fork();
  if (child == 0) {
    int status = 1;
    try {
      nsearch::IndexRun run;
      run.paths = {file};
      run.writer.threads = threads;
      run.writer.memory = 256 * mb;
      status = nsearch::index_files(index, run).rejected == 0 ? 0 : 1;
    } catch (const std::exception&) {
    }
    ::_exit(status);
  }
  int status = 0;
  struct rusage usage {};
  REQUIRE(::wait4(child, &status, 0, &usage) == child);
  REQUIRE(WIFEXITED(status));
  REQUIRE(WEXITSTATUS(status) == 0);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

}  // namespace

TEST_CASE("memory: neither many documents nor long ones take more than is allowed") {
  if (!measurable) {
    WARN("skipped: sanitizers take memory of their own");
    return;
  }
  IndexFixture fixture;
  const auto file = [&](const char* name) { return fixture.path(name); };
  const int documents = amount("NSEARCH_DOCUMENTS", 200'000);  // millions of them tell more
  write_articles(file("many.jsonl"), documents, 3);
  write_articles(file("changed.jsonl"), documents / 2, 3, "nieuw ");
  write_articles(file("long.jsonl"), 2000, 4000);
  const std::uint64_t many = peak(file("many.jsonl"), file("many.idx"), 2);
  const std::uint64_t changed = peak(file("changed.jsonl"), file("many.idx"), 2);
  const std::uint64_t long_ones = peak(file("long.jsonl"), file("long.idx"), 2);
  INFO("many " << many / mb << " changed " << changed / mb << " long " << long_ones / mb);
  CHECK(many < 256 * mb);
  CHECK(changed < 256 * mb);
  CHECK(long_ones < 256 * mb);
}

TEST_CASE("memory: too little is refused, and what is enough is said") {
  IndexFixture fixture;
  nsearch::IndexRun run;
  run.paths = {fixture.write("a.jsonl", articles_jsonl(0, 1))};
  run.writer.memory = 255 * mb;
  try {
    nsearch::index_files(fixture.index(), run);
    FAIL("taken");
  } catch (const nsearch::Error& error) {
    CHECK(error.code() == nsearch::ErrorCode::usage);
    CHECK(error.way_out().find("256M") != std::string::npos);
  }
}

TEST_CASE("memory: fewer threads than wanted are told") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 1));
  nsearch::IndexRun run;
  run.writer.memory = 256 * mb;
  run.writer.threads = 64;
  const auto told = fixture.run({"a.jsonl"}, run);
  CHECK(told.summary.added == 1);
  REQUIRE(told.events.size() == 1);
  CHECK(told.events.front().find("3 threads: there is no memory for more") != std::string::npos);
}
