// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "alerts/alert_search.h"
#include "alerts/alert_store.h"
#include "nsearch/alerts.h"

namespace nsearch::searcher {

/// Hands out what is new, alert by alert, and notes in the store what was told. A batch that was begun before and not noted as told
/// comes first, by the same number and up to the same sequence; what has come since is a batch of its own.
class Telling {
 public:
  Telling(AlertStore& store, const AlertRun& run, const std::function<bool(const AlertBatch&)>& tell)
      : store_(store), run_(run), tell_(tell) {}

  /// Throws Error(io), and what is thrown by `tell` and by what the run brings along.
  void all(AlertAnswers& answers, AlertRunSummary& summary);

 private:
  void hand_out(AlertAnswers& answers, AlertRunSummary& summary);
  void one_alert(NewMatches& found, AlertRunSummary& summary);
  bool taken(KeptAlert& kept, const BegunBatch& batch, std::vector<AlertMatch> matches,
             AlertRunSummary& summary);
  std::vector<AlertMatch> part(std::vector<NewMatch>& matches, const BegunBatch& batch) const;
  void sync_output();

  AlertStore& store_;
  const AlertRun& run_;
  const std::function<bool(const AlertBatch&)>& tell_;
  bool several_shards_ = false;
  BegunBatch newest_;  ///< of all alerts that have one; without a number: there is none
};

}  // namespace nsearch::searcher
