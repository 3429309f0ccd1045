// SPDX-License-Identifier: GPL-2.0-or-later
// Whoever tells of alerts is killed at a random moment, again and again, while documents come. Afterwards every match was told,
// and one that was told twice was told by the one who was killed: the run had not been noted down.
// NSEARCH_KILLS: how often; NSEARCH_SEED: other moments.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <thread>

#include "../integration/search_fixture.h"
#include "amount.h"
#include "nsearch/alerts.h"

namespace {

constexpr int alerts_kept = 40, documents_a_round = 12;

std::string name(int number) {
  return "a" + std::to_string(100 + number);
}

void add_line(const std::string& path, const std::string& line) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
  if (::write(file, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(2);
  ::close(file);
}

/// One run, which writes each batch with one write; false where it was killed.
bool run_child(const std::string& index, const std::string& output, nsearch::NoteTold note,
               std::chrono::microseconds delay) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    try {
      nsearch::AlertRun run;
      run.note = note;
      nsearch::Alerts({index}).run(run, [&](const nsearch::AlertBatch& batch) {
        std::string lines;
        for (const auto& match : batch.matches)
          lines += batch.alert.name + " " + match.document->id + " " + std::to_string(match.sequence) + "\n";
        add_line(output, lines);
        return true;
      });
    } catch (...) {
      ::_exit(1);
    }
    ::_exit(0);
  }
  if (delay.count() >= 0) {
    std::this_thread::sleep_for(delay);
    ::kill(child, SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFEXITED(status)) REQUIRE(WEXITSTATUS(status) == 0);
  return WIFEXITED(status);
}

std::map<std::string, int> counted(const std::string& output) {
  std::map<std::string, int> counts;
  std::ifstream file(output);
  for (std::string line; std::getline(file, line);) ++counts[line];
  return counts;
}

}  // namespace

TEST_CASE("who tells of alerts may be killed at any moment: all is told, twice only what was being told") {
  const int rounds = amount("NSEARCH_KILLS", 2) * 4;
  std::mt19937 random(static_cast<unsigned>(amount("NSEARCH_SEED", 1)));
  const auto note = GENERATE(nsearch::NoteTold::at_end, nsearch::NoteTold::each_batch);
  const LiveIndex index;
  const std::string output = index.path() + ".told";
  index.write({article("begin", "nl", "", "Begin")});
  std::vector<nsearch::Alert> alerts(alerts_kept);
  for (int i = 0; i < alerts_kept; ++i) {
    alerts[static_cast<std::size_t>(i)].name = name(i);
    alerts[static_cast<std::size_t>(i)].query = i % 2 == 0 ? "even" : "oneven";
  }
  nsearch::Alerts({index.path()}).add(alerts);
  std::chrono::microseconds longest(0);  // that a run took which nobody disturbed
  int killed = 0, told_twice = 0;
  int documents = 0;
  for (int round = 0; round < rounds; ++round) {
    std::vector<nsearch::Document> come;
    for (int i = 0; i < documents_a_round; ++i, ++documents)
      come.push_back(article("d" + std::to_string(documents), "nl", "",
                             (documents % 2 == 0 ? "even " : "oneven ") + std::to_string(documents)));
    index.write(come);
    if (round == 0) {
      const auto begin = std::chrono::steady_clock::now();
      run_child(index.path(), output, note, std::chrono::microseconds(-1));
      longest =
          std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
      continue;
    }
    const std::chrono::microseconds delay(random() % static_cast<std::uint64_t>(longest.count() + 1));
    if (run_child(index.path(), output, note, delay)) continue;
    ++killed;
    // Of each batch that was noted nothing comes again; one at most was told and not noted.
    const std::map<std::string, int> before = counted(output);
    run_child(index.path(), output, note, std::chrono::microseconds(-1));
    std::set<std::string> again;
    for (const auto& [line, times] : counted(output)) {
      const auto known = before.find(line);
      if (known != before.end() && times > known->second) again.insert(line.substr(0, line.find(' ')));
    }
    told_twice += static_cast<int>(again.size());
    if (note == nsearch::NoteTold::each_batch) CHECK(again.size() <= 1);
  }
  run_child(index.path(), output, note, std::chrono::microseconds(-1));
  const std::map<std::string, int> counts = counted(output);
  std::size_t missed = 0;
  for (int document = 0; document < documents; ++document) {
    for (int i = document % 2; i < alerts_kept; i += 2)
      missed +=
          counts.count(name(i) + " d" + std::to_string(document) + " " + std::to_string(document + 2)) == 0;
  }
  CHECK(missed == 0);
  CHECK(counts.size() == static_cast<std::size_t>(documents) * alerts_kept / 2);
  std::cerr << "killed while telling: " << killed << " of " << rounds
            << ", batches told twice: " << told_twice << '\n';
}
