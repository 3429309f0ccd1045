// SPDX-License-Identifier: GPL-2.0-or-later
// Whoever tells of alerts is killed at a random moment, again and again, while documents come, change and go. Afterwards every match was told;
// at most one batch a kill was told twice, and it says so: a reader who drops what it has seen of a batch has each match once.
// NSEARCH_KILLS: how often; NSEARCH_SEED: other moments; NSEARCH: another program.
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
#include <thread>

#include "../integration/search_fixture.h"
#include "amount.h"
#include "nsearch/alerts.h"

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;

constexpr int alerts_kept = 60, come_a_round = 12, change_a_round = 3;

/// Who tells: a program that uses the library, `nsearch alert run`, the same with --exec.
enum class Way { library, output, command };

std::string name(int number) {
  return "a" + std::to_string(100 + number);
}

void add_to(const std::string& path, const std::string& text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
  if (::write(file, text.data(), text.size()) != static_cast<ssize_t>(text.size())) ::_exit(2);
  ::close(file);
}

void tell_by_library(const std::string& index, const std::string& output) {
  try {
    nsearch::AlertLines lines;
    nsearch::Alerts({index}).run({}, [&](const nsearch::AlertBatch& batch) {
      // A line that was cut off by a kill before is ended first.
      add_to(output, "\n" + lines.lines(batch));
      return true;
    });
  } catch (...) {
    ::_exit(2);
  }
  ::_exit(0);
}

void tell_by_program(const std::string& index, const std::string& output, Way way) {
  const char* const given = std::getenv("NSEARCH");
  const std::string program = given && *given ? given : NSEARCH_PROGRAM;
  const std::string command = "{ echo \"= $NSEARCH_BATCH\"; cat; } >> " + output;
  ::dup2(::open(output.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666), STDOUT_FILENO);
  if (way == Way::command) {
    ::execl(program.c_str(), "nsearch", "alert", "run", "--index", index.c_str(), "--exec", command.c_str(),
            nullptr);
  } else {
    ::execl(program.c_str(), "nsearch", "alert", "run", "--index", index.c_str(), nullptr);
  }
  ::_exit(2);
}

std::int64_t size_of(const std::string& path) {
  struct stat state {};
  return ::stat(path.c_str(), &state) == 0 ? static_cast<std::int64_t>(state.st_size) : 0;
}

/// When to kill: so long after the start, or after the first was told.
struct Moment {
  microseconds delay{-1};  ///< below zero: never
  bool telling = false;
};

class Teller {
 public:
  Teller(Way way, std::string index) : way_(way), index_(std::move(index)), output_(index_ + ".told") {}

  const std::string& output() const { return output_; }
  microseconds longest{0},
      telling{0};  ///< how long the last run took that nobody disturbed, and its second part

  /// One run; false where it was killed. Returns when its commands have ended, too.
  bool run(const Moment& moment) {
    int alive[2];
    REQUIRE(::pipe(alive) == 0);
    const auto start = Clock::now();
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      ::close(alive[0]);
      if (way_ == Way::library) tell_by_library(index_, output_);
      tell_by_program(index_, output_, way_);
    }
    ::close(alive[1]);
    int status = 0;
    const std::int64_t before = size_of(output_);
    auto first = start;
    while (size_of(output_) == before && ::waitpid(child, &status, WNOHANG) == 0) {
      first = Clock::now();
      if (!moment.telling && moment.delay.count() >= 0 && first - start >= moment.delay) break;
    }
    if (moment.delay.count() >= 0) {
      std::this_thread::sleep_until((moment.telling ? first : start) + moment.delay);
      ::kill(child, SIGKILL);
    }
    ::waitpid(child, &status, 0);
    char nothing = 0;
    while (::read(alive[0], &nothing, 1) > 0) {
    }
    ::close(alive[0]);
    if (moment.delay.count() < 0) {
      longest = std::chrono::duration_cast<microseconds>(Clock::now() - start);
      telling = std::chrono::duration_cast<microseconds>(Clock::now() - first);
    }
    if (WIFEXITED(status)) REQUIRE(WEXITSTATUS(status) <= 1);
    return WIFEXITED(status);
  }

 private:
  Way way_;
  std::string index_, output_;
};

/// Documents that come, change and go, and which of them an alert tells of.
class Articles {
 public:
  Articles(const LiveIndex& index, std::mt19937& random) : index_(index), random_(random) {}

  void come() {
    std::vector<nsearch::Document> documents;
    std::set<int> numbers;
    for (int i = 0; i < come_a_round; ++i) numbers.insert(next_++);
    for (int i = 0; i < change_a_round; ++i)
      numbers.insert(static_cast<int>(random_() % static_cast<unsigned>(next_)));
    for (const int number : numbers) {
      documents.push_back(article("d" + std::to_string(number), "nl", std::to_string(++version_),
                                  number % 2 == 0 ? "even" : "oneven"));
      versions_[number] = version_;
    }
    index_.write(documents);
    const int gone = static_cast<int>(random_() % static_cast<unsigned>(next_));
    nsearch::IndexWriter writer(index_.path());
    writer.remove("d" + std::to_string(gone));
    writer.commit();
    versions_.erase(gone);
  }

