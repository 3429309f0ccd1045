// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "builder/direct/run_store.h"
#include "memory_plan.h"

namespace nsearch::indexer::direct {

/// Merges neighbouring runs into larger ones until there are `most` (two or more) at most. Takes as much of the
/// disk again as the runs meanwhile. Throws Error(io).
void reduce_runs(RunStore& store, std::size_t most, const MemoryPlan& plan);

}  // namespace nsearch::indexer::direct
