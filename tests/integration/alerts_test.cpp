// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/alerts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "../errors.h"
#include "nsearch/error.h"
#include "nsearch/maintenance.h"
#include "nsearch/synonyms.h"
#include "search_fixture.h"

namespace fs = std::filesystem;
using nsearch::Alert;
using nsearch::AlertBatch;
using nsearch::AlertRun;
using nsearch::Alerts;
using nsearch::ErrorCode;
using test::code_of;

namespace {

Alert alert(const std::string& name, const std::string& query) {
  Alert alert;
  alert.name = name;
  alert.query = query;
  return alert;
}

/// What a run tells: "alert: id id; ...".
std::string told(Alerts& alerts, AlertRun run = {}, bool taken = true) {
  std::string text;
  alerts.run(run, [&](const AlertBatch& batch) {
    text += (text.empty() ? "" : "; ") + batch.alert.name + ":";
    for (const auto& match : batch.matches) text += " " + match.document->id;
    return taken;
  });
  return text;
}

/// The batches' ids; what the run tells is as told() has it.
std::vector<std::string> ids(Alerts& alerts, const AlertRun& run = {}, const std::string& expected = {}) {
  std::vector<std::string> ids;
  std::string text;
  alerts.run(run, [&](const AlertBatch& batch) {
    ids.push_back(batch.id);
    text += (text.empty() ? "" : "; ") + batch.alert.name + ":";
    for (const auto& match : batch.matches) text += " " + match.document->id;
    return true;
  });
  CHECK(text == expected);
  return ids;
}

/// What both ways tell, which must be the same.
std::string told_both_ways(Alerts& alerts) {
  AlertRun plain;
  plain.plain_way = true;
  const std::string expected = told(alerts, plain, false);
  const std::string found = told(alerts);
  CHECK(found == expected);
  return found;
}

std::string words(const std::string& word, int first, int end) {
  std::string text;
  for (int i = first; i < end; ++i) text += word + std::to_string(10000 + i) + " ";
  return text;
}

}  // namespace

