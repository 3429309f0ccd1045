// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "builder/direct/run_store.h"
#include "builder/glass/table_writer.h"
#include "memory_plan.h"

namespace nsearch::indexer::direct {

/// Merges the postings of all runs into the two tables that are ordered by term. `postings` has what comes
/// before the first term. The key space is cut into ranges that the plan's threads merge and pack side by
/// side; where it is cut depends on the runs only, so the tables do not depend on the number of threads.
/// Throws Error(io).
void merge_runs(const RunStore& store, glass::TableWriter& postings, glass::TableWriter& positions,
                const MemoryPlan& plan);

}  // namespace nsearch::indexer::direct
