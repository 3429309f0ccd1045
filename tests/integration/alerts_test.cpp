// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/alerts.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "../errors.h"
#include "alert_runs.h"
#include "nsearch/error.h"
#include "nsearch/maintenance.h"
#include "search_fixture.h"

namespace fs = std::filesystem;
using nsearch::Alert;
using nsearch::AlertBatch;
using nsearch::AlertRun;
using nsearch::Alerts;
using nsearch::ErrorCode;
using test::alert;
using test::batches_of;
using test::code_of;
using test::told;
using test::told_both_ways;

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
    CHECK(batches_of(alerts, "chips: a; chips: b")[0] == first);
  }
  SECTION("an alert that is put in place of another goes on from there") {
    index.write({article("a", "nl", "", "Het regent op de beurs")});
    nsearch::AddAlertOptions options;
    options.replace = true;
    alerts.add(alert("chips", "regent"), options);
    CHECK(told(alerts) == "chips: a");
  }
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
