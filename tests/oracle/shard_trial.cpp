// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/shard_trial.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "nsearch/index_writer.h"
#include "nsearch/searcher.h"
#include "oracle/corpora.h"
#include "oracle/generator.h"
#include "oracle/smaller.h"

namespace oracle {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t documents = 200, queries_an_index = 400;
constexpr double tolerance = 1e-9;  // of the greater one, or of 1

void index_sharded(const TemporaryIndex& folder, const std::vector<nsearch::Document>& all, unsigned shards) {
  nsearch::WriterOptions options;
  options.threads = 1;
  options.shards = shards;
  nsearch::IndexWriter writer(folder.path(), options);
  for (const nsearch::Document& document : all) writer.add(document);
  writer.commit();
}

/// A stub of the same shards, each served by a process.
std::string serve(const TemporaryIndex& folder, unsigned shards) {
  const fs::path stub = folder.file("served");
  fs::create_directories(stub);
  std::ofstream out(stub / "XAPIANDB");
  for (unsigned i = 1; i <= shards; ++i) {
    const std::string name = "shard-" + std::to_string(i) + "-of-" + std::to_string(shards);
    std::string generation;
    std::ifstream(fs::path(folder.path()) / name / "XAPIANDB") >> generation >> generation;
    out << "remote :xapian-progsrv " << (fs::path(folder.path()) / name / generation).string() << '\n';
  }
  return stub.string();
}

std::string shown(const nsearch::SearchResults& results) {
  std::string text;
  for (const nsearch::Hit& hit : results.hits) text += ' ' + hit.id + '=' + std::to_string(hit.score);
  return text;
}

bool same_score(double a, double b) {
  return std::abs(a - b) <= tolerance * std::max({1.0, std::abs(a), std::abs(b)});
}

bool same(const nsearch::SearchResults& a, const nsearch::SearchResults& b) {
  if (a.diagnostic.has_value() != b.diagnostic.has_value() || a.hits.size() != b.hits.size()) return false;
  for (std::size_t i = 0; i < a.hits.size(); ++i) {
    if (!same_score(a.hits[i].score, b.hits[i].score)) return false;
    if (a.hits[i].id == b.hits[i].id) continue;
    // Sums of the same weights in another order may differ in the last bit, and so equals be told apart.
    const double score = a.hits[i].score;
    const bool among_equals = std::any_of(b.hits.begin(), b.hits.end(), [&](const nsearch::Hit& hit) {
      return hit.id == a.hits[i].id && same_score(hit.score, score);
    });
    if (!among_equals) return false;
  }
  return a.hints.size() == b.hints.size();
}

/// The same documents in one shard and in several.
struct Pair {
  nsearch::Searcher& single;
  nsearch::Searcher& sharded;
};

struct Answers {
  nsearch::SearchResults here, there;
};

Answers ask(const Pair& pair, nsearch::SearchRequest& request, const nsearch::QueryNode& root) {
  request.query = nsearch::to_query_text(root);
  return {pair.single.search(request), pair.sharded.search(request)};
}

/// A smaller query whose answers still differ.
nsearch::QueryNode shrunk(const Pair& pair, nsearch::SearchRequest request, nsearch::QueryNode root) {
  for (bool smaller = true; smaller;) {
    smaller = false;
    for (nsearch::QueryNode& candidate : smaller_trees(root)) {
      const Answers answers = ask(pair, request, candidate);
      if (same(answers.here, answers.there)) continue;
      root = std::move(candidate);
      smaller = true;
      break;
    }
  }
  return root;
}

void report(const Pair& pair, nsearch::SearchRequest request, const nsearch::QueryNode& root) {
  std::cout << "\nbefore shrinking: " << nsearch::to_query_text(root) << '\n';
  const Answers answers = ask(pair, request, shrunk(pair, request, root));
  std::cout << request.query << (request.implicit == nsearch::ImplicitOperator::or_ ? "  (or)" : "")
            << "\n  one shard:" << shown(answers.here) << "\n  several:  " << shown(answers.there)
            << std::endl;
}

}  // namespace

std::size_t run_shards(const ShardRun& run) {
  Random random(run.seed);
  std::size_t asked = 0, differences = 0, telling = 0;
  while (asked < run.queries) {
    const TemporaryIndex one, several;
    const std::vector<nsearch::Document> all = random_documents(random, documents);
    index(one, all);
    index_sharded(several, all, run.shards);
    nsearch::Searcher single({one.path()});
    nsearch::Searcher sharded({run.served ? serve(several, run.shards) : several.path()});
    const Pair pair{single, sharded};
    const Collection collection = read_collection(single);
    Generator generator(collection, random);
    for (std::size_t i = 0; i < queries_an_index && asked < run.queries; ++i, ++asked) {
      nsearch::SearchRequest request;
      const nsearch::QueryNode root = generator.query();
      if (random.one_in(2)) request.implicit = nsearch::ImplicitOperator::or_;
      if (random.one_in(10)) request.languages = {random.pick(collection.languages)};
      request.limit = random.one_in(2) ? 10 : all.size();
      request.documents = request.snippets = request.suggest = false;
      const Answers answers = ask(pair, request, root);
      telling += answers.here.hits.empty() ? 0 : 1;
      if (same(answers.here, answers.there)) continue;
      ++differences;
      report(pair, request, root);
    }
  }
  std::cout << asked << " queries to " << run.shards << (run.served ? " served" : "") << " shards, "
            << telling << " found something: " << differences << " differences, seed " << run.seed << '\n';
  return differences;
}

}  // namespace oracle
