// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/frequency_memory.h"
#include "query/planner_analysis.h"
#include "query/wildcard_memory.h"
#include "query/word_memory.h"

namespace nsearch::searcher {

/// What a planner keeps of one query for the next. Not thread-safe.
struct PlannerMemory {
  AnalysisMemory analysis;
  FrequencyMemory frequencies;
  WildcardMemory wildcards;
  WordMemory words;

  void index_changed() {
    frequencies.forget();
    wildcards.forget();
    words.forget();
  }
};

}  // namespace nsearch::searcher
