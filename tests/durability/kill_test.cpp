// SPDX-License-Identifier: GPL-2.0-or-later
// A writer is killed at a random moment of each phase of its work. Afterwards every committed document is there
// and whole, the index opens at once, and the same work again ends as if it had never been disturbed.
// NSEARCH_KILLS: how often in each phase; NSEARCH_SEED: other moments.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <random>
#include <sstream>
#include <thread>

#include "../integration/index_fixture.h"
#include "amount.h"
#include "nsearch/check.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "nsearch/maintenance.h"

namespace fs = std::filesystem;
using std::chrono::microseconds;
using std::chrono::steady_clock;

namespace {

using Lines = std::map<std::string, std::string>;  // of a dump, by what stands before the language

/// What a child tells: that the phase begins, and after each commit how many documents stand.
class Signals {
 public:
  explicit Signals(int pipe) : pipe_(pipe) {}
  void begin() const { tell(0); }
  void committed(std::uint32_t documents) const { tell(documents + 1); }

 private:
  void tell(std::uint32_t number) const {
    if (::write(pipe_, &number, sizeof number) != sizeof number) ::_exit(2);
  }
  int pipe_;
};

using Work = std::function<void(const std::string& index, const Signals& signals)>;

struct Phase {
  std::string name;
  std::function<void(const std::string& index)> prepare;  ///< what is there before
  Work work;
  bool at_once;  ///< nothing of it shows, or all
};

struct Outcome {
  bool killed = false;
  microseconds phase{0};        ///< how long it took, or until it was killed
  std::uint32_t committed = 0;  ///< told of before the end
};

/// Runs the work in a child and kills it `delay` after the phase began; a negative delay: never.
Outcome run_child(const Work& work, const std::string& index, microseconds delay) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    try {
      work(index, Signals(ends[1]));
    } catch (...) {
      ::_exit(1);
    }
    ::_exit(0);
  }
  ::close(ends[1]);
  Outcome outcome;
  std::uint32_t number = 0;
  REQUIRE(::read(ends[0], &number, sizeof number) == sizeof number);
  const auto begin = steady_clock::now();
  if (delay.count() >= 0) {
    std::this_thread::sleep_for(delay);
    ::kill(child, SIGKILL);
  }
  while (::read(ends[0], &number, sizeof number) == sizeof number) {
    if (number > 0) outcome.committed = number - 1;
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  outcome.phase = std::chrono::duration_cast<microseconds>(steady_clock::now() - begin);
  outcome.killed = WIFSIGNALED(status);
  if (delay.count() < 0) REQUIRE((WIFEXITED(status) && WEXITSTATUS(status) == 0));
  return outcome;
}

/// The lines of an index's dump by id; nothing where it was killed before there was an index.
Lines lines_of(const std::string& index) {
  Lines lines;
  try {
    nsearch::dump_index(index, [&](std::string_view line) {
      std::istringstream begin{std::string(line)};
      std::string id;
      std::getline(begin, id, ',');
      std::getline(begin, id, ',');
      lines.emplace(id, line);
      return true;
    });
  } catch (const nsearch::Error& error) {
    REQUIRE(error.code() == nsearch::ErrorCode::no_index);
  }
  return lines;
}

/// Every document is one of before or one of the end; those from before are there, and at least as many of the
/// end's as were committed.
void check_survivors(const Lines& survivors, const Lines& before, const Lines& end, std::uint32_t committed) {
  std::size_t foreign = 0, lost = 0, done = 0;
  for (const auto& [id, line] : survivors) {
    const auto old = before.find(id), now = end.find(id);
    const bool is_old = old != before.end() && old->second == line;
    const bool is_new = now != end.end() && now->second == line;
    foreign += !is_old && !is_new;
    done += is_new;
  }
  for (const auto& [id, line] : before) lost += survivors.count(id) == 0 && end.count(id) != 0;
  CHECK(foreign == 0);
  CHECK(lost == 0);
  CHECK(done >= committed);
}

/// Rounds until `wanted` of them killed the child (others came too late, it was done), at most four times as many. Gives
/// how many did.
int kill_again_and_again(const Phase& phase, int wanted, std::mt19937& random) {
  IndexFixture fixture;
  const std::string undisturbed = fixture.path("undisturbed.idx");
  phase.prepare(undisturbed);
  const Lines before = lines_of(undisturbed);
  microseconds duration = run_child(phase.work, undisturbed, microseconds(-1)).phase;
  const Lines end = lines_of(undisturbed);
  nsearch::CheckOptions deep;
  deep.deep = true;
  int killed = 0;
  int round = 0;
  for (; killed < wanted && round < 4 * wanted; ++round) {
    INFO(phase.name << ", round " << round);
    const std::string index = fixture.path("killed.idx");
    fs::remove_all(index);
    phase.prepare(index);
    const microseconds delay(random() % static_cast<std::uint64_t>(duration.count() + 1));
    const Outcome outcome = run_child(phase.work, index, delay);
    killed += outcome.killed;
    if (!outcome.killed) duration = std::min(duration, outcome.phase);
    const Lines survivors = lines_of(index);
    check_survivors(survivors, before, end, outcome.committed);
    if (phase.at_once) CHECK((survivors == before || survivors == end));
    if (!survivors.empty()) CHECK(nsearch::check_index(index, deep).problems == 0);
    run_child(phase.work, index, microseconds(-1));
    CHECK((lines_of(index) == end));
  }
  std::cerr << "killed while " << phase.name << ": " << killed << " of " << round << " rounds (phase of "
            << duration.count() / 1000 << " ms)\n";
  return killed;
}

