// SPDX-License-Identifier: GPL-2.0-or-later
// Following folders. What takes time here is waited for, and given up only after far too long.
#include "nsearch/watch.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <exception>
#include <filesystem>
#include <fstream>
#include <thread>

#include "index_fixture.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"

namespace fs = std::filesystem;

namespace {

std::string text(const std::string& words) {
  return "Titel\n\nEen bericht over " + words + ".\n";
}

/// A watch on its own thread, of the fixture's folder "in".
class Watching {
 public:
  explicit Watching(const IndexFixture& fixture, bool delete_missing = false) : fixture_(fixture) {
    fs::create_directories(fixture.path("in"));
    watch_.run.paths = {fixture.path("in")};
    watch_.run.delete_missing = delete_missing;
    watch_.run.cancelled = [this] { return stop_.load(); };
    watch_.on_batch = [this](const nsearch::IndexSummary&) { ++batches_; };
    thread_ = std::thread([this] {
      try {
        nsearch::watch_folders(fixture_.index(), watch_);
      } catch (...) {
        failure_ = std::current_exception();
      }
    });
  }
  ~Watching() {
    if (thread_.joinable()) end();
  }
  void end() {
    stop_ = true;
    thread_.join();
    if (failure_) std::rethrow_exception(failure_);
  }
  int batches() const { return batches_; }

  /// Whether the index comes to hold documents of exactly these files of "in".
  bool comes_to_hold(std::vector<std::string> files) const {
    for (std::string& file : files) file = fixture_.path("in/" + file);
    std::sort(files.begin(), files.end());
    for (int i = 0; i < 600; ++i) {
      if (held() == files) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
  }

  std::vector<std::string> held() const {
    std::vector<std::string> ids;
    try {
      for (const auto& [id, content] : dump(fixture_.index())) ids.push_back(id);
    } catch (const nsearch::Error&) {
      // not made yet
    }
    return ids;
  }

 private:
  const IndexFixture& fixture_;
  nsearch::WatchRun watch_;
  std::atomic<bool> stop_{false};
  std::atomic<int> batches_{0};
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace

TEST_CASE("watch: what was there, what is dropped, what is moved in, in new folders too") {
  IndexFixture fixture;
  fixture.write("in/before.txt", text("vroeger"));
  Watching watching(fixture);
  REQUIRE(watching.comes_to_hold({"before.txt"}));
  fixture.write("in/dropped.txt", text("later"));
  REQUIRE(watching.comes_to_hold({"before.txt", "dropped.txt"}));
  fixture.write("in/.hidden.txt", text("geheim"));
  fixture.write("aside.txt", text("elders"));
  fs::rename(fixture.path("aside.txt"), fixture.path("in/moved.txt"));
  REQUIRE(watching.comes_to_hold({"before.txt", "dropped.txt", "moved.txt"}));
  fixture.write("in/new/deep/inside.txt", text("diep"));
  REQUIRE(watching.comes_to_hold({"before.txt", "dropped.txt", "moved.txt", "new/deep/inside.txt"}));
  fs::create_directories(fixture.path("tree/sub"));
  fixture.write("tree/sub/whole.txt", text("een boom"));
  fs::rename(fixture.path("tree"), fixture.path("in/tree"));
  REQUIRE(watching.comes_to_hold(
      {"before.txt", "dropped.txt", "moved.txt", "new/deep/inside.txt", "tree/sub/whole.txt"}));
  watching.end();
}

TEST_CASE("watch: a file counts once it is completely written") {
  IndexFixture fixture;
  Watching watching(fixture);
  fixture.write("in/first.txt", text("het begin"));
  REQUIRE(watching.comes_to_hold({"first.txt"}));
  {
    std::ofstream slow(fixture.path("in/slow.txt"));
    slow << "Titel\n\nEen half" << std::flush;
    fixture.write("in/second.txt", text("het vervolg"));
    REQUIRE(watching.comes_to_hold({"first.txt", "second.txt"}));  // and not slow.txt
    slow << " bericht.\n";
  }
  REQUIRE(watching.comes_to_hold({"first.txt", "second.txt", "slow.txt"}));
  CHECK(dump(fixture.index()).at(fixture.path("in/slow.txt")).find("Een half bericht.") != std::string::npos);
  watching.end();
}

TEST_CASE("watch: removed files, where that is asked for, and removed folders") {
  IndexFixture fixture;
  fixture.write("in/a.txt", text("a"));
  fixture.write("in/b.txt", text("b"));
  fixture.write("in/sub/c.txt", text("c"));
  {
    Watching watching(fixture);
    REQUIRE(watching.comes_to_hold({"a.txt", "b.txt", "sub/c.txt"}));
    fs::remove(fixture.path("in/b.txt"));
    fixture.write("in/d.txt", text("d"));
    REQUIRE(watching.comes_to_hold({"a.txt", "b.txt", "d.txt", "sub/c.txt"}));
    watching.end();
  }
  Watching watching(fixture, true);
  REQUIRE(watching.comes_to_hold({"a.txt", "d.txt", "sub/c.txt"}));
  fs::remove(fixture.path("in/d.txt"));
  REQUIRE(watching.comes_to_hold({"a.txt", "sub/c.txt"}));
  fs::remove_all(fixture.path("in/sub"));
  REQUIRE(watching.comes_to_hold({"a.txt"}));
  watching.end();
}

TEST_CASE("watch: other writers come in between, and are waited for") {
  IndexFixture fixture;
  fixture.write("in/a.txt", text("a"));
  Watching watching(fixture);
  REQUIRE(watching.comes_to_hold({"a.txt"}));
  {
    nsearch::WriterOptions options;
    options.wait = std::chrono::seconds(30);
    nsearch::IndexWriter other(fixture.index(), options);
    fixture.write("in/b.txt", text("b"));
    other.add(article(fixture.path("in/of-another"), "Een ander bericht.", "nl"));
    std::this_thread::sleep_for(std::chrono::milliseconds(500));  // it finds the index locked meanwhile
    other.commit();
  }
  CHECK(watching.comes_to_hold({"a.txt", "b.txt", "of-another"}));
  watching.end();
}

TEST_CASE("watch: what is no folder is refused") {
  IndexFixture fixture;
  nsearch::WatchRun watch;
  watch.run.paths = {fixture.write("a.txt", "x")};
  CHECK_THROWS_AS(nsearch::watch_folders(fixture.index(), watch), nsearch::Error);
  CHECK_FALSE(fs::exists(fixture.index()));
}
