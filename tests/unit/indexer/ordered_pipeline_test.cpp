// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/ordered_pipeline.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <random>
#include <stdexcept>
#include <thread>
#include <vector>

using Pipeline = nsearch::indexer::OrderedPipeline<int>;
using std::chrono::milliseconds;

namespace {

/// Takes all there is.
std::vector<int> drain(Pipeline& pipeline) {
  std::vector<int> taken;
  std::unique_ptr<int> item;
  for (;;) {
    const auto next = pipeline.next(item, milliseconds(50));
    if (next == Pipeline::Next::end) return taken;
    if (next == Pipeline::Next::item) taken.push_back(*item);
  }
}

Pipeline::Producer counting(int n) {
  return [n](Pipeline& p) {
    for (int i = 0; i < n; ++i) {
      if (!p.submit(std::make_unique<int>(i))) return;
    }
  };
}

}  // namespace

TEST_CASE("items come out in the order in which they went in, however long each takes") {
  Pipeline pipeline(8);
  pipeline.start(counting(300), 4, [] {
    return [](int& item) {
      std::this_thread::sleep_for(std::chrono::microseconds((item * 7919) % 1000));
      item *= 2;
    };
  });
  const std::vector<int> taken = drain(pipeline);
  REQUIRE(taken.size() == 300);
  for (int i = 0; i < 300; ++i) CHECK(taken[static_cast<std::size_t>(i)] == 2 * i);
}

TEST_CASE("a slow taker holds the producer back") {
  std::atomic<int> produced = 0;
  Pipeline pipeline(5);
  pipeline.start(
      [&](Pipeline& p) {
        while (produced < 100 && p.submit(std::make_unique<int>(0))) ++produced;
      },
      2, [] { return [](int&) {}; });
  for (int waited = 0; produced < 5 && waited < 1000; ++waited) std::this_thread::sleep_for(milliseconds(10));
  std::this_thread::sleep_for(milliseconds(50));  // for a sixth, if one were let through
  CHECK(produced == 5);
  std::unique_ptr<int> item;
  REQUIRE(pipeline.next(item, milliseconds(1000)) == Pipeline::Next::item);
  CHECK(drain(pipeline).size() == 99);
}

TEST_CASE("nothing produced is the end, nothing yet a timeout") {
  Pipeline empty(2);
  empty.start([](Pipeline&) {}, 1, [] { return [](int&) {}; });
  CHECK(drain(empty).empty());
  std::atomic<bool> go = false;
  Pipeline waiting(2);
  waiting.start(
      [&](Pipeline&) {
        while (!go) std::this_thread::yield();
      },
      1, [] { return [](int&) {}; });
  std::unique_ptr<int> item;
  CHECK(waiting.next(item, milliseconds(20)) == Pipeline::Next::timeout);
  go = true;
  CHECK(drain(waiting).empty());
}

TEST_CASE("a stopped pipeline still gives what was on its way") {
  Pipeline pipeline(4);
  pipeline.start(counting(1'000'000), 2, [] { return [](int&) {}; });
  std::unique_ptr<int> item;
  REQUIRE(pipeline.next(item, milliseconds(1000)) == Pipeline::Next::item);
  pipeline.stop();
  const std::vector<int> rest = drain(pipeline);
  CHECK(rest.size() < 10);
  for (std::size_t i = 0; i < rest.size(); ++i) CHECK(rest[i] == static_cast<int>(i) + 1);
}

TEST_CASE("an exception on any thread comes out of next()") {
  Pipeline in_worker(4);
  in_worker.start(counting(1000), 2, [] {
    return [](int& item) {
      if (item == 17) throw std::runtime_error("seventeen");
    };
  });
  CHECK_THROWS_WITH(drain(in_worker), "seventeen");
  Pipeline in_producer(4);
  in_producer.start([](Pipeline&) { throw std::runtime_error("producer"); }, 2, [] { return [](int&) {}; });
  CHECK_THROWS_WITH(drain(in_producer), "producer");
}

TEST_CASE("a pipeline that is left alone ends its threads") {
  std::atomic<int> produced = 0;
  {
    Pipeline pipeline(3);
    pipeline.start(
        [&](Pipeline& p) {
          while (p.submit(std::make_unique<int>(0))) ++produced;
        },
        2, [] { return [](int&) {}; });
    std::this_thread::sleep_for(milliseconds(20));
  }
  CHECK(produced == 3);
}
