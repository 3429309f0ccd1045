// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "nsearch/alerts.h"

namespace test {

inline nsearch::Alert alert(const std::string& name, const std::string& query) {
  nsearch::Alert alert;
  alert.name = name;
  alert.query = query;
  return alert;
}

/// What a run tells, "alert: id id; ...", and the batches' ids.
struct Telling {
  std::string text;
  std::vector<std::string> batches;
};

inline Telling tell(nsearch::Alerts& alerts, const nsearch::AlertRun& run = {}, bool taken = true) {
  Telling telling;
  alerts.run(run, [&](const nsearch::AlertBatch& batch) {
    telling.batches.push_back(batch.id);
    telling.text += (telling.text.empty() ? "" : "; ") + batch.alert.name + ":";
    for (const auto& match : batch.matches) telling.text += " " + match.document->id;
    return taken;
  });
  return telling;
}

inline std::string told(nsearch::Alerts& alerts, const nsearch::AlertRun& run = {}, bool taken = true) {
  return tell(alerts, run, taken).text;
}

/// The batches of a run that tells `expected`.
inline std::vector<std::string> batches_of(nsearch::Alerts& alerts, const std::string& expected) {
  const Telling telling = tell(alerts);
  CHECK(telling.text == expected);
  return telling.batches;
}

/// What both ways tell, which must be the same.
inline std::string told_both_ways(nsearch::Alerts& alerts) {
  nsearch::AlertRun plain;
  plain.plain_way = true;
  const std::string expected = told(alerts, plain, false);
  const std::string found = told(alerts);
  CHECK(found == expected);
  return found;
}

}  // namespace test
