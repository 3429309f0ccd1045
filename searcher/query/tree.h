// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "nsearch/query.h"

namespace nsearch::searcher {

/// One node of `kind` over the children, from the first one's beginning to the last one's end; an only child
/// stays as it is.
QueryNode combine(QueryKind kind, std::vector<QueryNode> children);

/// Merges each AND directly below an AND, and each OR below an OR, into it: a AND (b AND c) has three
/// children. Linear.
void flatten(QueryNode& node);

}  // namespace nsearch::searcher
