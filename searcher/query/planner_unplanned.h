// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "nsearch/query.h"

namespace nsearch::searcher {

/// The first node of a tree that the planner has no query for, as a diagnostic (without column): better refused than
/// passed over.
std::optional<QueryDiagnostic> find_unplanned(const QueryNode& root);

}  // namespace nsearch::searcher