TEST_CASE("an alert tells of what comes after it was added, once") {
  const LiveIndex index;
  index.write({article("old", "nl", "Koersen", "De koersen van Nvidia dalen.")});
  Alerts alerts({index.path()});
  REQUIRE(!alerts.add(alert("chips", "koers AND Nvidia")).diagnostic);
  CHECK(told(alerts).empty());
  index.write({article("new", "nl", "Koers", "De koers van Nvidia stijgt."),
               article("other", "nl", "Weer", "Het regent in Gent.")});
  CHECK(told(alerts) == "chips: new");
  CHECK(told(alerts).empty());

  SECTION("from the start, when asked for") {
    nsearch::AddAlertOptions options;
    options.from_start = true;
    alerts.add(alert("all", "Nvidia"), options);
    CHECK(told(alerts) == "all: old new");
  }
  SECTION("a document that comes again unchanged is not new, a changed one is") {
    index.write({article("new", "nl", "Koers", "De koers van Nvidia stijgt.")});
    CHECK(told(alerts).empty());
    index.write({article("new", "nl", "Koers", "De koers van Nvidia stijgt weer.")});
    CHECK(told(alerts) == "chips: new");
    index.write({article("new", "nl", "Koers", "Niets daarvan.")});
    CHECK(told(alerts).empty());
  }
  SECTION("reindexing and compacting make nothing new") {
    nsearch::reindex(index.path());
    nsearch::compact_index(index.path());
    CHECK(told(alerts).empty());
  }
  SECTION("what was not taken comes again as it was, and before what came meanwhile") {
    index.write({article("a", "nl", "", "Koers Nvidia")});
    CHECK(told(alerts, {}, false) == "chips: a");
    index.write({article("b", "nl", "", "Koers Nvidia")});
    CHECK(told(alerts, {}, false) == "chips: a");
    CHECK(told(alerts) == "chips: a; chips: b");
  }
  SECTION("what was told and can't be synced comes again, by the same batch") {
    index.write({article("a", "nl", "", "Koers Nvidia")});
    AlertRun run;
    run.sync_output = [] { throw nsearch::Error(ErrorCode::io, "the output is gone"); };
    std::string first;
    const auto tell = [&](const AlertBatch& batch) {
      first = batch.id;
      return true;
    };
    CHECK(code_of([&] { alerts.run(run, tell); }) == ErrorCode::io);
    index.write({article("b", "nl", "", "Koers Nvidia")});
    CHECK(ids(alerts, {}, "chips: a; chips: b")[0] == first);
  }
  SECTION("an alert that is put in place of another goes on from there") {
    index.write({article("a", "nl", "", "Het regent op de beurs")});
    nsearch::AddAlertOptions options;
    options.replace = true;
    alerts.add(alert("chips", "regent"), options);
    CHECK(told(alerts) == "chips: a");
  }
}

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
    const std::vector<std::string> again = ids(alerts, {}, "a: o; b: n m; b: o; c: n m o");
    CHECK(again[1] == first["b"]);
    CHECK(std::set<std::string>(again.begin(), again.end()).size() == again.size());
    CHECK(!std::count(again.begin(), again.end(), first["a"]));
  }
  SECTION("a document that has changed is of the later batch, one that has gone of none") {
    index.write({article("n", "nl", "", "Nvidia anders")});
    CHECK(ids(alerts, {}, "a: n; b: m; b: n; c: m n")[1] == first["b"]);
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
    CHECK(ids(in_copy, {}, "b: n m; c: n m")[0] == first["b"]);
  }
  SECTION("cut off again and again") {
    CHECK(cut_off_at(alerts, "b")["b"] == first["b"]);
    index.write({article("o", "nl", "", "Nvidia")});
    CHECK(cut_off_at(alerts, "b")["b"] == first["b"]);
    CHECK(ids(alerts, {}, "b: n m; b: o; c: n m o")[0] == first["b"]);
  }
  SECTION("also where the journal's last line was cut off") {
    change_journal(index, [](const std::string& text) { return text + "{\"alert\":\"b\",\"batch\":17"; });
    AlertRun run;
    run.names = {"c"};
    CHECK(told(alerts, run) == "c: n m");
    CHECK(ids(alerts, {}, "b: n m")[0] == first["b"]);
  }
  SECTION("also where the journal's first line was") {
    change_journal(index, [](const std::string& text) { return text.substr(0, 10); });
    CHECK(told(alerts) == "a: n m; b: n m; c: n m");
  }
  SECTION("after another start of the machine all of it is in doubt") {
    another_boot(index);
    if (GENERATE(false, true)) change_journal(index, [](const std::string&) { return std::string(); });
    const std::vector<std::string> again = ids(alerts, {}, "a: n m; b: n m; c: n m");
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
    CHECK(ids(alerts, {}, "b: n m; c: n m")[0] == first["b"]);
  }
  SECTION("an alert that is taken back to the start is told by other batches") {
    alerts.reset({}, true);
    const std::vector<std::string> again = ids(alerts, {}, "a: n m; b: n m; c: n m");
    CHECK(again[1] != first["b"]);
  }
  SECTION("an alert that is put in place of it, too") {
    nsearch::AddAlertOptions options;
    options.replace = true;
    alerts.add(alert("b", "Nvidia OR koers"), options);
    CHECK(ids(alerts, {}, "b: n m; c: n m")[0] != first["b"]);
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
  const std::string first = ids(alerts, {}, "a: x")[0];
  fs::remove_all(state);
  fs::copy(copy, state);
  CHECK(ids(alerts, {}, "a: x")[0] > first);
  std::ifstream in(state / "alerts.json");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::size_t at = text.find("\"batch\":") + 8;
  text.replace(at, text.find(',', at) - at, "5000000000000");
  std::ofstream(state / "alerts.json") << text;
  for (const char* number : {"a:5000000000001", "a:5000000000002"}) {
    index.write({article("y", "nl", "", std::string("Nvidia ") + number)});
    CHECK(ids(alerts, {}, "a: y")[0] == number);
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
  CHECK(ids(alerts, {}, "a: a2 a3 b3; a: a4 b4")[0] == first);
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

TEST_CASE("alerts have names, and queries that the index understands") {
  const LiveIndex index;
  index.write({article("x", "nl", "", "Begin")});
  Alerts alerts({index.path()});
  for (const std::string& name : {std::string(), std::string("-a"), std::string("a b"), std::string("été"),
                                  std::string("../x"), std::string("a/b"), std::string(101, 'a')})
    CHECK(code_of([&] { alerts.add(alert(name, "x")); }) == ErrorCode::usage);
  Alert unknown = alert("a", "x");
  unknown.languages = {"français"};
  CHECK(code_of([&] { alerts.add(unknown); }) == ErrorCode::usage);
  alerts.add(alert(std::string(100, 'a'), "x"));
  CHECK(alerts.remove(std::string(100, 'a')));
  const nsearch::AddedAlert added = alerts.add(alert("a", "(Nvidia AND"));
  REQUIRE(added.diagnostic);
  CHECK(added.diagnostic->column == 9);
  CHECK(alerts.list().empty());
  alerts.add(alert("a", "Nvidia"));
  CHECK(code_of([&] { alerts.add(alert("a", "koers")); }) == ErrorCode::usage);
  CHECK(alerts.list().size() == 1);
  CHECK(alerts.remove("a"));
  CHECK(!alerts.remove("a"));
  CHECK(code_of([&] {
          told(alerts, [] {
            AlertRun run;
            run.names = {"gone"};
            return run;
          }());
        }) == ErrorCode::usage);
}

TEST_CASE("what an alert is kept with comes back") {
  const LiveIndex index;
  index.write({article("x", "nl", "", "Begin")});
  Alert kept = alert("a.b-c_1", "koers \"a \\\" b\"\n# ligne\nOR Nvidia");
  kept.script = true;
  kept.implicit = nsearch::ImplicitOperator::or_;
  kept.languages = {"fr", "nl"};
  kept.operators = {"fr"};
  kept.time_zone = "Europe/Brussels";
  Alert plain = alert("plain", "any words");
  plain.plain = true;
  REQUIRE(!Alerts({index.path()}).add({kept, plain}).front().diagnostic);
  const std::vector<Alert> list = Alerts({index.path()}).list();
  REQUIRE(list.size() == 2);
  CHECK(list[0].name == kept.name);
  CHECK(list[0].query == kept.query);
  CHECK(list[0].script);
  CHECK(list[0].implicit == kept.implicit);
  CHECK(list[0].languages == kept.languages);
  CHECK(list[0].operators == kept.operators);
  CHECK(list[0].time_zone == kept.time_zone);
  CHECK(list[1].plain);
}

TEST_CASE("one process at a time has the alerts; the other is told who") {
  const LiveIndex index;
  index.write({article("x", "nl", "", "Begin")});
  Alerts alerts({index.path()});
  alerts.add(alert("a", "Nvidia"));
  index.write({article("n", "nl", "", "Nvidia")});
  alerts.run({}, [&](const AlertBatch&) {
    try {
      Alerts({index.path()}).run({}, [](const AlertBatch&) { return true; });
      CHECK(false);
    } catch (const nsearch::Error& error) {
      CHECK(error.code() == ErrorCode::locked);
      CHECK(std::string(error.what()).find("in use by process") != std::string::npos);
    }
    return true;
  });
}

TEST_CASE("an index that is not the one that was told of is noticed") {
  const LiveIndex index;
  index.write({article("x", "nl", "", "Begin"), article("y", "nl", "", "Midden")});
  const std::string state = index.path() + ".alerts", copy = index.path() + ".copy";
  nsearch::backup_index(index.path(), copy);
  Alerts alerts({index.path()}, state);
  index.write({article("z", "nl", "", "Einde")});
  alerts.add(alert("a", "Nvidia"));
  fs::remove_all(index.path());
  fs::rename(copy, index.path());
  CHECK(code_of([&] { told(alerts); }) == ErrorCode::no_index);
  alerts.reset({}, false);
  CHECK(told(alerts).empty());
  index.write({article("n", "nl", "", "Nvidia")});
  CHECK(told(alerts) == "a: n");
  alerts.reset({}, true);
  CHECK(told(alerts) == "a: n");
}

TEST_CASE("an index that was made at another time is another, however many changes it has") {
  const LiveIndex index;
  index.write({article("x", "nl", "", "Begin")});
  Alerts alerts({index.path()});
  alerts.add(alert("a", "Nvidia"));
  const fs::path file = fs::path(nsearch::alerts_path(index.path())) / "alerts.json";
  std::ifstream in(file);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  text.replace(text.find("\"created\":\"") + 11, 4, "1999");
  std::ofstream(file) << text;
  index.write({article("n", "nl", "", "Nvidia")});
  CHECK(code_of([&] { told(alerts); }) == ErrorCode::no_index);
  alerts.reset({}, true);
  CHECK(told(alerts) == "a: n");
}

TEST_CASE("a backup has the alerts, and goes on from where they were told") {
  const LiveIndex index;
  index.write({article("x", "nl", "", "Begin")});
  Alerts alerts({index.path()});
  alerts.add({alert("a", "Nvidia"), alert("b", "Nvidia")});
  index.write({article("n", "nl", "", "Nvidia")});
  AlertRun one;
  one.names = {"a"};
  CHECK(told(alerts, one) == "a: n");
  const std::string copy = index.path() + ".copy";
  nsearch::backup_index(index.path(), copy);
  Alerts in_copy({copy});
  CHECK(told(in_copy) == "b: n");
  CHECK(told(alerts) == "b: n");
}

TEST_CASE("a backup has the synonyms") {
  const LiveIndex index;
  index.write({article("w", "nl", "", "De wagen staat stil.")});
  std::ofstream(index.path() + ".txt") << "auto = wagen\n";
  nsearch::keep_synonyms(index.path(), index.path() + ".txt");
  const std::string copy = index.path() + ".copy";
  nsearch::backup_index(index.path(), copy);
  nsearch::Searcher searcher({copy});
  CHECK(ids(searcher.search(asking("auto"))) == "w");
}

TEST_CASE("an index of several shards is told of by each one's sequence") {
  const LiveIndex one, two;
  one.write({article("a1", "nl", "", "Begin"), article("a2", "nl", "", "Begin"),
             article("a3", "nl", "", "Nvidia")});
  two.write({article("b1", "nl", "", "Begin")});
  Alerts alerts({one.path(), two.path()});
  alerts.add(alert("a", "Nvidia"));
  two.write({article("b2", "nl", "", "Nvidia")});
  CHECK(told_both_ways(alerts) == "a: b2");
  one.write({article("a4", "nl", "", "Nvidia")});
  two.write({article("b3", "nl", "", "Nvidia")});
  CHECK(told_both_ways(alerts) == "a: b3 a4");
  CHECK(told(alerts).empty());
}

TEST_CASE("a shard that is away for a run is gone on with when it is back") {
  const LiveIndex one, two;
  const std::string state = one.path() + ".alerts";
  one.write({article("a1", "nl", "", "Nvidia")});
  two.write({article("b1", "nl", "", "Nvidia")});
  Alerts both({one.path(), two.path()}, state), first({one.path()}, state);
  both.add(alert("a", "Nvidia"));
  one.write({article("a2", "nl", "", "Nvidia")});
  CHECK(told(first) == "a: a2");
  two.write({article("b2", "nl", "", "Nvidia")});
  CHECK(told(both) == "a: b2");
}

TEST_CASE("more documents than are held in memory at a time are told of all the same") {
  const LiveIndex index;
  index.write({article("x", "nl", "", "Begin")});
  Alerts alerts({index.path()});
  std::vector<Alert> many;  // so many that the new documents are read rather than the whole index searched
  for (int i = 100; i < 280; ++i) many.push_back(alert("a" + std::to_string(i), "n" + std::to_string(i)));
  many.push_back(alert("z", "n10 OR n5020"));
  alerts.add(many);
  std::vector<nsearch::Document> come;
  for (int i = 1000; i < 6050; ++i) {
    const std::string number = std::to_string(i - 1000);
    come.push_back(article("d" + number, "nl", "", "n" + number));
  }
  index.write(come);
  AlertRun run;
  run.names = {"z", "a150"};
  const std::string some = told(alerts, run, false);
  CHECK(some == "a150: d150; z: d10 d5020");
  std::string all = told(alerts);
  CHECK(all.substr(0, 11) == "a100: d100;");
  CHECK(all.substr(all.size() - 13) == " z: d10 d5020");
}

TEST_CASE("new documents are matched as in the whole index, where that decides") {
  const LiveIndex index;
  Alerts* kept = nullptr;
  std::optional<Alerts> alerts;
  const auto begin = [&](const std::vector<nsearch::Document>& old, const Alert& added) {
    index.write(old);
    alerts.emplace(std::vector<std::string>{index.path()});
    REQUIRE(!alerts->add(added).diagnostic);
    kept = &*alerts;
  };
  SECTION("a word that it knows is not split") {
    begin({article("o", "fr", "", "salaireminimum")}, alert("a", "salaireminimum"));
    index.write({article("n", "fr", "", "Le salaire minimum augmente.")});
    CHECK(told_both_ways(*kept).empty());
  }
  SECTION("a word that it does not know is") {
    begin({article("o", "fr", "", "autre")}, alert("a", "salaireminimum"));
    index.write({article("n", "fr", "", "Le salaire minimum augmente.")});
    CHECK(told_both_ways(*kept) == "a: n");
  }
  SECTION("a wildcard stands for the most frequent forms of all") {
    begin({article("o1", "nl", "", words("vorm", 0, 1100)), article("o2", "nl", "", words("vorm", 0, 1100))},
          alert("a", "vorm*"));
    index.write({article("n1", "nl", "", "vorm19999"), article("n2", "nl", "", "vorm10003")});
    CHECK(told_both_ways(*kept) == "a: n2");
  }
  SECTION("a fuzzy word likewise") {
    begin({article("o1", "nl", "", words("zwak", 0, 400)), article("o2", "nl", "", words("zwak", 0, 400))},
          alert("a", "zwak10111~2"));
    index.write({article("n1", "nl", "", "zwak19911"), article("n2", "nl", "", "zwak10112")});
    CHECK(told_both_ways(*kept) == "a: n2");
  }
  SECTION("an inflected form is one by the accents that it has elsewhere") {
    begin({article("o", "fr", "", "élevée et relevé")}, alert("a", "(élever NEAR/3 main)"));
    index.write({article("n", "en", "", "The elevee main")});
    told_both_ways(*kept);
  }
  SECTION("of many words only the rarest are searched") {
    begin({article("o1", "nl", "", words("rijk", 0, 129)), article("o2", "nl", "", "rijk10005")}, [] {
      Alert many = alert("a", words("rijk", 0, 129));
      many.implicit = nsearch::ImplicitOperator::or_;
      return many;
    }());
    index.write({article("n1", "nl", "", "rijk10005"), article("n2", "nl", "", "rijk10100")});
    CHECK(told_both_ways(*kept) == "a: n2");
  }
  SECTION("a stop word brings documents only where nothing else may") {
    Alert stop = alert("a", "voor les");
    stop.implicit = nsearch::ImplicitOperator::or_;
    begin({article("o1", "fr", "", "voor"), article("o2", "nl", "", "les"), article("o3", "en", "", "x")},
          stop);
    index.write({article("n", "nl", "", "Iets voor de beurs"), article("m", "fr", "", "pour les autres")});
    CHECK(told_both_ways(*kept).empty());
  }
  SECTION("words that it has as one have no synonyms together") {
    std::ofstream(index.path() + ".txt") << "salaire minimum = loonvloer\n";
    begin({article("o", "fr", "", "salaireminimum")}, alert("a", "salaire minimum"));
    nsearch::keep_synonyms(index.path(), index.path() + ".txt");
    index.write({article("n", "nl", "", "De loonvloer stijgt.")});
    CHECK(told_both_ways(*kept).empty());
  }
  SECTION("dates are of the run") {
    begin({article("o", "nl", "", "x")}, alert("a", "date:2d"));
    index.write({article("n", "nl", "", "x", "2025-03-13"), article("m", "nl", "", "x", "2025-03-10")});
    AlertRun run;
    run.now = 1741860000;  // 13 March 2025
    run.plain_way = true;
    CHECK(told(*kept, run, false) == "a: n");
    run.plain_way = false;
    CHECK(told(*kept, run) == "a: n");
  }
}

TEST_CASE("a field that is gone makes an alert wait, and no other") {
  const LiveIndex index;
  nsearch::Document tagged = article("o", "nl", "", "x");
  tagged.facets = {{"rubriek", "sport"}};
  index.write({tagged});
  Alerts alerts({index.path()});
  alerts.add({alert("a", "rubriek:sport"), alert("b", "Nvidia")});
  {
    nsearch::IndexWriter writer(index.path());
    writer.remove("o");
    writer.commit();
  }
  index.write({article("n", "nl", "", "Nvidia")});
  std::string text;
  const auto summary = alerts.run({}, [&](const AlertBatch& batch) {
    text += batch.alert.name;
    return true;
  });
  CHECK(text == "b");
  REQUIRE(summary.troubles.size() == 1);
  CHECK(summary.troubles.front().diagnostic);
  tagged.body = "y";
  index.write({tagged});
  CHECK(told(alerts) == "a: o");
}

TEST_CASE("a damaged file of alerts is said to be one, and left alone") {
  const LiveIndex index;
  index.write({article("x", "nl", "", "Begin")});
  Alerts alerts({index.path()});
  alerts.add(alert("a", "Nvidia"));
  const fs::path file = fs::path(nsearch::alerts_path(index.path())) / "alerts.json";
  std::ofstream(file) << "{\"version\":1,";
  CHECK(code_of([&] { told(alerts); }) == ErrorCode::corrupt);
  std::ofstream(file) << "{\"version\":2}";
  CHECK(code_of([&] { told(alerts); }) == ErrorCode::format_version);
}
