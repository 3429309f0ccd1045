// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "nsearch/query.h"
#include "oracle/words.h"

namespace oracle {

/// For each of the parts of a bag, the forms that write it and its neighbours as one word.
std::vector<std::set<std::string>> joined_with_neighbours(const std::vector<nsearch::QueryNode>& parts,
                                                          WordReader& reader);

/// The ways to read a word as several that stand side by side.
std::vector<std::vector<std::string>> apart(const QueryWord& word, const Collection& collection);

}  // namespace oracle
