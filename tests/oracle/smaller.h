// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "nsearch/query.h"

namespace oracle {

/// Every tree that is one step simpler than this one: a child in its parent's place, a child less, a word without its
/// boost, field or sign, a phrase of fewer words.
std::vector<nsearch::QueryNode> smaller_trees(const nsearch::QueryNode& root);

}  // namespace oracle
