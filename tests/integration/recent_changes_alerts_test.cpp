// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "alert_runs.h"
#include "index_fixture.h"
#include "nsearch/maintenance.h"
#include "recent_changes.h"

TEST_CASE("recent changes: alerts tell each document once, however it is kept") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 1500));
  fixture.run({"a.jsonl"});
  nsearch::Alerts alerts({fixture.index()});
  REQUIRE_FALSE(alerts.add(test::alert("rain", "regen")).diagnostic);
  CHECK(test::told(alerts).empty());
  const auto write = [&](const std::string& id, const std::string& body) {
    nsearch::IndexWriter writer(fixture.index(), writing("apart"));
    writer.add(article(id, body, "nl"));
    writer.commit();
  };
  write("a1", "De regen in Gent.");
  REQUIRE(has_recent(fixture.index()));
  CHECK(test::told_both_ways(alerts) == "rain: a1");
  write("new", "Meer regen in Gent.");
  CHECK(test::told_both_ways(alerts) == "rain: new");
  // One that isn't told yet is changed, and another removed: neither is told as it was.
  write("a2", "De regen in Brugge.");
  write("a2", "Zon in Brugge.");
  write("a3", "De regen in Brussel.");
  nsearch::compact_index(fixture.index());
  CHECK_FALSE(has_recent(fixture.index()));
  CHECK(test::told_both_ways(alerts) == "rain: a3");
  // One that was merged before it was told, and then changed, is dead and newer than what was told.
  write("a6", "De regen in Namen.");
  nsearch::compact_index(fixture.index());
  write("a6", "Zon in Namen.");
  CHECK(test::told(alerts)
            .empty());  // where told_both_ways()'s first tells nothing, its second has nothing to do
  write("a4", "De regen in Antwerpen.");
  // Not taken, it comes again when the generations are others.
  const auto batch = test::tell(alerts, {}, false);
  CHECK(batch.text == "rain: a4");
  nsearch::compact_index(fixture.index());
  write("a5", "De regen in Luik.");
  const auto again = test::tell(alerts);
  CHECK(again.text == "rain: a4; rain: a5");
  CHECK(again.batches.front() == batch.batches.front());
  CHECK(test::told(alerts).empty());
}

TEST_CASE("recent changes: an alert added while the first are written tells them once they are committed") {
  IndexFixture fixture;
  fixture.write("a.jsonl", articles_jsonl(0, 1500));
  fixture.run({"a.jsonl"});
  nsearch::Alerts alerts({fixture.index()});
  nsearch::IndexWriter writer(fixture.index(), writing("apart"));
  writer.add(article("a1", "De regen in Gent.", "nl"));
  REQUIRE(has_recent(fixture.index()));
  REQUIRE_FALSE(alerts.add(test::alert("rain", "regen")).diagnostic);
  writer.commit();
  CHECK(test::told(alerts) == "rain: a1");
}
