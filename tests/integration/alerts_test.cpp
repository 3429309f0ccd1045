// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/alerts.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
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
  SECTION("what was not taken comes again, with what came meanwhile") {
    index.write({article("a", "nl", "", "Koers Nvidia")});
    CHECK(told(alerts, {}, false) == "chips: a");
    index.write({article("b", "nl", "", "Koers Nvidia")});
    CHECK(told(alerts) == "chips: a b");
  }
  SECTION("nothing is noted when noting is forestalled") {
    index.write({article("a", "nl", "", "Koers Nvidia")});
    AlertRun run;
    run.before_noting = [] { throw nsearch::Error(ErrorCode::io, "the output is gone"); };
    CHECK(code_of([&] { told(alerts, run); }) == ErrorCode::io);
    CHECK(told(alerts) == "chips: a");
  }
  SECTION("an alert that is put in place of another goes on from there") {
    index.write({article("a", "nl", "", "Het regent op de beurs")});
    nsearch::AddAlertOptions options;
    options.replace = true;
    alerts.add(alert("chips", "regent"), options);
    CHECK(told(alerts) == "chips: a");
  }
}

TEST_CASE("what each batch is noted down by survives an exception in the next") {
  const LiveIndex index;
  index.write({article("x", "nl", "", "Begin")});
  Alerts alerts({index.path()});
  alerts.add({alert("a", "Nvidia"), alert("b", "Nvidia"), alert("c", "Nvidia")});
  index.write({article("n", "nl", "", "Nvidia")});
  AlertRun run;
  run.note = nsearch::NoteTold::each_batch;
  CHECK_THROWS(alerts.run(run, [](const AlertBatch& batch) {
    if (batch.alert.name == "b") throw std::runtime_error("killed");
    return true;
  }));
  SECTION("as it is") {
    CHECK(told(alerts) == "b: n; c: n");
  }
  SECTION("also where the journal's last line was cut off") {
    for (const auto& entry : fs::directory_iterator(nsearch::alerts_path(index.path()))) {
      if (entry.path().filename().string().rfind("alerts.journal", 0) == 0)
        std::ofstream(entry.path(), std::ios::app) << "{\"alert\":\"b\",\"to";
    }
    run.names = {"c"};
    CHECK(told(alerts, run) == "c: n");
    CHECK(told(alerts) == "b: n");
  }
}

TEST_CASE("alerts have names, and queries that the index understands") {
  const LiveIndex index;
  index.write({article("x", "nl", "", "Begin")});
  Alerts alerts({index.path()});
  for (const char* name : {"", "-a", "a b", "été", "../x", "a/b"})
    CHECK(code_of([&] { alerts.add(alert(name, "x")); }) == ErrorCode::usage);
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
  one.write(
      {article("a1", "nl", "", "Begin"), article("a2", "nl", "", "Begin"), article("a3", "nl", "", "Begin")});
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
