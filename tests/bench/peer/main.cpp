// SPDX-License-Identifier: GPL-2.0-or-later
// nsearch among its peers: the verbs that the benchmark of several engines calls.
//
//     nsearch_peer index CORPUS.jsonl DIR [--add]
//     nsearch_peer search DIR QUERIES.jsonl [--rounds=5] [--warm=2] [--threads=2] [--out=FILE]
//     nsearch_peer one DIR LANG TYPE WORD...          a cold query
//     nsearch_peer fresh DIR                          time until an added document is found
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "nsearch/indexer.h"
#include "query_set.h"
#include "search_run.h"

namespace {

using namespace nsearch;

struct Arguments {
  std::vector<std::string> words;
  std::vector<std::string> options;

  std::string option(const std::string& name, const std::string& otherwise) const {
    for (const std::string& given : options) {
      if (given == name) return "1";
      if (given.rfind(name + '=', 0) == 0) return given.substr(name.size() + 1);
    }
    return otherwise;
  }
};

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

int index(const Arguments& arguments) {
  const std::string& directory = arguments.words.at(2);
  const bool add = !arguments.option("--add", "").empty();
  if (!add) std::filesystem::remove_all(directory);
  IndexRun run;
  run.paths = {arguments.words.at(1)};
  const IndexSummary summary = index_files(directory, run);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto documents = static_cast<double>(summary.added + summary.updated);
  const double megabytes = static_cast<double>(summary.bytes) / 1e6;
  std::printf(
      R"({"engine":"nsearch","op":"%s","docs":%.0f,"body_mb":%.2f,"seconds":%.3f,"docs_s":%.0f,"mb_s":%.2f,)"
      R"("cpu_s":%.2f,"peak_mb":%.1f})"
      "\n",
      add ? "add" : "index", documents, megabytes, summary.seconds, documents / summary.seconds,
      megabytes / summary.seconds, seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
      static_cast<double>(usage.ru_maxrss) / 1024);
  return 0;
}

int search(const Arguments& arguments) {
  bench::SearchRun run;
  run.index = arguments.words.at(1);
  run.queries = bench::read_query_set(arguments.words.at(2));
  run.rounds = std::atoi(arguments.option("--rounds", "5").c_str());
  run.warm = std::atoi(arguments.option("--warm", "2").c_str());
  run.threads = static_cast<unsigned>(std::atoi(arguments.option("--threads", "2").c_str()));
  run.out = arguments.option("--out", "");
  bench::run_search(run);
  return 0;
}

int one(const Arguments& arguments) {
  bench::BenchQuery query;
  query.language = arguments.words.at(2);
  query.type = arguments.words.at(3);
  query.terms.assign(arguments.words.begin() + 4, arguments.words.end());
  for (const std::string& term : query.terms) query.text += term + ' ';
  Searcher searcher({arguments.words.at(1)});
  const SearchResults results = searcher.search(bench::request_of(query));
  std::cout << results.total.estimate;
  for (const Hit& hit : results.hits) std::cout << ' ' << hit.id;
  std::cout << '\n';
  return 0;
}

int fresh(const Arguments& arguments) {
  using Clock = std::chrono::steady_clock;
  constexpr int times = 20;
  const std::string& directory = arguments.words.at(1);
  IndexWriter writer(directory);
  Searcher searcher({directory});
  std::vector<double> milliseconds;
  for (int i = 0; i < times; ++i) {
    const std::string word = "zzfresh" + std::to_string(getpid()) + 'x' + std::to_string(i);
    Document document;
    document.id = word;
    document.title = "nouveau";
    document.body = "le ministre " + word + " parle";
    document.language = "fr";
    const Clock::time_point start = Clock::now();
    writer.add(document);
    writer.commit();
    SearchRequest request;
    request.query = word;
    request.snippets = false;
    if (searcher.search(request).hits.size() != 1) {
      std::cerr << word << " was not found\n";
      return 1;
    }
    milliseconds.push_back(std::chrono::duration<double>(Clock::now() - start).count() * 1e3);
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  std::printf(R"({"engine":"nsearch","op":"fresh","ms_p50":%.2f,"ms_max":%.2f})"
              "\n",
              milliseconds[times / 2], milliseconds.back());
  return 0;
}

int usage() {
  std::cerr
      << "usage: nsearch_peer index CORPUS DIR [--add] | search DIR QUERIES [--rounds=N --warm=N --threads=N "
         "--out=FILE] | one DIR LANG TYPE WORD... | fresh DIR\n";
  return 2;
}

int run(const Arguments& arguments) {
  const std::size_t given = arguments.words.size();
  const std::string verb = given == 0 ? "" : arguments.words.front();
  if (verb == "index" && given == 3) return index(arguments);
  if (verb == "search" && given == 3) return search(arguments);
  if (verb == "one" && given > 4) return one(arguments);
  if (verb == "fresh" && given == 2) return fresh(arguments);
  return usage();
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    (word.rfind("--", 0) == 0 ? arguments.options : arguments.words).push_back(word);
  }
  try {
    return run(arguments);
  } catch (const std::exception& e) {
    std::cerr << "nsearch_peer: " << e.what() << '\n';
    return 1;
  }
}
