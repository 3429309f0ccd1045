// SPDX-License-Identifier: GPL-2.0-or-later
#include "search_run.h"

#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iomanip>
#include <memory>
#include <thread>

namespace nsearch::bench {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

struct Timed {
  std::vector<double> microseconds;
  SearchResults results;
};

std::vector<Timed> time_each(Searcher& searcher, const SearchRun& run) {
  std::vector<Timed> timed(run.queries.size());
  for (int round = -run.warm; round < run.rounds; ++round) {
    for (std::size_t i = 0; i < run.queries.size(); ++i) {
      const Clock::time_point start = Clock::now();
      SearchResults results = searcher.search(request_of(run.queries[i]));
      if (round < 0) continue;
      timed[i].microseconds.push_back(seconds_since(start) * 1e6);
      if (round == 0) timed[i].results = std::move(results);
    }
  }
  return timed;
}

void write_raw(const std::string& path, const SearchRun& run, const std::vector<Timed>& timed) {
  std::ofstream out(path);
  out << std::fixed << std::setprecision(1);
  for (std::size_t i = 0; i < timed.size(); ++i) {
    out << i << '\t' << run.queries[i].type << '\t' << run.queries[i].language << '\t'
        << timed[i].results.total.estimate << '\t';
    const char* between = "";
    for (const double time : timed[i].microseconds) {
      out << between << time;
      between = ",";
    }
    out << '\t';
    between = "";
    for (const Hit& hit : timed[i].results.hits) {
      out << between << hit.id;
      between = ",";
    }
    out << '\n';
  }
}

double queries_a_second(const SearchRun& run) {
  std::vector<std::unique_ptr<Searcher>> searchers;
  for (unsigned t = 0; t < run.threads; ++t) {
    searchers.push_back(std::make_unique<Searcher>(std::vector<std::string>{run.index}));
    for (int round = 0; round < run.warm; ++round)
      for (const BenchQuery& query : run.queries) searchers.back()->search(request_of(query));
  }
  const std::size_t total = run.queries.size() * static_cast<std::size_t>(run.rounds);
  std::atomic<std::size_t> next{0};
  const Clock::time_point start = Clock::now();
  std::vector<std::thread> threads;
  for (const std::unique_ptr<Searcher>& searcher : searchers) {
    threads.emplace_back([&run, &next, &searcher, total] {
      for (std::size_t i; (i = next++) < total;)
        searcher->search(request_of(run.queries[i % run.queries.size()]));
    });
  }
  for (std::thread& thread : threads) thread.join();
  return static_cast<double>(total) / seconds_since(start);
}

}  // namespace

void run_search(const SearchRun& run) {
  Searcher searcher({run.index});
  const std::vector<Timed> timed = time_each(searcher, run);
  double seconds = 0;
  for (const Timed& query : timed)
    for (const double time : query.microseconds) seconds += time / 1e6;
  if (!run.out.empty()) write_raw(run.out, run, timed);
  const double one = static_cast<double>(run.queries.size()) * run.rounds / seconds;
  const double several = run.threads > 1 ? queries_a_second(run) : 0;
  std::printf(
      R"({"engine":"nsearch","op":"search","queries":%zu,"qps1":%.0f,"threads":%u,"qpsN":%.0f,"peak_mb":%.1f})"
      "\n",
      run.queries.size(), one, run.threads, several, peak_megabytes());
}

}  // namespace nsearch::bench
