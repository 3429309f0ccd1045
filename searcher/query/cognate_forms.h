// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "nsearch/analyzer.h"

namespace nsearch::searcher {

/// Forms in the index that may be cognates of `typed` (alike but for endings: translate/endings.h, related/cognates.h) in the analyzer's language, the
/// closest first: those that begin alike and whose stem a document in this language holds; none where one holds the
/// word's own. Reads the surface forms
/// that begin with the word's first letter, 100,000 at most.
std::vector<std::string> cognate_forms(const Xapian::Database& database, const std::string& typed,
                                       Analyzer& analyzer);

}  // namespace nsearch::searcher
