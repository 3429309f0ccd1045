// SPDX-License-Identifier: GPL-2.0-or-later
//
// nsearch_oracle: random queries, answered by the searcher and by a slow and plain evaluation of every document's
// tokens. docs/testing.md says how to run it.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>

#include "oracle/alert_trial.h"
#include "oracle/corpora.h"
#include "oracle/generator.h"
#include "oracle/layout.h"
#include "oracle/tally.h"
#include "oracle/trial.h"
#include "oracle/twin.h"
#include "paths.h"

namespace {

using namespace oracle;

constexpr std::size_t queries_per_index = 2500, queries_per_layout = 400, random_number = 200,
                      most_reports = 10;
constexpr unsigned rounds = 3, documents_per_round = 6;
constexpr unsigned trivial_in_all = 2;  // at most one answer in so many is empty or everything

struct Options {
  std::size_t count = 2000;
  std::uint64_t seed = 1;
  std::string corpus = "random";
  std::size_t documents = 40;
  bool show = false;
  bool alerts = false;
  Layout layout;
};

/// Real articles in four languages, of the data that the project measures with, or of its own examples.
std::vector<std::string> real_files(const std::string& corpus) {
  const std::string shared = NSEARCH_SHARED_DATA "/data/corpora/", own = NSEARCH_SOURCE_DIR "/corpora/";
  if (corpus == "examples")
    return {own + "fr/economie.jsonl", own + "nl/economie.jsonl", own + "en/tech.jsonl",
            own + "other/de.jsonl"};
  return {shared + "orangesum-fr.jsonl.gz", shared + "npo2023-nos-nl.jsonl.gz",
          shared + "conll2002-nl.jsonl.gz", shared + "wikinews-en.jsonl.gz", shared + "10kgnad-de.jsonl.gz"};
}

class Run {
 public:
  explicit Run(const Options& options) : options_(options), random_(options.seed) {}

  int all() {
    const auto begin = std::chrono::steady_clock::now();
    while (tally_.queries < options_.count && reported_ < most_reports) one_index();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    tally_.print(std::cout);
    std::cout << ranked_ << " queries of plain words, whose " << scores_ << " scores were compared\n";
    if (options_.layout.recent)
      std::cout << "changes were kept apart in " << apart_ << " of " << shards_ << " shards, with " << dead_
                << " dead\n";
    std::cout << tally_.queries << " queries, seed " << options_.seed << ", corpus " << options_.corpus
              << ": " << reported_ << " differences, "
              << static_cast<int>(static_cast<double>(tally_.queries) / seconds.count()) << " queries/s\n";
    return reported_ == 0 ? 0 : 1;
  }

 private:
  void one_index() {
    if (!options_.layout.plain()) return one_layout();
    const TemporaryIndex folder;
    if (options_.corpus == "random") {
      index(folder, random_documents(random_, random_number));
    } else {
      index_lines(folder, real_files(options_.corpus), options_.documents, random_);
    }
    nsearch::Searcher searcher({folder.path()});
    const Collection collection = read_collection(searcher);
    Trial trial(searcher, collection);
    ask_all(trial, collection, queries_per_index);
  }

  void one_layout() {
    LaidOut index(options_.layout, random_documents(random_, random_number), random_);
    if (options_.layout.recent) change(index);
    nsearch::Searcher searcher({index.path()});
    const Collection collection = read_collection(searcher, index.dead());
    shards_ += options_.layout.shards;
    apart_ += index.apart();
    dead_ += collection.dead.size();
    check_in_force(collection, index);
    Twin twin(index);
    Trial trial(searcher, collection, &twin);
    ask_all(trial, collection, queries_per_layout);
  }

  void change(LaidOut& index) {
    const bool only_grows = random_.one_in(4);  // then nothing is dead
    for (unsigned round = 0; round < rounds; ++round) {
      std::vector<nsearch::Document> come = random_documents(random_, documents_per_round);
      for (nsearch::Document& document : come) document.id += " of round " + std::to_string(round);
      only_grows ? index.grow(come) : index.change(std::move(come), random_);
    }
  }

  /// The index gives back what was added last.
  void check_in_force(const Collection& collection, const LaidOut& index) {
    bool same = collection.articles.size() == index.documents().size();
    for (const Article& article : collection.articles) {
      const auto added = index.documents().find(article.document.id);
      same = same && added != index.documents().end() && added->second.title == article.document.title &&
             added->second.body == article.document.body && added->second.facets == article.document.facets;
    }
    if (same) return;
    ++reported_;
    std::cout << "\nthe index holds other documents than were added" << std::endl;
  }

  void ask_all(Trial& trial, const Collection& collection, std::size_t queries) {
    Generator generator(collection, random_);
    for (std::size_t i = 0; i < queries && tally_.queries < options_.count && reported_ < most_reports;) {
      i += ask(generator, trial, collection) ? 1 : 0;
      rank(generator, trial);
    }
    scores_ += trial.scores;
  }

