// SPDX-License-Identifier: GPL-2.0-or-later
// Which new documents an alert tells: those that a search of the whole index finds.
#include <catch2/catch.hpp>
#include <fstream>
#include <optional>

#include "alert_runs.h"
#include "nsearch/synonyms.h"
#include "search_fixture.h"

using nsearch::Alert;
using nsearch::AlertBatch;
using nsearch::AlertRun;
using nsearch::Alerts;
using test::alert;
using test::told;
using test::told_both_ways;

namespace {

std::string words(const std::string& word, int first, int end) {
  std::string text;
  for (int i = first; i < end; ++i) text += word + std::to_string(10000 + i) + " ";
  return text;
}

}  // namespace

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
