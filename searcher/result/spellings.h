// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/key_terms.h"

namespace nsearch::searcher {

/// Fills the text of each term: the spelling that is most frequent in those of `documents` (ascending) that are looked
/// at: as many as show each form 20 times, at most 300, and one that holds it where these did not. Throws
/// Xapian::Error, and Error(corrupt) on a damaged record.
void spell(const Xapian::Database& database, const std::vector<Xapian::docid>& documents,
           const ProtectedWords& protected_words, LanguageKeyTerms& terms);

}  // namespace nsearch::searcher
