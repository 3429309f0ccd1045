// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <string>

#include "nsearch/query.h"
#include "oracle/collection.h"

namespace oracle {

/// The forms that a word with wildcards stands for, or those few letters away from `form`: found by looking at every
/// form of the collection (of its titles, under title:), at most as many as docs/query-language.md says.
std::set<std::string> wildcard_forms(const Collection& collection, const nsearch::QueryNode& node);
std::set<std::string> similar_forms(const Collection& collection, const nsearch::QueryNode& node,
                                    const std::string& form);

}  // namespace oracle
