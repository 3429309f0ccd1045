// SPDX-License-Identifier: GPL-2.0-or-later
// One writer that adds, replaces, deletes, compacts and reindexes, and four readers that never hear of it.
// NSEARCH_STRESS_SECONDS: how long.
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "../integration/index_fixture.h"
#include "amount.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "nsearch/maintenance.h"
#include "nsearch/searcher.h"

namespace {

using std::chrono::steady_clock;

/// Documents that are never touched: every answer must hold all of them. Others, likewise, make the index so large that
/// changes to it are kept apart for a while.
constexpr int fixed = 50, filling = 1500;

struct Shared {
  std::atomic<bool> done{false};
  std::atomic<std::uint64_t> searches{0};
  std::mutex mutex;
  std::vector<std::string> failures;

  void fail(const std::string& what) {
    const std::lock_guard lock(mutex);
    if (failures.size() < 20) failures.push_back(what);
    done = true;
  }
};

void read_once(nsearch::Searcher& searcher, std::mt19937& random, Shared& shared) {
  nsearch::SearchRequest request;
  request.query = "onveranderlijk bericht";
  request.limit = fixed;
  const nsearch::SearchResults results = searcher.search(request);
  if (results.hits.size() != fixed) shared.fail(std::to_string(results.hits.size()) + " fixed documents");
  const std::string id = "fixed" + std::to_string(random() % fixed);
  const auto document = searcher.get(id);
  if (!document || document->body.find("onveranderlijk") == std::string::npos)
    shared.fail(id + " is not whole");
  request.query = "\"wisselend bericht\" OR wisselende";
  request.limit = 300;
  std::set<std::string> ids;
  for (const nsearch::Hit& hit : searcher.search(request).hits) {
    if (hit.snippets.empty()) shared.fail(hit.id + " has no snippet");
    if (!ids.insert(hit.id).second) shared.fail(hit.id + " is there twice");
  }
  ++shared.searches;
}

void keep_reading(const std::string& index, unsigned seed, Shared& shared) {
  std::mt19937 random(seed);
  try {
    nsearch::Searcher searcher({index});
    while (!shared.done) read_once(searcher, random, shared);
  } catch (const std::exception& error) {
    shared.fail(error.what());
  }
}

struct Written {
  int commits = 0, compactions = 0, reindexings = 0, backups = 0;
};

void change(const std::string& index, std::mt19937& random, Written& written) {
  nsearch::WriterOptions options;
  options.changes = random() % 8 == 0 ? "in-place" : "apart";
  nsearch::IndexWriter writer(index, options);
  for (int commit = 0; commit < 3; ++commit, ++written.commits) {
    for (int i = 0; i < 20; ++i) {
      const std::string n = std::to_string(random() % 300);
      if (random() % 3 == 0) {
        writer.remove("changing" + n);
      } else {
        writer.add(
            article("changing" + n, "Een wisselend bericht, nummer " + std::to_string(random()), "nl"));
      }
    }
    writer.commit();
  }
}

Written keep_writing(const IndexFixture& fixture, int seconds, Shared& shared) {
  std::mt19937 random(7);
  Written written;
  const std::string index = fixture.index();
  const auto end = steady_clock::now() + std::chrono::seconds(seconds);
  try {
    for (int round = 1; steady_clock::now() < end && !shared.done; ++round) {
      change(index, random, written);
      if (round % 4 == 0) nsearch::compact_index(index), ++written.compactions;
      if (round % 9 == 0) nsearch::reindex(index), ++written.reindexings;
      if (round % 6 == 0) {
        nsearch::BackupOptions options;
        options.replace = true;
        nsearch::backup_index(index, fixture.path("copy.idx"), options);
        ++written.backups;
      }
    }
  } catch (const std::exception& error) {
    shared.fail(std::string("the writer: ") + error.what());
  }
  shared.done = true;
  return written;
}

}  // namespace

TEST_CASE("one writer and four readers: no error reaches a reader, and every answer is whole") {
  IndexFixture fixture;
  {
    nsearch::IndexWriter writer(fixture.index());
    for (int i = 0; i < fixed; ++i)
      writer.add(article("fixed" + std::to_string(i),
                         "Een onveranderlijk bericht, nummer " + std::to_string(i), "nl"));
    for (int i = 0; i < filling; ++i)
      writer.add(article("filling" + std::to_string(i),
                         "Een vulling, een stuk over zaak " + std::to_string(i), "nl"));
    writer.commit();
  }
  Shared shared;
  std::vector<std::thread> readers;
  for (unsigned i = 0; i < 4; ++i) readers.emplace_back(keep_reading, fixture.index(), i, std::ref(shared));
  const Written written = keep_writing(fixture, amount("NSEARCH_STRESS_SECONDS", 20), shared);
  for (std::thread& reader : readers) reader.join();
  for (const std::string& failure : shared.failures) FAIL_CHECK(failure);
  std::cerr << "stress: " << shared.searches << " rounds of searches, " << written.commits << " commits, "
            << written.compactions << " compactions, " << written.reindexings << " reindexings, "
            << written.backups << " backups\n";
  CHECK(shared.searches > 0);
  CHECK(written.commits > 0);
}
