// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/alert_trial.h"

#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "nsearch/alerts.h"
#include "oracle/generator.h"

namespace oracle {

namespace {

constexpr std::size_t alerts_an_index = 250, documents = 260, at_first = 140, changes = 3;

using Told = std::map<std::string, std::set<std::string>>;  // by alert: "id sequence"

/// What an index's alerts are told. `taken`: and never again.
Told told(nsearch::Alerts& alerts, bool plain_way, bool taken) {
  Told told;
  nsearch::AlertRun run;
  run.plain_way = plain_way;
  const nsearch::AlertRunSummary summary = alerts.run(run, [&](const nsearch::AlertBatch& batch) {
    for (const nsearch::AlertMatch& match : batch.matches) {
      const std::string entry = match.document->id + " " + std::to_string(match.sequence);
      if (!told[batch.alert.name].insert(entry).second) told[batch.alert.name].insert(entry + " twice");
    }
    return taken;
  });
  for (const nsearch::AlertTrouble& trouble : summary.troubles) {
    if (trouble.diagnostic) told[trouble.name].insert("malformed");
  }
  return told;
}

class AlertTrial {
 public:
  AlertTrial(std::uint64_t seed, const Layout& layout) : random_(seed), layout_(layout) {}

  std::size_t differences = 0, compared = 0, telling = 0;

  void one_index() {
    const std::vector<nsearch::Document> all = random_documents(random_, documents);
    LaidOut index(layout_, {all.begin(), all.begin() + at_first}, random_);
    nsearch::Alerts alerts({index.path()});
    alerts.add(queries(index));
    alerts.reset({}, random_.one_in(3));
    auto next = all.begin() + at_first;
    for (std::size_t i = 0; i < changes; ++i) {
      const auto size = static_cast<std::ptrdiff_t>((documents - at_first) / changes);
      index.change({next, next + size}, random_);
      next += size;
      compare(alerts);
    }
  }

 private:
  std::vector<nsearch::Alert> queries(const LaidOut& index) {
    nsearch::Searcher searcher({index.path()});
    const Collection collection = read_collection(searcher);
    Generator generator(collection, random_);
    std::vector<nsearch::Alert> alerts(alerts_an_index);
    for (std::size_t i = 0; i < alerts.size(); ++i) {
      alerts[i].name = "q" + std::to_string(i);
      alerts[i].query = nsearch::to_query_text(generator.query());
      if (random_.one_in(2)) alerts[i].implicit = nsearch::ImplicitOperator::or_;
      if (random_.one_in(10)) alerts[i].languages = {random_.pick(collection.languages)};
      queries_[alerts[i].name] = alerts[i].query;
    }
    return alerts;
  }

  void compare(nsearch::Alerts& alerts) {
    const Told expected = told(alerts, true, false);
    Told found = told(alerts, false, true);
    for (const auto& [name, query] : queries_) {
      const auto wanted = expected.find(name);
      const std::set<std::string> none, &right = wanted == expected.end() ? none : wanted->second;
      ++compared;
      telling += right.empty() ? 0 : 1;
      if (found[name] == right) continue;
      ++differences;
      std::cout << "\n" << query << "\n  the plain way tells:";
      for (const std::string& entry : right) std::cout << ' ' << entry << ',';
      std::cout << "\n  told:";
      for (const std::string& entry : found[name]) std::cout << ' ' << entry << ',';
      std::cout << std::endl;
    }
    if (!told(alerts, false, true).empty()) {
      ++differences;
      std::cout << "\nsomething was told twice" << std::endl;
    }
  }

  Random random_;
  Layout layout_;
  std::map<std::string, std::string> queries_;
};

}  // namespace

std::size_t run_alerts(std::size_t queries, std::uint64_t seed, const Layout& layout) {
  AlertTrial trial(seed, layout);
  while (trial.compared < queries && trial.differences < 10) trial.one_index();
  std::cout << trial.compared << " answers of alerts, of which " << trial.telling
            << " told of something; seed " << seed << ": " << trial.differences << " differences\n";
  return trial.differences;
}

}  // namespace oracle