  /// "alert document version" of all that are there as they are now.
  std::set<std::string> to_be_told() const {
    std::set<std::string> all;
    for (const auto& [number, version] : versions_) {
      for (int i = number % 2; i < alerts_kept; i += 2)
        all.insert(name(i) + " d" + std::to_string(number) + " " + std::to_string(version));
    }
    return all;
  }

 private:
  const LiveIndex& index_;
  std::mt19937& random_;
  int next_ = 0, version_ = 0;
  std::map<int, int> versions_;
};

/// What was told: to one who looks at nothing, to one who drops the lines that it has seen of a batch, and to one who drops
/// whole batches that it has seen (of a command, which is not killed: a header tells where one begins).
struct Reading {
  std::map<std::string, int> again;  ///< by batch: how often it came again
  std::set<std::string> told, told_by_batches;
  std::size_t doubles = 0, doubles_by_batches = 0;
  std::size_t cut_off = 0;  ///< lines

  std::size_t batches_again() const {
    std::size_t sum = 0;
    for (const auto& [batch, times] : again) sum += static_cast<std::size_t>(times);
    return sum;
  }
};

Reading read(const std::string& path) {
  Reading reading;
  std::map<std::string, int> lines_seen;
  std::set<std::string> batches_seen;
  bool headers = false, batch_is_known = false;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("= ", 0) == 0) {
      headers = true;
      batch_is_known = !batches_seen.insert(line).second;
      continue;
    }
    if (line.empty()) continue;
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object()) {
      ++reading.cut_off;
      continue;
    }
    const std::string alert = json.at("alert"), sequence = std::to_string(json.at("sequence").get<int>());
    const std::string batch = alert + " " + json.value("batch", "");
    const std::string match =
        alert + " " + json.at("id").get<std::string>() + " " + json.at("title").get<std::string>();
    const int times = ++lines_seen[batch + " " + sequence];
    if (times == 1) reading.doubles += reading.told.insert(match).second ? 0 : 1;
    if (times > 1) reading.again[batch] = std::max(reading.again[batch], times - 1);
    if (headers && !batch_is_known)
      reading.doubles_by_batches += reading.told_by_batches.insert(match).second ? 0 : 1;
  }
  return reading;
}

std::size_t missing(const std::set<std::string>& wanted, const std::set<std::string>& told) {
  std::size_t missing = 0;
  for (const std::string& match : wanted) missing += told.count(match) == 0;
  return missing;
}

}  // namespace

TEST_CASE(
    "who tells of alerts may be killed at any moment: all is told, and twice only one batch, which says so") {
  const auto [way, title] = GENERATE(table<Way, std::string>(
      {{Way::library, "by the library"}, {Way::output, "standard output"}, {Way::command, "--exec"}}));
  const std::size_t kills = static_cast<std::size_t>(amount("NSEARCH_KILLS", 4));
  std::mt19937 random(static_cast<unsigned>(amount("NSEARCH_SEED", 1)));
  const LiveIndex index;
  index.write({article("begin", "nl", "", "Begin")});
  std::vector<nsearch::Alert> alerts(alerts_kept);
  for (int i = 0; i < alerts_kept; ++i) {
    alerts[static_cast<std::size_t>(i)].name = name(i);
    alerts[static_cast<std::size_t>(i)].query = i % 2 == 0 ? "even" : "oneven";
  }
  nsearch::Alerts({index.path()}).add(alerts);
  Articles articles(index, random);
  Teller teller(way, index.path());
  std::size_t killed = 0, rounds = 0;
  for (; killed < kills && rounds < 20 * kills; ++rounds) {
    articles.come();
    if (rounds % 16 == 0) {
      teller.run({});
      continue;
    }
    const bool telling = random() % 4 != 0;
    const auto longest = static_cast<std::uint64_t>((telling ? teller.telling : teller.longest).count());
    killed += teller.run({microseconds(random() % (longest + 1)), telling}) ? 0 : 1;
  }
  teller.run({});
  const Reading reading = read(teller.output());
  const std::set<std::string> wanted = articles.to_be_told();
  const std::size_t missed = missing(wanted, reading.told);
  std::cerr << title << ": killed " << killed << " times in " << rounds << " runs; " << reading.told.size()
            << " matches told, missed " << missed << "; batches told again " << reading.batches_again()
            << ", told twice to who looks at their id " << reading.doubles << ", lines cut off "
            << reading.cut_off << '\n';
  CHECK(killed == kills);
  CHECK(missed == 0);
  CHECK(reading.batches_again() <= killed);
  CHECK(reading.doubles == 0);
  CHECK(reading.cut_off <= killed);
  if (way != Way::command) return;
  CHECK(missing(wanted, reading.told_by_batches) == 0);
  CHECK(reading.doubles_by_batches == 0);
}