void run_files(const IndexFixture& fixture, const std::string& name, const std::string& index,
               std::function<void(const nsearch::IndexProgress&)> on_progress, std::uint64_t pending,
               const std::string& changes = {}) {
  nsearch::IndexRun run;
  run.paths = {fixture.path(name)};
  run.writer.threads = 2;
  run.writer.pending = pending;
  run.writer.changes = changes;
  run.on_progress = std::move(on_progress);
  nsearch::index_files(index, run);
}

constexpr std::uint64_t roomy = 256u << 20, tight = 256u << 10;

}  // namespace

TEST_CASE("a writer that is killed at any moment loses nothing that was committed") {
  const int kills = amount("NSEARCH_KILLS", 2);  // in each phase
  std::mt19937 random(static_cast<unsigned>(amount("NSEARCH_SEED", 1)));
  IndexFixture inputs;
  inputs.write("all.jsonl", articles_jsonl(0, 1500));
  inputs.write("changed.jsonl", articles_jsonl(0, 300, " nieuw") + articles_jsonl(5000, 200));
  inputs.write("many.jsonl", articles_jsonl(0, 300, " nieuw") + articles_jsonl(6000, 4000));
  inputs.write("large.jsonl", articles_jsonl(0, 3000));
  std::string repeated;
  for (int i = 0; i < 300; ++i) repeated += " nieuw";
  inputs.write("long.jsonl", articles_jsonl(1000, 100, repeated) + articles_jsonl(7000, 80, repeated));
  const std::string large = inputs.path("large.idx");
  run_files(inputs, "large.jsonl", large, {}, roomy);
  const auto a_large_one = [&](const std::string& index) {
    fs::copy(large, index, fs::copy_options::recursive);
  };
  const auto nothing = [](const std::string&) {};
  const auto built = [&](const std::string& index) { run_files(inputs, "all.jsonl", index, {}, roomy); };
  const auto with_gaps = [&](const std::string& index) {
    built(index);
    nsearch::IndexWriter writer(index);
    for (int i = 0; i < 700; ++i) writer.remove("a" + std::to_string(i));
    writer.commit();
  };
  const std::vector<Phase> phases = {
      {"indexing", nothing,
       [&](const std::string& index, const Signals& signals) {
         signals.begin();
         run_files(inputs, "all.jsonl", index, {}, roomy);
       },
       true},
      {"merging", nothing,
       [&](const std::string& index, const Signals& signals) {
         const auto tell = [&](const nsearch::IndexProgress& p) {
           if (p.finishing) signals.begin();
         };
         run_files(inputs, "all.jsonl", index, tell, tight);  // many shards
       },
       true},
      {"committing", nothing,
       [&](const std::string& index, const Signals& signals) {
         nsearch::IndexWriter writer(index);
         signals.begin();
         for (std::uint32_t i = 0; i < 200; ++i) {
           writer.add(article("w" + std::to_string(i), "Een bericht met nummer " + std::to_string(i), "nl"));
           if (i % 10 != 9) continue;
           writer.commit();
           signals.committed(i + 1);
         }
       },
       false},
      {"compacting", with_gaps,
       [&](const std::string& index, const Signals& signals) {
         signals.begin();
         nsearch::compact_index(index);
       },
       true},
      {"updating", built,
       [&](const std::string& index, const Signals& signals) {
         signals.begin();
         run_files(inputs, "changed.jsonl", index, {}, tight);  // many commits
       },
       false},
      {"adding many", built,
       [&](const std::string& index, const Signals& signals) {
         signals.begin();
         run_files(inputs, "many.jsonl", index, {}, roomy);  // built apart, then merged
       },
       false},
      {"changing a large index", a_large_one,
       [&](const std::string& index, const Signals& signals) {
         nsearch::WriterOptions options;
         options.changes = "apart";
         nsearch::IndexWriter writer(index, options);
         signals.begin();
         for (std::uint32_t i = 0; i < 100; ++i) {
           writer.add(article("a" + std::to_string(20 * i), "Een ander bericht " + std::to_string(i), "nl"));
           writer.remove("a" + std::to_string(20 * i + 1));
           if (i % 5 != 4) continue;
           writer.commit();
           signals.committed(i + 1);
         }
       },
       false},
      {"adding many to a large index", a_large_one,
       [&](const std::string& index, const Signals& signals) {
         signals.begin();
         run_files(inputs, "long.jsonl", index, {}, roomy, "apart");
         run_files(inputs, "changed.jsonl", index, {}, roomy, "apart");
       },
       false},
  };
  int killed = 0;
  for (const Phase& phase : phases) killed += kill_again_and_again(phase, kills, random);
  CHECK(killed > 0);
}
