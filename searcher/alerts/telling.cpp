// SPDX-License-Identifier: GPL-2.0-or-later
#include "alerts/telling.h"

#include <algorithm>
#include <utility>

namespace nsearch::searcher {

namespace {

bool anything_to_tell(const AlertAnswers& answers) {
  return std::any_of(answers.alerts.begin(), answers.alerts.end(),
                     [](const NewMatches& found) { return !found.diagnostic && !found.matches.empty(); });
}

/// What most alerts have reached is noted once for all of them.
void settle(const AlertAnswers& answers, AlertStore& store) {
  if (answers.documents == 0 && !store.was_cut_off()) return;
  for (std::size_t i = 0; i < answers.reached.size(); ++i)
    store.shards[i].sequence = std::max(store.shards[i].sequence, answers.reached[i]);
  store.save();
}

}  // namespace

void Telling::all(AlertAnswers& answers, AlertRunSummary& summary) {
  try {
    hand_out(answers, summary);
  } catch (...) {
    try {
      sync_output();
    } catch (...) {
      // What went wrong first is what is said.
    }
    throw;
  }
  sync_output();
  settle(answers, store_);
}

void Telling::hand_out(AlertAnswers& answers, AlertRunSummary& summary) {
  several_shards_ = std::any_of(store_.shards.begin(), store_.shards.end(), [this](const ToldShard& shard) {
    return shard.path != store_.shards.front().path;
  });
  newest_.upto = answers.reached;
  newest_.upto.resize(store_.shards.size(), 0);  // nothing is told of shards that are not there now
  if (anything_to_tell(answers)) newest_ = store_.begin_run(newest_.upto, run_.sync_each);
  for (NewMatches& found : answers.alerts) {
    if (!found.diagnostic) {
      one_alert(found, summary);
    } else {
      summary.troubles.push_back({found.kept->alert.name, std::move(found.diagnostic)});
    }
  }
}

void Telling::one_alert(NewMatches& found, AlertRunSummary& summary) {
  std::vector<BegunBatch> batches = found.kept->begun;
  batches.push_back(newest_);
  for (const BegunBatch& batch : batches) {
    std::vector<AlertMatch> matches = part(found.matches, batch);
    if (!matches.empty() && !taken(*found.kept, batch, std::move(matches), summary)) return;
    found.kept->take(batch);
  }
}

std::vector<AlertMatch> Telling::part(std::vector<NewMatch>& matches, const BegunBatch& batch) const {
  const auto middle = std::stable_partition(matches.begin(), matches.end(), [&](const NewMatch& found) {
    return found.match.sequence <= batch.upto[found.shard];
  });
  std::vector<AlertMatch> taken;
  for (auto found = matches.begin(); found != middle; ++found) {
    if (several_shards_) found->match.shard = store_.shards[found->shard].path;
    taken.push_back(std::move(found->match));
  }
  matches.erase(matches.begin(), middle);
  return taken;
}

bool Telling::taken(KeptAlert& kept, const BegunBatch& batch, std::vector<AlertMatch> matches,
                    AlertRunSummary& summary) {
  summary.cancelled = summary.cancelled || (run_.cancelled && run_.cancelled());
  if (summary.cancelled) return false;
  store_.note(kept, batch, false);
  kept.begin(batch);
  const AlertBatch handed{kept.alert, kept.alert.name + ":" + std::to_string(batch.number),
                          std::move(matches)};
  if (!tell_(handed)) {
    summary.troubles.push_back({kept.alert.name, std::nullopt});
    return false;
  }
  store_.note(kept, batch, true);
  ++summary.told;
  summary.matches += handed.matches.size();
  return true;
}

/// What is lost by then was not told.
void Telling::sync_output() {
  if (!run_.sync_output || newest_.number == 0) return;
  try {
    run_.sync_output();
  } catch (...) {
    store_.doubt();
    throw;
  }
}

}  // namespace nsearch::searcher
