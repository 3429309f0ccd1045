// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "alerts/alert_store.h"
#include "alerts/evaluation.h"
#include "alerts/new_documents.h"
#include "nsearch/alerts.h"
#include "open_indexes.h"

namespace nsearch::searcher {

struct NewMatch {
  AlertMatch match;  ///< without the shard's name
  std::size_t shard = 0;
};

/// What is new for one alert.
struct NewMatches {
  KeptAlert* kept = nullptr;
  std::vector<NewMatch> matches;  ///< in the order of their sequences
  std::optional<QueryDiagnostic> diagnostic;
};

/// What is new for all of them, as of one moment.
struct AlertAnswers {
  std::vector<NewMatches> alerts;  ///< in the order in which they were asked for
  Sequences reached;               ///< up to where they will have been told
  std::uint64_t documents = 0;     ///< that are new to any of them
  bool all_in_memory = false;      ///< all were answered by Evaluation
};

/// Finds what is new for `alerts`, each of which knows up to where it was told (KeptAlert::told, whose first members are the
/// index's shards). For use within OpenIndexes::read(). Throws Error, Xapian::Error.
AlertAnswers find_new(OpenIndexes& indexes, const std::vector<KeptAlert*>& alerts, const AlertRun& run,
                      AnalysisMemo& memo);

}  // namespace nsearch::searcher