  void rank(Generator& generator, Trial& trial) {
    const std::optional<std::string> problem = trial.compare_scores(generator.words());
    ranked_ += problem ? 1 : 0;
    if (!problem || problem->empty()) return;
    ++reported_;
    std::cout << "\nthe scores differ\n  " << *problem << std::endl;
  }

  Asked next(Generator& generator, const Collection& collection) {
    Asked asked{generator.query(), nsearch::ImplicitOperator::and_, {}};
    if (random_.one_in(2)) asked.implicit = nsearch::ImplicitOperator::or_;
    if (random_.one_in(10)) asked.languages = {random_.pick(collection.languages)};
    return asked;
  }

  /// False where the query doesn't count: there were enough without a telling answer.
  bool ask(Generator& generator, Trial& trial, const Collection& collection) {
    const Asked asked = next(generator, collection);
    const Outcome outcome = trial.run(asked);
    if (!outcome.problem.empty()) report(asked, outcome, trial, collection);
    const bool telling = !outcome.expected.empty() && outcome.expected.size() < collection.articles.size();
    const std::size_t trivial = tally_.queries - tally_.telling;
    if (!telling && (trivial + 1) * trivial_in_all > tally_.queries + 1) return false;
    tally_.add(asked.root, telling);
    if (options_.show) std::cerr << outcome.expected.size() << '\t' << outcome.text << '\n';
    return true;
  }

  /// A difference that does not come again is shown as it was: made smaller it would be about nothing.
  void report(const Asked& asked, const Outcome& first, Trial& trial, const Collection& collection) {
    ++reported_;
    const bool again = !trial.run(asked).problem.empty();
    const Asked small = again ? trial.shrink(asked) : asked;
    const Outcome outcome = again ? trial.run(small, outcome_shape(trial, asked)) : first;
    std::cout << "\n"
              << outcome.problem << (again ? "" : ", and then no more") << "\n  query: " << outcome.text
              << "\n  words side by side: "
              << (small.implicit == nsearch::ImplicitOperator::and_ ? "and" : "or") << "\n";
    for (const std::string& language : small.languages) std::cout << "  only in: " << language << '\n';
    list("expected, not found", outcome.expected, outcome.found, collection);
    list("found, not expected", outcome.found, outcome.expected, collection);
    std::cout << "  before shrinking: " << nsearch::to_query_text(asked.root) << std::endl;
  }

  static bool outcome_shape(Trial& trial, const Asked& asked) {
    return trial.run(asked).problem.rfind("what was printed parses", 0) == 0;
  }

  static void list(const std::string& what, const std::set<std::string>& ids,
                   const std::set<std::string>& others, const Collection& collection) {
    std::vector<std::string> only;
    std::set_difference(ids.begin(), ids.end(), others.begin(), others.end(), std::back_inserter(only));
    if (only.empty()) return;
    std::cout << "  " << what << ": " << only.size() << ", the first " << only.front() << '\n';
    for (const Article& article : collection.articles) {
      const nsearch::StoredDocument& document = article.document;
      if (document.id != only.front()) continue;
      std::cout << "    [" << document.language << "] " << document.title << " | "
                << document.body.substr(0, 1000) << '\n';
    }
  }

  Options options_;
  Random random_;
  Tally tally_;
  std::size_t reported_ = 0;
  std::size_t ranked_ = 0, scores_ = 0;            ///< queries and hits whose scores were compared
  std::size_t shards_ = 0, apart_ = 0, dead_ = 0;  ///< of all indexes
};

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Asks the searcher and a slow evaluation of all tokens the same random queries");
  app.add_option("--count", options.count, "queries")->capture_default_str();
  app.add_option("--seed", options.seed, "of the random numbers")->capture_default_str();
  app.add_option("--corpus", options.corpus, "random, examples (the project's) or real")
      ->check(CLI::IsMember({"random", "examples", "real"}))
      ->capture_default_str();
  app.add_option("--documents", options.documents, "of each file of a corpus that is not random")
      ->capture_default_str();
  app.add_flag("--show", options.show, "print every query with the size of its answer on standard error");
  app.add_flag("--alerts", options.alerts,
               "compare what saved searches are told with what searches of the whole index find");
  app.add_option("--shards", options.layout.shards, "among which random documents are routed")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  app.add_flag("--served", options.layout.served, "each shard is served by xapian-progsrv");
  app.add_flag("--recent", options.layout.recent, "the index is changed, and its changes are kept apart");
  CLI11_PARSE(app, argc, argv);
  if (options.corpus != "random" && !options.layout.plain()) {
    std::cerr << "only random documents are laid out otherwise\n";
    return 2;
  }
  if (options.layout.served && std::system("command -v xapian-progsrv >/dev/null 2>&1") != 0) {
    std::cout << "skipped: xapian-progsrv is not installed\n";
    return 4;
  }
  if (options.alerts) return run_alerts(options.count, options.seed, options.layout) == 0 ? 0 : 1;
  if (options.corpus != "random") {
    for (const std::string& file : real_files(options.corpus)) {
      if (std::filesystem::exists(file)) continue;
      std::cout << "skipped: no " << file << '\n';
      return 4;
    }
  }
  return Run(options).all();
}
