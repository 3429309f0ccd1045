// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "nsearch/query.h"
#include "oracle/words.h"

namespace oracle {

/// For each of the words side by side, the languages whose documents may lack it, because it is a stop word there.
/// `beside_others`: phrases, groups or required parts stand beside them.
std::vector<std::set<std::string>> languages_that_may_lack(
    const std::vector<const nsearch::QueryNode*>& words, bool beside_others, WordReader& reader);

}  // namespace oracle
