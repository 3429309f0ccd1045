// SPDX-License-Identifier: GPL-2.0-or-later
// What a run tells that was cut off before, and by which batches.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>

#include "alert_runs.h"
#include "nsearch/maintenance.h"
#include "search_fixture.h"

namespace fs = std::filesystem;
using nsearch::AlertBatch;
using nsearch::AlertRun;
using nsearch::Alerts;
using test::alert;
using test::batches_of;
using test::told;

namespace {

/// A run that is cut off: within the batch of `last`, which was told and not noted.
std::map<std::string, std::string> cut_off_at(Alerts& alerts, const std::string& last) {
  std::map<std::string, std::string> ids;
  CHECK_THROWS(alerts.run({}, [&](const AlertBatch& batch) {
    ids[batch.alert.name] = batch.id;
    if (batch.alert.name == last) throw std::runtime_error("killed");
    return true;
  }));
  return ids;
}

std::ptrdiff_t journals(const LiveIndex& index) {
  const fs::directory_iterator entries(nsearch::alerts_path(index.path()));
  return std::count_if(begin(entries), end(entries), [](const fs::directory_entry& entry) {
    return entry.path().filename().string().find("journal") != std::string::npos;
  });
}

/// The journal's text is changed by `change`.
template <typename Change>
void change_journal(const LiveIndex& index, const Change& change) {
  for (const auto& entry : fs::directory_iterator(nsearch::alerts_path(index.path()))) {
    if (entry.path().filename().string().rfind("alerts.journal", 0) != 0) continue;
    std::ifstream in(entry.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::ofstream(entry.path()) << change(text);
  }
}

/// As after the machine stopped: what was not synced may be lost.
void another_boot(const LiveIndex& index, const std::string& more = {}) {
  const fs::path file = fs::path(nsearch::alerts_path(index.path())) / "alerts.json";
  std::ifstream in(file);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::string key = "\"boot\":\"";
  const std::size_t at = text.find(key);
  REQUIRE(at != text.npos);
  text.insert(at + key.size(), "another");
  if (!more.empty()) text.replace(text.find("\"synced\":false"), 14, more);
  std::ofstream(file) << text;
}

}  // namespace

TEST_CASE(
    "a run that is cut off is gone on with: what was told is not told again, what may have been by its id") {
  const LiveIndex index;
  index.write({article("x", "nl", "", "Begin")});
  Alerts alerts({index.path()});
  alerts.add({alert("a", "Nvidia"), alert("b", "Nvidia"), alert("c", "Nvidia")});
  index.write({article("n", "nl", "", "Nvidia"), article("m", "nl", "", "Nvidia")});
  std::map<std::string, std::string> first = cut_off_at(alerts, "b");
  SECTION("as it is") {
    CHECK(told(alerts) == "b: n m; c: n m");
    CHECK(told(alerts).empty());
    CHECK(journals(index) == 0);
  }
  SECTION("what has come since is a batch of its own") {
    index.write({article("o", "nl", "", "Nvidia")});
    const std::vector<std::string> again = batches_of(alerts, "a: o; b: n m; b: o; c: n m o");
    CHECK(again[1] == first["b"]);
    CHECK(std::set<std::string>(again.begin(), again.end()).size() == again.size());
    CHECK(!std::count(again.begin(), again.end(), first["a"]));
  }
  SECTION("a document that has changed is of the later batch, one that has gone of none") {
    index.write({article("n", "nl", "", "Nvidia anders")});
    CHECK(batches_of(alerts, "a: n; b: m; b: n; c: m n")[1] == first["b"]);
  }
  SECTION("where nothing of it is left, nothing is told of it") {
    {
      nsearch::IndexWriter writer(index.path());
      writer.remove("n");
      writer.remove("m");
      writer.commit();
    }
    CHECK(told(alerts).empty());
    CHECK(journals(index) == 0);
    index.write({article("o", "nl", "", "Nvidia")});
    CHECK(told(alerts) == "a: o; b: o; c: o");
  }
  SECTION("in a backup, too") {
    const std::string copy = index.path() + ".copy";
    nsearch::backup_index(index.path(), copy);
    Alerts in_copy({copy});
    CHECK(batches_of(in_copy, "b: n m; c: n m")[0] == first["b"]);
  }
  SECTION("cut off again and again") {
    CHECK(cut_off_at(alerts, "b")["b"] == first["b"]);
    index.write({article("o", "nl", "", "Nvidia")});
    CHECK(cut_off_at(alerts, "b")["b"] == first["b"]);
    CHECK(batches_of(alerts, "b: n m; b: o; c: n m o")[0] == first["b"]);
  }
  SECTION("also where the journal's last line was cut off") {
    change_journal(index, [](const std::string& text) { return text + "{\"alert\":\"b\",\"batch\":17"; });
    AlertRun run;
    run.names = {"c"};
    CHECK(told(alerts, run) == "c: n m");
    CHECK(batches_of(alerts, "b: n m")[0] == first["b"]);
  }
  SECTION("also where the journal's first line was") {
    change_journal(index, [](const std::string& text) { return text.substr(0, 10); });
    CHECK(told(alerts) == "a: n m; b: n m; c: n m");
  }
  SECTION("after another start of the machine all of it is in doubt") {
    another_boot(index);
    if (GENERATE(false, true)) change_journal(index, [](const std::string&) { return std::string(); });
    const std::vector<std::string> again = batches_of(alerts, "a: n m; b: n m; c: n m");
    CHECK(again[0] == first["a"]);
    CHECK(again[1] == first["b"]);
    CHECK(again[2] == "c" + first["a"].substr(1));
  }
  SECTION("what stands behind damage in the journal counts for nothing") {
    change_journal(index, [&](const std::string& text) {
      return text + "{\"alert\"\n{\"alert\":\"c\",\"batch\":" + first["b"].substr(2) + ",\"told\":true}\n";
    });
    CHECK(told(alerts) == "b: n m; c: n m");
  }
  SECTION("but for what was synced") {
    another_boot(index, "\"synced\":true");
    CHECK(batches_of(alerts, "b: n m; c: n m")[0] == first["b"]);
  }
  SECTION("an alert that is taken back to the start is told by other batches") {
    alerts.reset({}, true);
    const std::vector<std::string> again = batches_of(alerts, "a: n m; b: n m; c: n m");
    CHECK(again[1] != first["b"]);
  }
  SECTION("an alert that is put in place of it, too") {
    nsearch::AddAlertOptions options;
    options.replace = true;
    alerts.add(alert("b", "Nvidia OR koers"), options);
    CHECK(batches_of(alerts, "b: n m; c: n m")[0] != first["b"]);
    options.from_start = true;
    alerts.add(alert("b", "Nvidia OR begin"), options);
    CHECK(told(alerts) == "b: x n m");
  }
}

TEST_CASE(
    "batches' numbers rise, whatever the clock says, and are none that was used where a copy is put back") {
  const LiveIndex index;
  index.write({article("x", "nl", "", "Nvidia")});
  const fs::path state = nsearch::alerts_path(index.path()), copy = index.path() + ".copy";
  Alerts alerts({index.path()});
  nsearch::AddAlertOptions options;
  options.from_start = true;
  alerts.add(alert("a", "Nvidia"), options);
  fs::copy(state, copy);
  const std::string first = batches_of(alerts, "a: x")[0];
  fs::remove_all(state);
  fs::copy(copy, state);
  CHECK(batches_of(alerts, "a: x")[0] > first);
  std::ifstream in(state / "alerts.json");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::size_t at = text.find("\"batch\":") + 8;
  text.replace(at, text.find(',', at) - at, "5000000000000");
  std::ofstream(state / "alerts.json") << text;
  for (const char* number : {"a:5000000000001", "a:5000000000002"}) {
    index.write({article("y", "nl", "", std::string("Nvidia ") + number)});
    CHECK(batches_of(alerts, "a: y")[0] == number);
  }
}

TEST_CASE("a run that is interrupted stays so; what it has told is told and synced") {
  const LiveIndex index;
  index.write({article("x", "nl", "", "Begin")});
  Alerts alerts({index.path()});
  alerts.add({alert("a", "Nvidia"), alert("b", "Nvidia"), alert("c", "Nvidia")});
  index.write({article("n", "nl", "", "Nvidia")});
  AlertRun run;
  int asked = 0, synced = 0;
  run.cancelled = [&] { return ++asked == 2; };
  run.sync_output = [&] { ++synced; };
  CHECK(told(alerts, run) == "a: n");
  CHECK(synced == 1);
  CHECK_THROWS(alerts.run(run, [](const AlertBatch&) -> bool { throw std::runtime_error("no"); }));
  CHECK(synced == 2);
  CHECK(told(alerts) == "b: n; c: n");
}

TEST_CASE("a batch of several shards comes again as it was, in whatever order they are given") {
  const LiveIndex one, two;
  one.write({article("a1", "nl", "", "Begin")});
  two.write(
      {article("b0", "nl", "", "Begin"), article("b1", "nl", "", "Begin"), article("b2", "nl", "", "Begin")});
  const std::string state = one.path() + ".alerts";
  Alerts alerts({one.path(), two.path()}, state);
  alerts.add(alert("a", "Nvidia"));
  one.write({article("a2", "nl", "", "Nvidia"), article("a3", "nl", "", "Nvidia")});
  two.write({article("b3", "nl", "", "Nvidia")});
  const std::string first = cut_off_at(alerts, "a")["a"];
  one.write({article("a4", "nl", "", "Nvidia")});
  two.write({article("b4", "nl", "", "Nvidia")});
  Alerts turned({two.path(), one.path()}, state);
  CHECK(cut_off_at(turned, "a")["a"] == first);
  CHECK(told(turned, {}, false) == "a: a2 a3 b3");
  CHECK(batches_of(alerts, "a: a2 a3 b3; a: a4 b4")[0] == first);
  std::set<std::string> lines;
  two.write({article("b5", "nl", "", "Nvidia")});
  one.write({article("a5", "nl", "", "Nvidia")});
  alerts.run({}, [&](const AlertBatch& batch) {
    for (const auto& match : batch.matches)
      CHECK(lines.insert(match.shard + " " + std::to_string(match.sequence)).second);
    return true;
  });
  CHECK(lines == std::set<std::string>{
                     "../news.idx 5",
                     "../../" + fs::path(two.path()).parent_path().filename().string() + "/news.idx 6"});
}
